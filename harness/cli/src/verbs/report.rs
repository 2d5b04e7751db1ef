//! `winterproof report`: a report of logs that were written before.

use std::fs;

use miette::Result;
use winterproof_reports as reports;

use crate::args::ReportArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &ReportArgs) -> Result<Exit> {
    let logs = reports::load_all(&args.logs).map_err(Failure::new)?;
    let text = reports::render(args.format, &logs).map_err(Failure::new)?;
    match &args.output {
        Some(path) => fs::write(path, text).map_err(|error| {
            Failure::new(format!("failed to write {}: {error}", path.display()))
        })?,
        None => print!("{text}"),
    }
    Ok(Exit::Ok)
}
