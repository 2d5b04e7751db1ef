//! Reads, counts and renders a large set of run logs, and fails when that takes too long or too much
//! memory.
//!
//! ```sh
//! cargo bench -p winterproof-reports --bench million -- [--subtests N] [--keep FOLDER]
//! ```
//!
//! The logs are made up: 12 runtimes that together report a million results of subtests, from the
//! same numbers each time. They are written to files and read from them, as `winterproof report`
//! does, and every format is written to a file. The peak of the memory is what Linux says of the
//! process, and the time that is judged is that of the processors, all threads together, so that what
//! else the machine does is of no matter: on an idle machine it takes no longer. Where the system says
//! neither, the clock is judged alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use winterproof_reports::{Format, Matrix, draw, load_all};

#[path = "million/logs.rs"]
mod logs;

/// What all of it may take.
const TIME: Duration = Duration::from_secs(20);
/// The peak of the process's memory, in KiB.
const MEMORY: u64 = 1024 * 1024;

fn main() {
    let mut subtests = 1_000_000;
    let mut keep = None;
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--subtests" => {
                let number = args.next().and_then(|number| number.parse().ok());
                subtests = number.expect("a number after --subtests");
            }
            "--keep" => keep = args.next().map(PathBuf::from),
            _ => {} // cargo adds --bench
        }
    }
    let made = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("million");
    let folder = keep.clone().unwrap_or(made);
    fs::create_dir_all(&folder).expect("a folder for the logs");
    let paths = logs::write(&folder, subtests);
    let size: u64 = paths.iter().map(|path| length(path)).sum();
    println!(
        "{subtests} subtests in {} logs of {}",
        paths.len(),
        mib(size)
    );

    let (begin, used) = (Instant::now(), processors().unwrap_or_default());
    let logs = load_all(&paths).expect("whole logs");
    step("read", begin, None);
    let now = Instant::now();
    let matrix = Matrix::of(&logs);
    step("count", now, None);
    for format in Format::ALL {
        let now = Instant::now();
        let mut bytes = 0;
        let mut write = |name: &str, text: String| {
            bytes += text.len() as u64;
            fs::write(folder.join(name), text).expect("a written report");
        };
        if format.is_of_one_log() {
            for log in &logs {
                let matrix = Matrix::of(std::slice::from_ref(log));
                let name = format.file_name_of(log.name.trim_end_matches(".jsonl"));
                write(&name, draw(format, &matrix, &|_| None).expect("a report"));
            }
        } else {
            write(
                format.file_name(),
                draw(format, &matrix, &|_| None).expect("a report"),
            );
        }
        step(format.as_str(), now, Some(bytes));
    }
    let (time, memory) = (begin.elapsed(), peak());
    let judged = processors().map_or(time, |all| all - used);
    println!(
        "all          {:6.2} s, {:.2} s of processors; peak {}",
        time.as_secs_f64(),
        judged.as_secs_f64(),
        memory.map_or("unknown".to_owned(), |peak| mib(peak * 1024))
    );
    if keep.is_none() {
        fs::remove_dir_all(&folder).expect("the folder goes");
    }
    if subtests <= 1_000_000 {
        assert!(judged <= TIME, "more than {} s", TIME.as_secs());
        assert!(memory.unwrap_or_default() <= MEMORY, "more than 1 GiB");
    }
}

fn step(what: &str, since: Instant, bytes: Option<u64>) {
    let time = since.elapsed().as_secs_f64();
    let written = bytes.map(mib).unwrap_or_default();
    let peak = peak().map(|peak| mib(peak * 1024)).unwrap_or_default();
    println!("{what:12} {time:6.2} s {written:>10}   peak {peak}");
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |found| found.len())
}

fn mib(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / 1_048_576.0)
}

/// What this process has used of the processors, in user mode and in the kernel; in hundredths of a
/// second, as Linux tells it.
fn processors() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = &stat[stat.rfind(')')? + 1..];
    let ticks = |at| after_name.split_whitespace().nth(at)?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}

/// The peak of this process's memory in KiB.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
