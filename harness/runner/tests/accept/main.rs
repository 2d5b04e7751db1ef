//! Accepted logs: what the expectation files say afterwards, and that each log is then as foreseen.

mod existing;
mod fake;
mod fresh;
