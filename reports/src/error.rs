//! Why a report could not be made.

use winterproof_model::log::LogError;

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The file cannot be opened or read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The path as it was given.
        path: String,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The file was read and is no run log.
    #[error("{path}: {source}")]
    BadLog {
        /// The path as it was given.
        path: String,
        /// What is wrong with it.
        source: LogError,
    },
    /// The same run was given twice: its results would count twice.
    #[error("{path}:1: the log is of the same run as {first}:1; give each run once")]
    Twice {
        /// A log.
        path: String,
        /// The log before it.
        first: String,
    },
    /// There is nothing to make a report of.
    #[error("no run log was given; a report needs at least one")]
    NoLogs,
    /// A folder was given that has none.
    #[error("{folder} has no run logs: neither *.jsonl in it nor in its folder logs")]
    NoLogsIn {
        /// The folder as it was given.
        folder: String,
    },
    /// The format holds one runtime a file.
    #[error(
        "{format} holds the results of one runtime, {found} logs were given; make one file a log"
    )]
    OneLogOnly {
        /// The format's name.
        format: &'static str,
        /// How many logs there were.
        found: usize,
    },
    /// No format has this name.
    #[error("there is no report format {found:?}; the formats are {known}")]
    UnknownFormat {
        /// What was asked for.
        found: String,
        /// The names there are, separated by commas.
        known: String,
    },
    /// The header's start is no RFC 3339 date, and the format needs it.
    #[error("{log}: the run's start {started:?} is no RFC 3339 date")]
    BadDate {
        /// The log's file name.
        log: String,
        /// What the header says.
        started: String,
    },
    /// The report could not be written down; a defect of winterproof.
    #[error("failed to write the {format} report: {problem}")]
    Format {
        /// The format's name.
        format: &'static str,
        /// What its library says.
        problem: String,
    },
}
