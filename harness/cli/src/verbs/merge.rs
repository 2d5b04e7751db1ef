//! `winterproof merge`: the logs of a run's shards put together.

use miette::Result;
use winterproof_model::merge::{Shard, merge};
use winterproof_reports as reports;

use crate::args::MergeArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &MergeArgs) -> Result<Exit> {
    // What is there twice is told with the lines that are.
    let logs = reports::load_each(&args.logs).map_err(Failure::new)?;
    let paths: Vec<String> = args
        .logs
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let shards: Vec<Shard<'_>> = paths
        .iter()
        .zip(&logs)
        .map(|(path, named)| Shard {
            path,
            log: &named.log,
        })
        .collect();
    let text = merge(&shards).map_err(|error| {
        Failure::new(format!("the logs are not the shards of one run:\n{error}")).help(
            "give one log of each shard, all of the same runtime; a shard that was interrupted goes \
             on with `run --resume`",
        )
    })?;
    super::write_or_print(Some(&args.output), &text)?;
    let tests: usize = logs.iter().map(|named| named.log.tests.len()).sum();
    eprintln!(
        "merged {} shards with {tests} tests into {}",
        logs.len(),
        args.output.display()
    );
    // Each shard may have been right to be without a test; the run is not.
    if logs.iter().all(|named| named.log.totals().measured() == 0) {
        eprintln!("nothing was measured: no test of any shard was run");
        return Ok(Exit::NoTests);
    }
    Ok(Exit::Ok)
}
