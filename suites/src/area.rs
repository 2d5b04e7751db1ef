//! `suite.toml`: what people read about an area of our own suites.

use serde::Deserialize;

use crate::root::SuiteRoot;

/// An area as its `suite.toml` describes it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The folder's name.
    #[serde(skip)]
    pub name: String,
    /// The name for people.
    pub title: String,
    /// What it is about, in one sentence.
    pub description: String,
    /// The specifications under test, as URLs.
    pub specs: Vec<String>,
    /// Whether its tests run only when a filter names the area (tests of the harness itself).
    #[serde(default, rename = "on-request")]
    pub on_request: bool,
}

/// A `suite.toml` that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {message}")]
pub struct AreaError {
    path: String,
    message: String,
}

impl Area {
    /// The area that `folder` (without slashes) of `root` describes; `None` without a `suite.toml`.
    pub fn load(root: &SuiteRoot, folder: &str) -> Result<Option<Self>, AreaError> {
        let path = format!("/{folder}/suite.toml");
        let Ok(text) = root.read_text(&path) else {
            return Ok(None);
        };
        let mut area: Self = toml::from_str(&text).map_err(|error| AreaError {
            path: path.clone(),
            message: error.to_string(),
        })?;
        area.name = folder.to_owned();
        Ok(Some(area))
    }
}
