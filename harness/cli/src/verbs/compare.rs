//! `winterproof compare`: two run logs side by side.

use std::io::{IsTerminal, stdout};

use miette::Result;
use winterproof_reports as reports;

use crate::args::CompareArgs;
use crate::exit::Exit;
use crate::failure::Failure;

/// How many changes of a kind are shown in full.
const SHOWN: usize = 50;

pub(crate) fn main(args: &CompareArgs) -> Result<Exit> {
    let base = reports::load(&args.base).map_err(Failure::new)?;
    let new = reports::load(&args.new).map_err(Failure::new)?;
    let comparison = reports::compare::compare(&base, &new);
    print!(
        "{}",
        reports::compare::terminal(&comparison, SHOWN, stdout().is_terminal())
    );
    Ok(if comparison.is_green() {
        Exit::Ok
    } else {
        Exit::Unexpected
    })
}
