//! How much memory winterproof itself takes, without its runtimes.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use miette::{IntoDiagnostic, Result};

use crate::ways::Winterproof;

/// The system keeps the peak as long as the process lives; what comes after the last look is missed.
const LOOK_EVERY: Duration = Duration::from_millis(2);

pub(crate) fn print(what: &str, files: &[String], runtime: &str, jobs: usize) -> Result<()> {
    let way = Winterproof::new(files, runtime, jobs)?;
    let mut child = way.command().spawn().into_diagnostic()?;
    let mut peak = None;
    while child.try_wait().into_diagnostic()?.is_none() {
        peak = peak_of(child.id()).or(peak);
        sleep(LOOK_EVERY);
    }
    let tests = way.log()?.tests.len();
    match peak {
        Some(kibibytes) => println!("  {what} ({tests} tests): {:.1} MiB", kibibytes / 1024.0),
        None => println!("  {what}: not known on this system"),
    }
    Ok(())
}

/// In KiB.
fn peak_of(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
