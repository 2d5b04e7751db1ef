//! The two ways to run the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use miette::{IntoDiagnostic, Result, bail, miette};
use winterproof_model::HarnessStatus;
use winterproof_model::log::RunLog;
use winterproof_suites::{SuiteRoot, TESTHARNESS};

use crate::usage::{Cost, cost};

const BARE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/overhead/bare.cjs");
/// The embedded suites, where a bare process can read them.
const SUITES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../suites");

/// Way A.
pub(crate) struct Winterproof {
    files: Vec<String>,
    runtime: String,
    jobs: usize,
    out: tempfile::TempDir,
}

impl Winterproof {
    pub(crate) fn new(files: &[String], runtime: &str, jobs: usize) -> Result<Self> {
        Ok(Self {
            files: files.to_vec(),
            runtime: runtime.to_owned(),
            jobs,
            out: tempfile::tempdir().into_diagnostic()?,
        })
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_winterproof"));
        command
            .arg("run")
            .args(&self.files)
            .args(["--runtime", &self.runtime])
            .args(["--jobs", &self.jobs.to_string()])
            .arg("--out")
            .arg(self.out.path());
        silent(&mut command);
        command
    }

    pub(crate) fn run(&self) -> Result<Cost> {
        cost(|| {
            // Whether all is as expected does not matter here; the log says what was measured.
            self.command().status().into_diagnostic()?;
            Ok(())
        })
    }

    /// The log of the last run.
    pub(crate) fn log(&self) -> Result<RunLog> {
        let name = self.runtime.split('=').next().unwrap_or_default();
        let path = self.out.path().join(format!("logs/{name}.jsonl"));
        let log = RunLog::parse(&fs::read(path).into_diagnostic()?).into_diagnostic()?;
        if !log.is_complete() {
            bail!("winterproof did not run all tests");
        }
        Ok(log)
    }

    /// Fails unless the last run did what the bare processes do.
    pub(crate) fn all_ok(&self) -> Result<()> {
        let log = self.log()?;
        if log.tests.len() != self.files.len() {
            bail!(
                "{} files are not {} tests",
                self.files.len(),
                log.tests.len()
            );
        }
        match log
            .tests
            .iter()
            .find(|test| test.result.status != HarnessStatus::Ok)
        {
            Some(test) => Err(miette!("{} is not OK in winterproof", test.id)),
            None => Ok(()),
        }
    }
}

/// Way B.
pub(crate) struct Bare {
    node: PathBuf,
    /// The scripts of each test.
    tests: Vec<Vec<PathBuf>>,
    jobs: usize,
}

impl Bare {
    pub(crate) fn new(files: &[String], node: &Path, jobs: usize) -> Result<Self> {
        let tests = files
            .iter()
            .map(|file| scripts(file))
            .collect::<Result<_>>()?;
        Ok(Self {
            node: node.to_owned(),
            tests,
            jobs,
        })
    }

    pub(crate) fn run(&self) -> Result<Cost> {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(scripts) = self.tests.get(next.fetch_add(1, Ordering::Relaxed)) {
                let mut command = Command::new(&self.node);
                silent(command.arg(BARE).args(scripts));
                let status = command.status().into_diagnostic()?;
                if !status.success() {
                    bail!("{:?} ends bare with {status}", scripts.last());
                }
            }
            Ok(())
        };
        cost(|| {
            thread::scope(|scope| {
                let workers: Vec<_> = (0..self.jobs).map(|_| scope.spawn(work)).collect();
                workers
                    .into_iter()
                    .try_for_each(|worker| worker.join().expect("a worker does not panic"))
            })
        })
    }
}

/// testharness.js, the META scripts and the test itself.
fn scripts(file: &str) -> Result<Vec<PathBuf>> {
    let path = format!("/{file}");
    let found = SuiteRoot::embedded()
        .discover(std::slice::from_ref(&path))
        .into_diagnostic()?;
    let [source] = found.files.as_slice() else {
        bail!("{file} is not one test file");
    };
    let mut paths = vec![TESTHARNESS.to_owned()];
    for script in source.scripts() {
        paths.push(script.map_err(|reference| miette!("{reference} leads out of the root"))?);
    }
    paths.push(path);
    Ok(paths
        .iter()
        .map(|path| PathBuf::from(format!("{SUITES}{path}")))
        .collect())
}

pub(crate) fn silent(command: &mut Command) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
}
