//! What a piece of work costs.

use std::time::{Duration, Instant};

use miette::{IntoDiagnostic, Result};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

/// CPU and wall time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// User and system time of the processes that the work started and waited for, and of theirs.
    pub cpu: Duration,
    pub wall: Duration,
}

pub(crate) fn cost(work: impl FnOnce() -> Result<()>) -> Result<Cost> {
    let before = children()?;
    let begin = Instant::now();
    work()?;
    let wall = begin.elapsed();
    let cpu = children()? - before;
    Ok(Cost { cpu, wall })
}

fn children() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).into_diagnostic()?;
    Ok(duration(usage.user_time()) + duration(usage.system_time()))
}

fn duration(time: TimeVal) -> Duration {
    let seconds = Duration::from_secs(time.tv_sec().unsigned_abs());
    seconds + Duration::from_micros(time.tv_usec().unsigned_abs())
}

pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
