//! The binary `winterproof`: arguments, progress, and one file per verb. What it shows comes from
//! run logs (`reports`), what it runs is run by `runner`.

// First, for its macros.
#[macro_use]
mod output;

mod args;
mod engines;
mod exit;
mod failure;
mod progress;
mod recording;
mod repro;
mod shards;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Verb};
use crate::exit::Exit;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let verb = cli.verb.unwrap_or(Verb::Run(cli.run));
    let result = match verb {
        Verb::Run(args) => verbs::run::main(&args),
        Verb::Report(args) => verbs::report::main(&args),
        Verb::VerifyStable(args) => verbs::verify_stable::main(&args),
        Verb::Merge(args) => verbs::merge::main(&args),
        Verb::Compare(args) => verbs::compare::main(&args),
        Verb::Coverage(args) => verbs::coverage::main(&args),
        Verb::Mutants(args) => verbs::mutants::main(&args),
        Verb::Repro(args) => verbs::repro::main(&args),
        Verb::Accept(args) => verbs::accept::main(&args),
        Verb::List(args) => verbs::list::main(&args),
        Verb::Runtimes(args) => verbs::runtimes::main(&args),
        Verb::Smoke(args) => verbs::smoke::main(&args),
        Verb::Serve(args) => verbs::serve::main(&args),
        Verb::Engine { name } => verbs::engine::main(&name),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(report) => {
            eprintln!("{report:?}");
            Exit::SetUp.into()
        }
    }
}
