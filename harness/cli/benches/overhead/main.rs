//! What winterproof costs beyond the runtime that it runs.
//!
//! ```text
//! cargo bench -p winterproof --bench overhead -- [--node PATH] [--pairs N]
//! ```
//!
//! Two ways to run the same embedded test files in Node.js take turns:
//!
//! - A: `winterproof run FILE... --runtime node=PATH --jobs J`, with its log and reports;
//! - B: a bare process a file, `node bare.cjs SCRIPT...`, J at a time. It evaluates the same scripts,
//!   ends when the test is complete and says nothing to anybody.
//!
//! CPU is user and system time of all processes of a way: winterproof, its runtimes and what these
//! start in A, the runtimes in B (what starts them is this benchmark, and is not counted). A and B
//! of a pair run right after each other, so what else the machine does meets both: ratios of pairs
//! mean more than times do. Nothing here passes or fails by time.

mod engine;
mod files;
mod memory;
mod pairs;
mod usage;
mod ways;

use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::Parser;
use miette::{IntoDiagnostic, Result};
use winterproof_adapters::{Registry, RuntimeSpec};
use winterproof_model::RuntimeInfo;

use crate::files::{ONE, files};
use crate::pairs::Pairs;
use crate::ways::{Bare, Winterproof};

/// Measures what winterproof costs beyond the runtime: pairs of `winterproof run` and of bare
/// processes that evaluate the same scripts.
#[derive(Debug, Parser)]
#[command(name = "overhead")]
struct Args {
    /// The Node.js to measure with. The one that `winterproof runtimes` finds when absent.
    #[arg(long, value_name = "PATH")]
    node: Option<PathBuf>,

    /// How many pairs are measured, after one that is not.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    pairs: u16,

    /// What `cargo bench` says to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let node = node(args.node)?;
    let binary = PathBuf::from(node.binary.clone().unwrap_or_default());
    let cores = available_parallelism().map_or(1, usize::from);
    let tests = files()?;
    let one = vec![ONE.to_owned()];
    println!(
        "{} {} ({}), {} tests, {} pairs, {cores} processors",
        node.title,
        node.version,
        binary.display(),
        tests.len(),
        args.pairs,
    );

    let measure = |files: &[String], jobs| -> Result<Pairs> {
        let a = Winterproof::new(files, &format!("node={}", binary.display()), jobs)?;
        let b = Bare::new(files, &binary, jobs)?;
        let pair = || {
            let cost = a.run()?;
            a.all_ok()?;
            Ok((cost, b.run()?))
        };
        Pairs::measure(args.pairs, pair)
    };
    let mut jobs = vec![1];
    if cores > 1 {
        jobs.insert(0, cores);
    }
    for jobs in jobs {
        println!("\njobs: {jobs}");
        measure(&tests, jobs)?.print(tests.len());
    }
    println!("\none test alone ({ONE}): what a run costs once, and a test");
    measure(&one, 1)?.print(1);

    println!("\npeak resident memory of winterproof itself");
    memory::print("these tests", &tests, &binary, cores)?;
    memory::print("self/output", &["self/output".to_owned()], &binary, cores)?;

    engine::print(&tests, args.pairs)
}

fn node(binary: Option<PathBuf>) -> Result<RuntimeInfo> {
    let spec = RuntimeSpec {
        binary,
        ..RuntimeSpec::of("node")
    };
    let registry = Registry::built_in(&[]).into_diagnostic()?;
    let adapter = registry.resolve(&spec).into_diagnostic()?;
    let session = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .into_diagnostic()?
        .block_on(adapter.connect())
        .into_diagnostic()?;
    Ok(session.info().clone())
}
