//! The two ways to run the tests.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use miette::{IntoDiagnostic, Result, bail, miette};
use winterproof_adapters::RuntimeSpec;
use winterproof_model::HarnessStatus;
use winterproof_model::log::RunLog;
use winterproof_suites::{SuiteRoot, TESTHARNESS};

use crate::usage::{Cost, cost};

const BARE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/overhead/bare.cjs");
/// The exit code of [`BARE`] when the test is OK and a subtest of it does not pass.
const SUBTEST_FAILED: i32 = 2;

/// Way A.
pub(crate) struct Winterproof {
    /// What to run, as arguments.
    what: Vec<OsString>,
    runtime: String,
    jobs: usize,
    out: tempfile::TempDir,
}

impl Winterproof {
    pub(crate) fn new(files: &[String], runtime: &str, jobs: usize) -> Result<Self> {
        let what = files.iter().map(OsString::from).collect();
        Self::of(what, runtime, jobs)
    }

    /// All tests of a root.
    pub(crate) fn of_root(root: &Path, runtime: &str, jobs: usize) -> Result<Self> {
        Self::of(vec!["--root".into(), root.into()], runtime, jobs)
    }

    fn of(what: Vec<OsString>, runtime: &str, jobs: usize) -> Result<Self> {
        Ok(Self {
            what,
            runtime: runtime.to_owned(),
            jobs,
            out: tempfile::tempdir().into_diagnostic()?,
        })
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_winterproof"));
        command
            .arg("run")
            .args(&self.what)
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
        let spec = RuntimeSpec::parse(&self.runtime).into_diagnostic()?;
        let name = spec.file_name();
        let path = self.out.path().join(format!("logs/{name}.jsonl"));
        let log = RunLog::parse(&fs::read(path).into_diagnostic()?).into_diagnostic()?;
        if !log.is_complete() {
            bail!("winterproof did not run all tests");
        }
        Ok(log)
    }

    /// Fails unless so many tests came to their end in the last run.
    pub(crate) fn all_ok(&self, tests: usize) -> Result<()> {
        let log = self.log()?;
        if log.tests.len() != tests {
            bail!("{} tests were run, not {tests}", log.tests.len());
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
    binary: PathBuf,
    args: &'static [&'static str],
    /// The scripts of each test.
    tests: Vec<Vec<PathBuf>>,
    jobs: usize,
    /// The embedded suites, where a bare process can read them: vectors are in no file of ours.
    _scripts: tempfile::TempDir,
}

impl Bare {
    /// The arguments in front of a script, for the runtimes that a script can be given to.
    pub(crate) fn command(id: &str) -> Option<&'static [&'static str]> {
        match id {
            "node" | "bun" => Some(&[]),
            "deno" => Some(&["run", "--allow-all", "--no-config", "--no-lock"]),
            _ => None,
        }
    }

    pub(crate) fn new(
        files: &[String],
        binary: &Path,
        args: &'static [&'static str],
        jobs: usize,
    ) -> Result<Self> {
        let folder = tempfile::tempdir().into_diagnostic()?;
        let tests = files
            .iter()
            .map(|file| scripts(file, folder.path()))
            .collect::<Result<_>>()?;
        Ok(Self {
            binary: binary.to_owned(),
            args,
            tests,
            jobs,
            _scripts: folder,
        })
    }

    /// Whether each test, in their order, passes in a process of its own. Those that need a server or
    /// what a host says of its origin don't.
    pub(crate) fn passes(&self) -> Result<Vec<bool>> {
        self.tests
            .iter()
            .map(|scripts| Ok(self.start(scripts)?.success()))
            .collect()
    }

    fn start(&self, scripts: &[PathBuf]) -> Result<ExitStatus> {
        let mut command = Command::new(&self.binary);
        silent(command.args(self.args).arg(BARE).args(scripts));
        command.status().into_diagnostic()
    }

    pub(crate) fn run(&self) -> Result<Cost> {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(scripts) = self.tests.get(next.fetch_add(1, Ordering::Relaxed)) {
                let status = self.start(scripts)?;
                if !matches!(status.code(), Some(0 | SUBTEST_FAILED)) {
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

/// testharness.js, the META scripts and the test itself, written below `folder`.
fn scripts(file: &str, folder: &Path) -> Result<Vec<PathBuf>> {
    let root = SuiteRoot::embedded();
    let path = format!("/{file}");
    let found = root
        .discover(std::slice::from_ref(&path))
        .into_diagnostic()?;
    let [source] = found.files.as_slice() else {
        bail!("{file} is not one test file");
    };
    let mut paths = vec![TESTHARNESS.to_owned()];
    for script in source.scripts() {
        let script = script.map_err(|reference| miette!("{reference} leads out of the root"))?;
        paths.push(script.path);
    }
    paths.push(path);
    let write = |path: String| {
        let place = folder.join(path.trim_start_matches('/'));
        fs::create_dir_all(place.parent().unwrap_or(folder)).into_diagnostic()?;
        fs::write(&place, root.read(&path).into_diagnostic()?).into_diagnostic()?;
        Ok(place)
    };
    paths.into_iter().map(write).collect()
}

pub(crate) fn silent(command: &mut Command) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
}
