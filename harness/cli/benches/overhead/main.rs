//! What winterproof costs beyond the runtimes that it runs.
//!
//! ```text
//! cargo bench -p winterproof --bench overhead -- [--runtime SPEC]... [--pairs N] [--area AREA]...
//! ```
//!
//! For a runtime which is one process a test, two ways to run the same embedded test files take turns:
//!
//! - A: `winterproof run FILE... --runtime SPEC --jobs J`, with its log and reports;
//! - B: a bare process a file, such as `node bare.cjs SCRIPT...`, J at a time. It evaluates the same
//!   scripts, ends when the test is complete and says nothing to anybody.
//!
//! `--area AREA` instead of this spread takes every file of these areas that passes in a bare
//! process: those that speak to a server can't. The others are named.
//!
//! Then every runtime and every engine of this build runs a root of tests that do nothing, as many at
//! once as there are processors: what a test costs when a run has many, and how many it does in a
//! second.
//!
//! CPU is user and system time of all processes of a way: winterproof, its runtimes and what these
//! start in A, the runtimes in B (what starts them is this benchmark, and is not counted). A and B
//! of a pair run right after each other, so what else the machine does meets both: ratios of pairs
//! mean more than times do. Nothing here passes or fails by time.

mod engine;
#[path = "../../src/engines.rs"]
#[expect(dead_code, reason = "the binary serves them")]
mod engines;
mod files;
mod many;
mod memory;
mod pairs;
mod usage;
mod ways;

use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::Parser;
use miette::{IntoDiagnostic, Result};
use winterproof_adapters::{Adapter, Registry, RuntimeSpec};

use crate::files::{ONE, files};
use crate::pairs::Pairs;
use crate::ways::{Bare, Winterproof};

/// Measures what winterproof costs beyond the runtime: pairs of `winterproof run` and of bare
/// processes that evaluate the same scripts.
#[derive(Debug, Parser)]
#[command(name = "overhead")]
struct Args {
    /// A runtime to measure with, as `winterproof run` takes it; repeatable.
    #[arg(long, value_name = "SPEC", default_value = "node")]
    runtime: Vec<String>,

    /// How many pairs are measured, after one that is not.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    pairs: u16,

    /// Measures all tests of this area that pass in a bare process, and nothing else; repeatable.
    #[arg(long, value_name = "AREA")]
    area: Vec<String>,

    /// What `cargo bench` says to every benchmark.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let cores = available_parallelism().map_or(1, usize::from);
    let tests = files()?;
    let registry = Registry::built_in(engines::BUILT).into_diagnostic()?;
    println!(
        "{} tests, {} pairs, {cores} processors",
        tests.len(),
        args.pairs
    );
    for text in &args.runtime {
        let spec = RuntimeSpec::parse(text).into_diagnostic()?;
        let adapter = registry.resolve(&spec).into_diagnostic()?;
        let Some(bare) = Bare::command(&spec.id) else {
            continue;
        };
        let binary = binary(adapter.as_ref())?;
        println!("\n{text} ({})", binary.display());
        if !args.area.is_empty() {
            areas(&args.area, text, &binary, bare, args.pairs, cores)?;
            continue;
        }
        against_bare(text, &binary, bare, &tests, args.pairs, cores)?;
        println!("peak resident memory of winterproof itself");
        memory::print("these tests", &tests, text, cores)?;
        memory::print("self/output", &["self/output".to_owned()], text, cores)?;
    }

    if !args.area.is_empty() {
        return Ok(());
    }

    println!("\ntests that do nothing, {cores} at once");
    let inside = engines::BUILT.iter().map(|&engine| engine.to_owned());
    for runtime in args.runtime.iter().cloned().chain(inside) {
        many::print(&runtime, args.pairs, cores)?;
    }

    println!("\nengines inside winterproof, one test at a time");
    for engine in engines::BUILT {
        engine::print(engine, &tests, args.pairs)?;
    }
    Ok(())
}

/// The binary that answers.
fn binary(adapter: &dyn Adapter) -> Result<PathBuf> {
    let session = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .into_diagnostic()?
        .block_on(adapter.connect())
        .into_diagnostic()?;
    let binary = session.info().binary.clone().unwrap_or_default();
    Ok(PathBuf::from(binary))
}

fn against_bare(
    runtime: &str,
    binary: &Path,
    bare: &'static [&'static str],
    tests: &[String],
    pairs: u16,
    cores: usize,
) -> Result<()> {
    let measure = |files: &[String], jobs| measure(files, runtime, binary, bare, pairs, jobs);
    let mut jobs = vec![1];
    if cores > 1 {
        jobs.insert(0, cores);
    }
    for jobs in jobs {
        println!("jobs: {jobs}");
        measure(tests, jobs)?.print(tests.len());
    }
    println!("one test alone ({ONE}): what a run costs once, and a test");
    measure(&[ONE.to_owned()], 1)?.print(1);
    Ok(())
}

/// Whole areas, as far as their tests pass in bare processes.
fn areas(
    areas: &[String],
    runtime: &str,
    binary: &Path,
    bare: &'static [&'static str],
    pairs: u16,
    cores: usize,
) -> Result<()> {
    let all = files::of_areas(areas)?;
    let passes = Bare::new(&all, binary, bare, 1)?.passes()?;
    let (usable, left): (Vec<_>, Vec<_>) =
        all.into_iter().zip(passes).partition(|(_, passes)| *passes);
    let usable: Vec<_> = usable.into_iter().map(|(file, _)| file).collect();
    println!("{} files; {} do not pass bare:", usable.len(), left.len());
    for (file, _) in left {
        println!("  {file}");
    }
    println!("jobs: {cores}");
    measure(&usable, runtime, binary, bare, pairs, cores)?.print(usable.len());
    Ok(())
}

fn measure(
    files: &[String],
    runtime: &str,
    binary: &Path,
    bare: &'static [&'static str],
    pairs: u16,
    jobs: usize,
) -> Result<Pairs> {
    let a = Winterproof::new(files, runtime, jobs)?;
    let b = Bare::new(files, binary, bare, jobs)?;
    let pair = || {
        let cost = a.run()?;
        a.all_ok(files.len())?;
        Ok((cost, b.run()?))
    };
    Pairs::measure(pairs, pair)
}
