//! Reading run logs from files, and naming them.
//!
//! Owns: the only file access of this crate. Everything else works on what was read here.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

use winterproof_model::log::RunLog;

use crate::error::ReportError;

/// A run log and the name of the file that it came from.
#[derive(Clone, Debug)]
pub struct NamedLog {
    /// The file's name without its folder, so that a report does not depend on where a log lies.
    pub name: String,
    /// What the file holds.
    pub log: RunLog,
}

/// Reads one run log.
pub fn load(path: impl AsRef<Path>) -> Result<NamedLog, ReportError> {
    let path = path.as_ref();
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|source| ReportError::Unreadable {
        path: shown.clone(),
        source,
    })?;
    let log = RunLog::parse(&bytes).map_err(|source| ReportError::BadLog {
        path: shown.clone(),
        source,
    })?;
    let name = path
        .file_name()
        .map_or(shown, |name| name.to_string_lossy().into_owned());
    Ok(NamedLog { name, log })
}

/// Reads several run logs, in the order given, each of a run of its own.
pub fn load_all<P: AsRef<Path> + Sync>(paths: &[P]) -> Result<Vec<NamedLog>, ReportError> {
    let all = load_each(paths)?;
    match twice(&all) {
        None => Ok(all),
        Some((first, second)) => Err(ReportError::Twice {
            path: paths[second].as_ref().display().to_string(),
            first: paths[first].as_ref().display().to_string(),
        }),
    }
}

/// Reads several run logs, in the order given; as many at once as there are processors.
pub fn load_each<P: AsRef<Path> + Sync>(paths: &[P]) -> Result<Vec<NamedLog>, ReportError> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let read = || {
        let mut read = Vec::new();
        while let Some((at, path)) = paths.iter().enumerate().nth(next.fetch_add(1, Relaxed)) {
            read.push((at, load(path)));
        }
        read
    };
    let mut all: Vec<_> = thread::scope(|scope| {
        let readers: Vec<_> = (0..processors.min(paths.len()))
            .map(|_| scope.spawn(read))
            .collect();
        let read = readers.into_iter().map(thread::ScopedJoinHandle::join);
        read.flat_map(|read| read.expect("reading a log does not panic"))
            .collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, log)| log).collect()
}

/// Two logs of the same run: no two runs begin at the same moment. What is in them would count twice.
fn twice(logs: &[NamedLog]) -> Option<(usize, usize)> {
    let mut seen: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, named) in logs.iter().enumerate() {
        let header = &named.log.header;
        let others = seen.entry(&header.started).or_default();
        let same = others
            .iter()
            .find(|other| logs[**other].log.header == *header);
        if let Some(first) = same {
            return Some((*first, at));
        }
        others.push(at);
    }
    None
}

/// Reads the run log at a path, or all of a folder: those in it (`*.jsonl`), or those in its folder
/// `logs`, which is where a run puts them. They are sorted by name.
pub fn load_set(path: impl AsRef<Path>) -> Result<Vec<NamedLog>, ReportError> {
    let path = path.as_ref();
    if !path.is_dir() {
        return Ok(vec![load(path)?]);
    }
    for folder in [path.to_owned(), path.join("logs")] {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "jsonl"));
        files.sort();
        if !files.is_empty() {
            return load_all(&files);
        }
    }
    Err(ReportError::NoLogsIn {
        folder: path.display().to_string(),
    })
}

/// One label a log, no two the same: title and version; where those repeat, the file's name as
/// well; where that repeats too, a number.
pub fn labels<'a>(logs: impl IntoIterator<Item = &'a NamedLog>) -> Vec<String> {
    let logs: Vec<&NamedLog> = logs.into_iter().collect();
    let short: Vec<String> = logs.iter().map(|l| l.log.header.runtime.label()).collect();
    let long: Vec<String> = short
        .iter()
        .zip(&logs)
        .map(|(label, named)| format!("{label} [{}]", named.name))
        .collect();
    let mut labels: Vec<String> = short
        .iter()
        .zip(&long)
        .map(|(short_label, long_label)| {
            if repeats(&short, short_label) {
                long_label.clone()
            } else {
                short_label.clone()
            }
        })
        .collect();
    let all = labels.clone();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for label in &mut labels {
        if repeats(&all, label) {
            let number = seen.entry(label.clone()).or_default();
            *number += 1;
            *label = format!("{label} #{number}");
        }
    }
    labels
}

fn repeats(labels: &[String], label: &str) -> bool {
    labels.iter().filter(|other| *other == label).count() > 1
}
