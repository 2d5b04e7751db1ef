//! `winterproof report`: a report of logs that were written before.

use miette::Result;
use winterproof_reports as reports;

use crate::args::ReportArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &ReportArgs) -> Result<Exit> {
    let logs = reports::load_all(&args.logs).map_err(Failure::new)?;
    let text = reports::render(args.format, &logs).map_err(Failure::new)?;
    super::write_or_print(args.output.as_deref(), &text)?;
    Ok(Exit::Ok)
}
