//! Reports: pure functions of run logs.
//!
//! [`load`] reads the logs; everything after it touches no clock, no network and no other file, and
//! the same logs give the same bytes. [`Matrix`] holds the numbers (how they are counted is said in
//! [`cell`]), [`summary`] what they come to, and each format is one module:
//!
//! | module | for |
//! |---|---|
//! | [`terminal`] | people at a prompt |
//! | [`html`] | people with a browser: one file, no network |
//! | [`json`] | programs that want the matrix |
//! | [`wptreport`] | programs that read results of web-platform-tests, such as wpt.fyi |
//! | [`junit`] | continuous integration |
//! | [`markdown`] | job summaries and comments |
//! | [`compare`] | two runs side by side |
//! | [`stability`] | several runs of the same tests |
//! | [`coverage`] | requirements and subtests against each other |

pub mod cell;
pub mod compare;
pub mod coverage;
mod error;
pub mod html;
mod html_data;
pub mod json;
pub mod junit;
mod load;
pub mod markdown;
pub mod matrix;
pub mod stability;
pub mod summary;
pub mod terminal;
mod text;
pub mod unexpected;
pub mod wptreport;

use std::fmt;
use std::str::FromStr;

pub use error::ReportError;
pub use load::{NamedLog, labels, load, load_all, load_set};
pub use matrix::Matrix;
pub use summary::Outcome;

/// A format of report that goes into a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// The matrix as JSON.
    Json,
    /// wptreport.json, one runtime a file.
    Wptreport,
    /// JUnit XML.
    Junit,
    /// Markdown for job summaries.
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [
        Self::Html,
        Self::Json,
        Self::Wptreport,
        Self::Junit,
        Self::Markdown,
    ];

    /// The name used on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Wptreport => "wptreport",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
        }
    }

    /// What a file of this format is called unless the user says otherwise.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Html => "index.html",
            Self::Json => "matrix.json",
            Self::Wptreport => "wptreport.json",
            Self::Junit => "junit.xml",
            Self::Markdown => "summary.md",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = ReportError;

    fn from_str(text: &str) -> Result<Self, ReportError> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| ReportError::UnknownFormat {
                found: text.to_owned(),
                known: Self::ALL.map(Self::as_str).join(", "),
            })
    }
}

/// Renders some logs in a format.
pub fn render(format: Format, logs: &[NamedLog]) -> Result<String, ReportError> {
    if logs.is_empty() {
        return Err(ReportError::NoLogs);
    }
    match format {
        Format::Html => html::render(&Matrix::of(logs)),
        Format::Json => Ok(json::render(&Matrix::of(logs))),
        Format::Wptreport => match logs {
            [one] => wptreport::render(one),
            _ => Err(ReportError::OneLogOnly {
                format: format.as_str(),
                found: logs.len(),
            }),
        },
        Format::Junit => junit::render(&Matrix::of(logs)),
        Format::Markdown => Ok(markdown::render(
            &Matrix::of(logs),
            markdown::Limits::default(),
        )),
    }
}
