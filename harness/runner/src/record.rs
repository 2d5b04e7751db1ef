//! Writes a run log as the results come.
//!
//! Each line is one write, so a killed winterproof leaves whole lines and at most one that is cut.
//! The disk is asked to keep them (fsync) every two seconds and at the end. When a write fails, what
//! of the line was written is taken back, so that the log stays readable. While a log is written,
//! no other winterproof writes it.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use winterproof_adapters::Watch;
use winterproof_model::log::{Counter, Footer, Header, Line, TestRecord};

use crate::resume::{Kept, lock};

const SYNC_EVERY: Duration = Duration::from_secs(2);

/// Why a log can't be written.
#[derive(Debug, thiserror::Error)]
#[error("failed to write the run log {path}: {source}")]
pub struct RecordError {
    /// The log.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// What a log is written to.
pub(crate) trait Sink: Write + Seek + Send {
    fn truncate(&mut self, length: u64) -> io::Result<()>;
    fn sync(&mut self) -> io::Result<()>;
}

impl Sink for File {
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.sync_data() {
            // A pipe or a terminal has nothing to keep.
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
            other => other,
        }
    }
}

/// Writes one log.
pub(crate) struct Recorder {
    path: PathBuf,
    sink: Box<dyn Sink>,
    /// How many bytes of whole lines there are.
    length: u64,
    counter: Counter,
    begin: Instant,
    /// How long earlier parts of the run took, as far as they said so.
    before: Duration,
    synced: Instant,
}

impl Recorder {
    /// Makes the file and writes the header.
    pub(crate) fn create(path: &Path, header: &Header) -> Result<Self, RecordError> {
        match create(path) {
            Ok(file) => Self::start(path, Box::new(file), header),
            Err(source) => Err(RecordError {
                path: path.to_owned(),
                source,
            }),
        }
    }

    /// Goes on with a log: behind what stays of it.
    pub(crate) fn resume(path: &Path, kept: Kept) -> Result<Self, RecordError> {
        let Kept {
            mut file,
            log,
            length,
        } = kept;
        let cut = file
            .set_len(length)
            .and_then(|()| file.seek(SeekFrom::Start(length)));
        cut.map_err(|source| RecordError {
            path: path.to_owned(),
            source,
        })?;
        let mut counter = Counter::new(log.header.planned.len());
        for record in log.earlier.iter().chain(&log.tests) {
            counter.add(record);
        }
        let now = Instant::now();
        Ok(Self {
            path: path.to_owned(),
            sink: Box::new(file),
            length,
            counter,
            begin: now,
            before: log
                .footer
                .map_or(Duration::ZERO, |it| Duration::from_millis(it.duration_ms)),
            synced: now,
        })
    }

    fn start(path: &Path, sink: Box<dyn Sink>, header: &Header) -> Result<Self, RecordError> {
        let now = Instant::now();
        let mut recorder = Self {
            path: path.to_owned(),
            sink,
            length: 0,
            counter: Counter::new(header.planned.len()),
            begin: now,
            before: Duration::ZERO,
            synced: now,
        };
        recorder.write(&Line::Header(Box::new(header.clone())))?;
        Ok(recorder)
    }

    /// Writes one finished attempt.
    pub(crate) fn test(&mut self, record: TestRecord) -> Result<(), RecordError> {
        self.counter.add(&record);
        self.write(&Line::Test(Box::new(record)))
    }

    /// Writes the footer; the run is complete when every planned test has a result. Only then is known
    /// which expectations were of no use.
    pub(crate) fn finish(mut self, watch: Watch) -> Result<Footer, RecordError> {
        let totals = self.counter.totals();
        let complete = totals.unmeasured == 0;
        let duration = self.before + self.begin.elapsed();
        let footer = Footer {
            complete,
            duration_ms: u64::try_from(duration.as_millis()).unwrap_or(u64::MAX),
            stale: match complete {
                true => watch.stale(),
                false => Vec::new(),
            },
            totals,
        };
        self.write(&Line::Footer(footer.clone()))?;
        self.sink.sync().map_err(|source| self.failed(source))?;
        Ok(footer)
    }

    fn failed(&self, source: io::Error) -> RecordError {
        RecordError {
            path: self.path.clone(),
            source,
        }
    }

