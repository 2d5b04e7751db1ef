//! The binary `winterproof`: arguments, progress, and one file per verb. What it shows comes from
//! run logs (`reports`), what it runs is run by `runner`.

// First, for its macros.
#[macro_use]
mod output;

mod args;
mod config;
mod engines;
mod exit;
mod failure;
mod places;
mod progress;
mod recording;
mod repro;
mod shards;
mod verbs;

use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use crate::args::{Cli, RunArgs, Verb};
use crate::exit::Exit;

fn main() -> ExitCode {
    let matches = Cli::command().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let verb = cli.verb.unwrap_or(Verb::Run(cli.run));
    let result = match verb {
        Verb::Run(args) => run(args, matches.subcommand_matches("run").unwrap_or(&matches)),
        Verb::Init(args) => verbs::init::main(&args),
        Verb::Report(args) => verbs::report::main(&args),
        Verb::VerifyStable(args) => verbs::verify_stable::main(&args),
        Verb::Merge(args) => verbs::merge::main(&args),
        Verb::Compare(args) => verbs::compare::main(&args),
        Verb::Verify(args) => verbs::verify::main(&args),
        Verb::Coverage(args) => verbs::coverage::main(&args),
        Verb::Mutants(args) => verbs::mutants::main(&args),
        Verb::Repro(args) => verbs::repro::main(&args),
        Verb::Accept(args) => verbs::accept::main(&args),
        Verb::Import(args) => verbs::import::main(&args),
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

/// Runs with what the command line says, and where it says nothing, the file of settings.
fn run(mut args: RunArgs, matches: &ArgMatches) -> miette::Result<Exit> {
    let given = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    if let Some(section) = config::fill(&mut args, given)? {
        eprintln!("settings of {section}");
    }
    verbs::run::main(&args)
}
