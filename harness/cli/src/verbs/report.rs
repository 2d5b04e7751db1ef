//! `winterproof report`: a report of logs that were written before.

use miette::Result;
use winterproof_reports as reports;

use crate::args::ReportArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::places::Places;

pub(crate) fn main(args: &ReportArgs) -> Result<Exit> {
    let logs = reports::load_all(&args.logs).map_err(Failure::new)?;
    let matrix = reports::Matrix::of(&logs);
    let places = Places::new(args.root.as_deref(), &logs);
    let text = reports::draw(args.format, &matrix, &|id| places.of(id)).map_err(Failure::new)?;
    super::write_or_print(args.output.as_deref(), &text)?;
    Ok(Exit::Ok)
}
