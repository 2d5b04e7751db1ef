//! Runs tests on runtimes, a log each: once, or several times one after the other.
//!
//! Owns: which runtimes are run, how their logs are called, and what came of the run. Does not own: what
//! is told of the results.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use miette::Result;
use tokio_util::sync::CancellationToken;
use winterproof_adapters::{OwnExpectations, Registry};
use winterproof_model::Partition;
use winterproof_model::log::Footer;
use winterproof_reports::{self as reports, Format, NamedLog};
use winterproof_runner::{
    self as runner, Filters, Plan, RunError, RuntimeRun, Settings, UnknownHandlers,
};
use winterproof_server::Serving;
use winterproof_suites::{Discovered, SuiteRoot};

use super::connected::{Connected, Named, asked_for, connect, named};
use super::signals::stop_on_signal;
use crate::args::RunArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;

/// What came of a run.
#[derive(Debug, Default)]
pub(crate) struct Ran {
    /// The logs, of which some may not be there.
    pub logs: Vec<PathBuf>,
    /// What the last lines of those that are whole say.
    pub footers: Vec<Footer>,
    /// Whether some runtime could not be run, or not to the end.
    pub failed: bool,
    /// Whether somebody stopped it.
    pub stopped: bool,
}

impl Ran {
    /// Reads back the logs that are there.
    pub(crate) fn load(&self) -> Result<Vec<NamedLog>, Failure> {
        let there = self.logs.iter().filter(|path| path.is_file());
        reports::load_all(&there.collect::<Vec<_>>()).map_err(Failure::new)
    }

    /// How winterproof ends where the run did not come to its end.
    pub(crate) fn broken_off(&self) -> Option<Exit> {
        match (self.failed, self.stopped) {
            (true, _) => Some(Exit::SetUp),
            (false, true) => Some(Exit::Interrupted),
            (false, false) => None,
        }
    }
}

/// Runs what the arguments ask for; `Err` when there is nothing to run.
pub(crate) fn measure(
    args: &RunArgs,
    partition: Option<Partition>,
) -> Result<std::result::Result<Ran, Exit>> {
    let root = super::root(args.root.as_deref())?;
    let filters = Filters::parse(&args.filters).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    if found.files.is_empty() {
        return Ok(Err(no_tests(&root, &filters.texts())));
    }
    let logs = make_folders(&args.out)?;
    let mut serving = runner::serving_tests(&root, &found).map_err(Failure::new)?;
    if let Some(path) = &args.record_requests {
        serving.observer = Some(Arc::new(super::serve::recording(path)?));
    }
    let _watched = match args.wptserve {
        true => super::pass_on(&mut serving, &root)?,
        false => None,
    };
    let registry = super::registry(&args.adapters)?.serving(serving.clone());
    let run = Run {
        args,
        root: &root,
        partition,
        found: &found,
        filters: &filters,
        registry: &registry,
        logs: &logs,
    };
    super::block_on(run.rounds(&serving))?
}

fn no_tests(root: &SuiteRoot, filters: &[String]) -> Exit {
    if filters.is_empty() {
        super::no_test_files(root);
        return Exit::NoTests;
    }
    for filter in filters {
        eprintln!(
            "the filter {filter:?} matches no test of {}",
            super::shown(root)
        );
    }
    eprintln!("`winterproof list` shows the tests there are");
    Exit::NoTests
}

/// Makes the output folder, and tells the folder for logs in it.
fn make_folders(out: &Path) -> Result<PathBuf, Failure> {
    let logs = out.join("logs");
    fs::create_dir_all(&logs).map_err(|error| {
        Failure::new(format!(
            "failed to make the folder {}: {error}",
            logs.display()
        ))
        .help("`--out DIR` names another folder")
    })?;
    Ok(logs)
}

/// What a run is about.
struct Run<'a> {
    args: &'a RunArgs,
    root: &'a SuiteRoot,
    partition: Option<Partition>,
    found: &'a Discovered,
    filters: &'a Filters,
    registry: &'a Registry,
    logs: &'a Path,
}

