//! `winterproof verify-stable`: runs tests several times and tells which end in several ways.

use miette::Result;
use winterproof_reports::stability::{render, stability};

use super::measure::{Ran, measure};
use crate::args::{RunArgs, StableArgs};
use crate::exit::Exit;

pub(crate) fn main(args: &StableArgs) -> Result<Exit> {
    let args = RunArgs {
        config: None,
        run_profile: None,
        filters: args.filters.clone(),
        runtimes: args.runtimes.clone(),
        adapters: args.adapters.clone(),
        root: args.root.clone(),
        expectations: args.expectations.clone(),
        wptserve: false,
        jobs: args.jobs,
        profile: args.profile,
        timeout_multiplier: args.timeout_multiplier,
        retries: 0,
        repeat: args.repeat,
        partition: None,
        resume: args.resume,
        out: args.out.clone(),
        formats: Vec::new(),
        record_requests: None,
    };
    let ran = match measure(&args, None)? {
        Ok(ran) => ran,
        Err(exit) => return Ok(exit),
    };
    let logs = ran.load()?;
    let found = stability(&logs);
    print!("{}", render(&found));
    println!("\nLogs: {}", args.out.join("logs").display());
    Ok(exit(&ran, found.compared, found.tests))
}

fn exit(ran: &Ran, compared: u64, unstable: u64) -> Exit {
    if let Some(exit) = ran.broken_off() {
        return exit;
    }
    match (compared, unstable) {
        (0, _) => Exit::NoTests,
        (_, 0) => Exit::Ok,
        _ => Exit::Unexpected,
    }
}
