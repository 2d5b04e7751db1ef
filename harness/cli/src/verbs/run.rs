//! `winterproof run`: runs tests, writes a log per runtime, reports.

use std::io::{IsTerminal, stdout};

use miette::Result;
use winterproof_adapters::write_whole;
use winterproof_model::Partition;
use winterproof_reports::{self as reports, Format};

use super::measure::{Ran, measure};
use crate::args::RunArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::places::Places;
use crate::shards::{self, Share};

/// How many unexpected results the terminal shows in full.
const SHOWN: usize = 20;

pub(crate) fn main(args: &RunArgs) -> Result<Exit> {
    shards::tell_bazel()?;
    let share = shards::share(args.partition)?;
    let partition = share.as_ref().map(|share| share.partition);
    if let Some(share) = &share {
        tell_share(share);
    }
    match measure(args, partition)? {
        Err(exit) => Ok(exit),
        Ok(ran) => {
            show(args, &ran)?;
            Ok(exit(&ran, partition))
        }
    }
}

/// Nobody must take a part for the whole.
fn tell_share(share: &Share) {
    let (shard, of) = (share.partition.shard(), share.partition.of());
    eprintln!(
        "PARTITION {}: only the tests of shard {shard} of {of} are run ({})",
        share.partition, share.source
    );
}

/// Reads the logs back and makes every report of them.
fn show(args: &RunArgs, ran: &Ran) -> Result<(), Failure> {
    let logs = ran.load()?;
    if logs.is_empty() {
        return Ok(());
    }
    let write = |name: String, text: String| {
        let path = args.out.join(name);
        write_whole(&path, &text).map_err(|error| {
            Failure::new(format!("failed to write {}: {error}", path.display()))
                .help("the run logs are whole: `winterproof report` makes the reports again")
        })
    };
    let mut formats = vec![Format::Html, Format::Json];
    for format in &args.formats {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    let matrix = reports::Matrix::of(&logs);
    let places = Places::new(args.root.as_deref(), &logs);
    let draw = |format, matrix: &reports::Matrix<'_>| {
        reports::draw(format, matrix, &|id| places.of(id)).map_err(Failure::new)
    };
    for format in formats {
        if format.is_of_one_log() && logs.len() > 1 {
            for log in &logs {
                let text = draw(format, &reports::Matrix::of(std::slice::from_ref(log)))?;
                let name = log.name.trim_end_matches(".jsonl");
                write(format.file_name_of(name), text)?;
            }
            continue;
        }
        write(format.file_name().to_owned(), draw(format, &matrix)?)?;
    }
    let options = reports::terminal::Options {
        colour: stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        unexpected: SHOWN,
        ..Default::default()
    };
    print!("{}", reports::terminal::render(&matrix, options));
    if args.repeat > 1 {
        print!(
            "\n{}",
            reports::stability::render(&reports::stability::stability(&logs))
        );
    }
    println!("\nReport: {}", args.out.join("index.html").display());
    Ok(())
}

fn exit(ran: &Ran, partition: Option<Partition>) -> Exit {
    if let Some(exit) = ran.broken_off() {
        return exit;
    }
    let totals = || ran.footers.iter().map(|footer| &footer.totals);
    let stale = ran.footers.iter().any(|footer| !footer.stale.is_empty());
    if stale || totals().any(|totals| totals.unexpected > 0) {
        return Exit::Unexpected;
    }
    let idle = || totals().filter(|totals| totals.measured() == 0);
    if idle().next().is_none() {
        return Exit::Ok;
    }
    match partition {
        // There may be more shards than tests.
        Some(partition) if idle().all(|totals| totals.planned == 0) => {
            eprintln!("nothing was measured: there is no test in {partition}");
            return Exit::Ok;
        }
        Some(partition) => {
            eprintln!("nothing was measured: every test in {partition} was skipped");
        }
        None => eprintln!("nothing was measured: every test was skipped"),
    }
    Exit::NoTests
}