impl Run<'_> {
    /// Runs everything as often as is asked for, each time with runtimes that are started anew.
    async fn rounds(&self, serving: &Serving) -> Result<std::result::Result<Ran, Exit>> {
        let specs = asked_for(self.registry, &self.args.runtimes)?;
        let rounds: Vec<Vec<Named>> = (1..=self.args.repeat)
            .map(|round| named(self.registry, &specs, round))
            .collect::<Result<_, _>>()?;
        let names = rounds.iter().flatten().map(|(name, _)| name.as_str());
        remove_stale(self.args, names)?;
        let stop = CancellationToken::new();
        let signals = Signals::default();
        let mut ran = Ran::default();
        for adapters in rounds {
            if stop.is_cancelled() {
                break;
            }
            if let Err(exit) = self
                .round(adapters, serving, &stop, &signals, &mut ran)
                .await?
            {
                return Ok(Err(exit));
            }
        }
        ran.stopped = stop.is_cancelled();
        Ok(Ok(ran))
    }

    async fn round(
        &self,
        adapters: Vec<Named>,
        serving: &Serving,
        stop: &CancellationToken,
        signals: &Signals,
        ran: &mut Ran,
    ) -> Result<std::result::Result<(), Exit>> {
        let (connected, failed) = connect(adapters).await?;
        ran.failed |= failed;
        let own = OwnExpectations::among(self.args.expectations.clone(), self.registry);
        let mut runtimes = Vec::new();
        let mut names = Vec::new();
        let mut unknown = UnknownHandlers::of(self.root).passed_on(self.args.wptserve);
        for Connected {
            name,
            adapter,
            session,
            binary_sha256,
        } in connected
        {
            let plan = Plan::new(
                self.found,
                self.filters,
                session.info(),
                self.args.profile,
                &mut unknown,
            );
            let log = self.logs.join(format!("{name}.jsonl"));
            let expectations = super::expectations(self.root, adapter.as_ref(), &own)?;
            names.push(name);
            runtimes.push(RuntimeRun {
                adapter,
                session,
                binary_sha256,
                expectations,
                plan,
                log,
            });
        }
        if runtimes.is_empty() {
            return Ok(Err(Exit::SetUp));
        }
        let without = runner::without_anywhere(runtimes.iter().map(|runtime| &runtime.plan));
        if !without.is_empty() || runtimes.iter().all(|runtime| runtime.plan.tests.is_empty()) {
            return Ok(Err(no_tests(self.root, &without)));
        }
        ran.logs
            .extend(runtimes.iter().map(|runtime| runtime.log.clone()));
        let settings = Settings {
            filters: self.filters.texts(),
            jobs: jobs(self.args.jobs),
            timeout_multiplier: self.args.timeout_multiplier,
            retries: self.args.retries,
            partition: self.partition,
            resume: self.args.resume,
        };
        let progress = Arc::new(Progress::new(&names, !stderr().is_terminal()));
        signals.mind(stop);
        let outcomes = runner::run(
            self.root,
            serving.clone(),
            settings,
            runtimes,
            Arc::clone(&progress) as _,
            stop.clone(),
        )
        .await;
        progress.clear();
        let outcomes = outcomes.map_err(|error| match error {
            RunError::Resume(_) => Failure::new(error).help(
                "without `--resume` the run begins anew and replaces the logs; `--out DIR` keeps them",
            ),
            error => Failure::new(error),
        })?;
        for (name, outcome) in names.iter().zip(outcomes) {
            if let Some(error) = &outcome.error {
                ran.failed = true;
                let report = Failure::new(format!("the run of {name} was stopped: {error}"))
                    .help("what was measured before is in the log; the rest is unmeasured");
                eprintln!("{:?}", miette::Report::new(report));
            }
            ran.footers.extend(outcome.footer);
        }
        Ok(Ok(()))
    }
}

/// Hears signals from the first test on, until it is dropped.
#[derive(Default)]
struct Signals(std::cell::OnceCell<tokio::task::JoinHandle<()>>);

impl Signals {
    fn mind(&self, stop: &CancellationToken) {
        self.0
            .get_or_init(|| tokio::spawn(stop_on_signal(stop.clone())));
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        if let Some(task) = self.0.get() {
            task.abort();
        }
    }
}

/// Removes what an earlier run left under the names that this one writes: should this run fail, the
/// old results must not pass for its own. Logs that are gone on with stay.
fn remove_stale<'a>(args: &RunArgs, names: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
    let out = &args.out;
    let mut files: Vec<PathBuf> = Format::ALL
        .iter()
        .map(|f| out.join(f.file_name()))
        .collect();
    for name in names {
        if !args.resume {
            files.push(out.join("logs").join(format!("{name}.jsonl")));
        }
        let own = Format::ALL
            .into_iter()
            .filter(|format| format.is_of_one_log());
        files.extend(own.map(|format| out.join(format.file_name_of(name))));
    }
    // A link or a device in a name's place was put there on purpose.
    let stale = |file: &&PathBuf| fs::symlink_metadata(file).is_ok_and(|found| found.is_file());
    for file in files.iter().filter(stale) {
        fs::remove_file(file).map_err(|error| {
            Failure::new(format!(
                "failed to remove {} of an earlier run: {error}",
                file.display()
            ))
        })?;
    }
    Ok(())
}

/// How many tests run at once: what the user says, or as many as there are processors.
pub(super) fn jobs(asked: Option<u16>) -> usize {
    match asked {
        Some(jobs) => usize::from(jobs),
        None => std::thread::available_parallelism().map_or(1, usize::from),
    }
}
