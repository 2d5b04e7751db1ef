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
//! | [`junit`], [`tap`] | continuous integration |
//! | [`markdown`] | job summaries and comments |
//! | [`annotations`] | notes on a step of GitHub's, at the files of the tests |
//! | [`badge`] | the README of a runtime |
//! | [`bcd`] | programs that ask which runtime has which API |
//! | [`compare`] | two runs side by side |
//! | [`stability`] | several runs of the same tests |
//! | [`coverage`] | requirements and subtests against each other |

pub mod annotations;
pub mod badge;
pub mod bcd;
pub mod cell;
pub mod compare;
pub mod coverage;
mod error;
mod format;
pub mod html;
mod html_data;
pub mod json;
pub mod junit;
mod load;
pub mod markdown;
pub mod matrix;
mod seen;
pub mod stability;
pub mod summary;
pub mod tap;
pub mod terminal;
mod text;
pub mod unexpected;
pub mod wptreport;
mod xml;

pub use error::ReportError;
pub use format::{Format, Locate, draw, render};
pub use load::{NamedLog, labels, load, load_all, load_each, load_set};
pub use matrix::Matrix;
pub use summary::Outcome;