    fn write(&mut self, line: &Line) -> Result<(), RecordError> {
        let text = line.to_text();
        if let Err(source) = self.sink.write_all(text.as_bytes()) {
            // Best effort: where it can't be taken back, a reader drops the line that is cut.
            let _ = self.sink.truncate(self.length);
            let _ = self.sink.seek(SeekFrom::Start(self.length));
            return Err(self.failed(source));
        }
        self.length += text.len() as u64;
        if self.synced.elapsed() > SYNC_EVERY {
            self.sink.sync().map_err(|source| self.failed(source))?;
            self.synced = Instant::now();
        }
        Ok(())
    }
}

/// Makes an empty file, unless somebody is writing it.
fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    let file = options
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    if lock(&file).is_err() {
        let problem = "another winterproof is writing it";
        return Err(io::Error::new(io::ErrorKind::ResourceBusy, problem));
    }
    // A device or a pipe has no length.
    if file.metadata()?.is_file() {
        file.set_len(0)?;
    }
    Ok(file)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::io::Cursor;
    use std::sync::{Arc, Mutex};

    use super::*;
    use winterproof_model::log::{HostInfo, RunLog, Settings, SuiteInfo};
    use winterproof_model::{HarnessStatus, Profile, RuntimeInfo, Scope, TestId, TestResult};

    /// A disk with room for so many bytes.
    struct SmallDisk {
        content: Arc<Mutex<Cursor<Vec<u8>>>>,
        room: u64,
    }

    impl Write for SmallDisk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut content = self.content.lock().unwrap();
            let left = usize::try_from(self.room - content.position()).unwrap();
            if left == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            content.write(&bytes[..left.min(bytes.len())])
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for SmallDisk {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.content.lock().unwrap().seek(to)
        }
    }

    impl Sink for SmallDisk {
        fn truncate(&mut self, length: u64) -> io::Result<()> {
            let length = usize::try_from(length).unwrap();
            self.content.lock().unwrap().get_mut().truncate(length);
            Ok(())
        }

        fn sync(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    pub(crate) fn runtime(scopes: Vec<Scope>) -> RuntimeInfo {
        RuntimeInfo {
            id: "fake".into(),
            adapter_version: 1,
            title: "Fake".into(),
            runtime_key: None,
            version: "1.0.0".into(),
            engine: None,
            binary: None,
            binary_sha256: None,
            options: Default::default(),
            flags: vec![],
            environment: Default::default(),
            scopes,
            capabilities: vec![],
            deviations: vec![],
        }
    }

    fn header(planned: Vec<TestId>) -> Header {
        Header {
            winterproof_log: 1,
            harness_version: "0".into(),
            started: "2026-01-01T00:00:00Z".into(),
            suite: SuiteInfo {
                name: "s".into(),
                revision: None,
                hash: String::new(),
            },
            runtime: runtime(vec![Scope::Shell]),
            host: HostInfo {
                os: "linux".into(),
                arch: "x86_64".into(),
            },
            settings: Settings {
                filters: vec![],
                jobs: 1,
                timeout_multiplier: 1.0,
                retries: 0,
                partition: None,
                wptserve: false,
            },
            profile: Profile::Latest,
            adapter_sha256: None,
            expectations_sha256: None,
            whole: None,
            planned,
            requirements: std::collections::BTreeMap::new(),
        }
    }

    fn record(id: &TestId) -> TestRecord {
        TestRecord {
            id: id.clone(),
            attempt: 1,
            title: None,
            specs: vec![],
            slow: false,
            result: TestResult::bare(HarnessStatus::Error, "x".repeat(300)),
        }
    }

    #[test]
    fn a_full_disk_leaves_a_log_that_every_reader_takes() {
        let ids: Vec<TestId> = (0..5)
            .map(|n| format!("/a/{n}.any.js").parse().unwrap())
            .collect();
        let content = Arc::new(Mutex::new(Cursor::new(Vec::new())));
        let disk = SmallDisk {
            content: Arc::clone(&content),
            room: 1800,
        };
        let mut recorder =
            Recorder::start(Path::new("x.jsonl"), Box::new(disk), &header(ids.clone())).unwrap();
        let failed = ids
            .iter()
            .map(|id| recorder.test(record(id)))
            .position(|r| r.is_err());
        let kept = failed.expect("the disk is too small for all");
        assert!(kept > 0, "the disk has room for some");
        let bytes = content.lock().unwrap().get_ref().clone();
        assert_eq!(bytes.last(), Some(&b'\n'));
        let log = RunLog::parse(&bytes).unwrap();
        assert_eq!(log.tests.len(), kept);
        assert_eq!(log.unmeasured.len(), 5 - kept);
        assert!(!log.is_complete());
    }
}
