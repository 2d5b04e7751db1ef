//! TOML files with errors that name file and line.

use serde::de::DeserializeOwned;

/// A TOML file that can't be read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{path}:{line}: {problem}")]
pub struct TomlError {
    /// The file.
    pub path: String,
    /// Line number from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

/// The line, from 1, that the byte at `offset` stands in.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes()[..offset.min(text.len())]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
}

pub(crate) fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, TomlError> {
    toml::from_str(text).map_err(|error| TomlError {
        path: path.to_owned(),
        line: error.span().map_or(1, |span| line_of(text, span.start)),
        problem: error.message().replace('\n', " "),
    })
}
