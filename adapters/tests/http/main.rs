//! The shape "http" against fake hosts: programs that do what no host should.
//!
//! Each test also sees that no process is left behind.

#[path = "../common/mod.rs"]
mod common;
mod fake;
mod play;
mod run;
mod start;
