//! `winterproof compare`: two run logs, or two sets of them, side by side.

use std::io::{IsTerminal, stdout};

use miette::Result;
use winterproof_reports as reports;
use winterproof_reports::compare::{compare_sets, json, markdown, terminal};

use crate::args::{CompareArgs, ComparisonFormat};
use crate::exit::Exit;
use crate::failure::Failure;

/// How many changes of a kind the terminal shows in full.
const SHOWN: usize = 50;

pub(crate) fn main(args: &CompareArgs) -> Result<Exit> {
    let base = reports::load_set(&args.base).map_err(Failure::new)?;
    let new = reports::load_set(&args.new).map_err(Failure::new)?;
    let set = compare_sets(&base, &new);
    let colour = args.output.is_none() && stdout().is_terminal();
    let text = match args.format {
        ComparisonFormat::Text => terminal(&set, SHOWN, colour),
        ComparisonFormat::Markdown => markdown(&set),
        ComparisonFormat::Json => json(&set),
    };
    super::write_or_print(args.output.as_deref(), &text)?;
    Ok(match set.is_green() {
        true => Exit::Ok,
        false => Exit::Unexpected,
    })
}
