//! The binary as people meet it: what it prints, its exit codes, and what is left of it when it is
//! stopped, killed or can't write.

mod adapters;
mod config;
mod coverage;
mod expectations;
mod help;
mod importing;
mod mistakes;
mod mutants;
#[path = "../../../../adapters/tests/http/play.rs"]
mod play;
mod profiles;
mod reports;
mod repro;
mod resuming;
mod runtimes;
mod serving;
mod shapes;
mod shards;
mod stability;
mod stage;
mod stopping;
mod verify;
mod wptserve;
mod writing;
