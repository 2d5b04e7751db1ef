//! The formats of reports: their names, their files, and who draws them.

use std::fmt;
use std::str::FromStr;

use winterproof_model::TestId;

use crate::error::ReportError;
use crate::load::NamedLog;
use crate::matrix::Matrix;
use crate::{annotations, badge, bcd, html, json, junit, markdown, tap, wptreport};

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
    /// The Test Anything Protocol, version 14.
    Tap,
    /// Markdown for job summaries.
    Markdown,
    /// GitHub's workflow commands.
    Annotations,
    /// A badge as shields.io fetches it, one runtime a file.
    Badge,
    /// A badge as a picture, one runtime a file.
    BadgeSvg,
    /// Which runtime has which member of which API, as browser-compat-data says it.
    Bcd,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 10] = [
        Self::Html,
        Self::Json,
        Self::Wptreport,
        Self::Junit,
        Self::Tap,
        Self::Markdown,
        Self::Annotations,
        Self::Badge,
        Self::BadgeSvg,
        Self::Bcd,
    ];

    /// The name used on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Wptreport => "wptreport",
            Self::Junit => "junit",
            Self::Tap => "tap",
            Self::Markdown => "markdown",
            Self::Annotations => "annotations",
            Self::Badge => "badge",
            Self::BadgeSvg => "badge-svg",
            Self::Bcd => "bcd",
        }
    }

    /// What a file of this format is called unless the user says otherwise.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Html => "index.html",
            Self::Json => "matrix.json",
            Self::Wptreport => "wptreport.json",
            Self::Junit => "junit.xml",
            Self::Tap => "results.tap",
            Self::Markdown => "summary.md",
            Self::Annotations => "annotations.txt",
            Self::Badge => "badge.json",
            Self::BadgeSvg => "badge.svg",
            Self::Bcd => "bcd.json",
        }
    }

    /// The same where a file of this format is one of several, each of one log.
    pub fn file_name_of(self, log: &str) -> String {
        let (stem, extension) = self.file_name().rsplit_once('.').unwrap_or_default();
        format!("{stem}-{log}.{extension}")
    }

    /// Whether a file of this format holds the results of one log only.
    pub const fn is_of_one_log(self) -> bool {
        matches!(self, Self::Wptreport | Self::Badge | Self::BadgeSvg)
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

/// Where the file of a test is in the reader's checkout, as a path from its root; `None` when it is
/// not there. Whoever renders a report asks the file system, not the report.
pub type Locate<'a> = &'a dyn Fn(&TestId) -> Option<String>;

/// Renders some logs in a format.
pub fn render(format: Format, logs: &[NamedLog]) -> Result<String, ReportError> {
    draw(format, &Matrix::of(logs), &|_| None)
}

/// Renders a matrix in a format.
pub fn draw(
    format: Format,
    matrix: &Matrix<'_>,
    locate: Locate<'_>,
) -> Result<String, ReportError> {
    let Some(column) = matrix.columns.first() else {
        return Err(ReportError::NoLogs);
    };
    if format.is_of_one_log() && matrix.columns.len() > 1 {
        return Err(ReportError::OneLogOnly {
            format: format.as_str(),
            found: matrix.columns.len(),
        });
    }
    Ok(match format {
        Format::Html => html::render(matrix)?,
        Format::Json => json::render(matrix),
        Format::Wptreport => wptreport::render(column)?,
        Format::Junit => junit::render(matrix),
        Format::Tap => tap::render(matrix),
        Format::Markdown => markdown::render(matrix, markdown::Limits::default()),
        Format::Annotations => annotations::render(matrix, locate),
        Format::Badge => badge::render(matrix),
        Format::BadgeSvg => badge::svg(matrix),
        Format::Bcd => bcd::render(matrix),
    })
}
