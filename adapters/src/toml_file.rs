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
    Lines::of(text).line_of(offset)
}

/// The lines of several places in one text, asked for from its beginning to its end.
pub(crate) struct Lines<'a> {
    text: &'a [u8],
    line: usize,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            line: 1,
            at: 0,
        }
    }

    /// The line, from 1, that the byte at `offset` stands in, which is not before the one asked for last.
    pub(crate) fn line_of(&mut self, offset: usize) -> usize {
        let offset = offset.clamp(self.at, self.text.len());
        let between = &self.text[self.at..offset];
        self.line += between.iter().filter(|&&byte| byte == b'\n').count();
        self.at = offset;
        self.line
    }
}

pub(crate) fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, TomlError> {
    toml::from_str(text).map_err(|error| TomlError {
        path: path.to_owned(),
        line: error.span().map_or(1, |span| line_of(text, span.start)),
        problem: error.message().replace('\n', " "),
    })
}
