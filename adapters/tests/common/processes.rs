//! The processes that came of a folder.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Those that still run and have the folder in their command line or environment, as `/proc` knows
/// them.
pub fn of(folder: &Path) -> Vec<String> {
    let folder = folder.as_os_str().as_encoded_bytes();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        // A process may end while it is looked at; one that ended has neither file.
        let read = |name: &str| fs::read(entry.path().join(name)).unwrap_or_default();
        let of_ours = |bytes: &[u8]| bytes.windows(folder.len()).any(|part| part == folder);
        let line = read("cmdline");
        if of_ours(&line) || of_ours(&read("environ")) {
            let line = String::from_utf8_lossy(&line).replace('\0', " ");
            found.push(format!("{}: {line}", entry.path().display()));
        }
    }
    found
}

/// That none of them is left. The system takes a moment to end what was killed, and has `patience`.
#[track_caller]
pub fn are_gone(folder: &Path, patience: Duration) {
    let begin = Instant::now();
    loop {
        let left = of(folder);
        if left.is_empty() {
            return;
        }
        assert!(begin.elapsed() < patience, "left behind: {left:#?}");
        sleep(Duration::from_millis(10));
    }
}
