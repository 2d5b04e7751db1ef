//! The shape "http" against fake hosts: programs that do what no host should.
//!
//! Each test also sees that no process is left behind.

mod fake;
mod play;
mod run;
mod start;
