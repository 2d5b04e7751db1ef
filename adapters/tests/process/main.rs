//! Processes against fake runtimes: shell scripts that do what no runtime should.
//!
//! Each test also sees that no process is left behind.

mod browser;
#[path = "../common/mod.rs"]
mod common;
mod connect;
mod execute;
mod fake;
mod folder;
mod shell;
