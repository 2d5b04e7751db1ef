//! The tests as one run that writes logs, from which expectations can be brought up to date.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;

use libtest_mimic::Arguments;
use tokio_util::sync::CancellationToken;
use winterproof_adapters::{AdapterFolder, Written, accept, temporary_folder};
use winterproof_model::log::RunLog;
use winterproof_model::{Event, Profile};
use winterproof_runner::{self as runner, Listener, Plan, RuntimeRun, Settings, UnknownHandlers};

use crate::beside;
use crate::problem::Problem;
use crate::target::Target;
use crate::trials::{Stage, threads};

const LOGS: &str = "WINTERPROOF_LOGS";
const ACCEPT: &str = "WINTERPROOF_ACCEPT";

/// What to make of the tests in place of trials.
pub(crate) struct Mode {
    /// Where logs are kept.
    logs: Option<PathBuf>,
    /// Whether expectations are brought up to date.
    accept: bool,
}

/// A runtime whose tests are run, and its log.
type Ran = (Arc<Target>, PathBuf);

impl Mode {
    /// What the environment asks for.
    pub(crate) fn asked_for() -> Option<Self> {
        let set = |name| env::var_os(name).filter(|value| !value.is_empty());
        let logs = set(LOGS).map(PathBuf::from);
        let accept = set(ACCEPT).is_some();
        (accept || logs.is_some()).then_some(Self { logs, accept })
    }

    pub(crate) fn run(self, stage: Stage, arguments: &Arguments) -> Result<ExitCode, Problem> {
        let named = if self.accept { ACCEPT } else { LOGS };
        if env::var_os("NEXTEST").is_some() {
            return Err(Problem::Nextest(named));
        }
        let temporary = temporary_folder("conformance-");
        let temporary = temporary.map_err(|error| io("make", &env::temp_dir(), error))?;
        let folder = match &self.logs {
            Some(folder) => beside(folder),
            None => temporary.path().to_owned(),
        };
        fs::create_dir_all(&folder).map_err(|error| io("make", &folder, error))?;
        if self.accept {
            for target in &stage.targets {
                writable(target)?;
            }
        }
        let (ran, counted) = threads()?.block_on(measure(&stage, &folder, arguments))?;
        if self.logs.is_some() {
            for (_, log) in &ran {
                println!("wrote {}", log.display());
            }
        }
        if self.accept {
            for (target, log) in &ran {
                bring_up_to_date(target, log)?;
            }
            return Ok(ExitCode::SUCCESS);
        }
        if counted.measured == 0 {
            println!("nothing was measured");
        }
        Ok(match counted {
            Counted {
                measured: 1..,
                unexpected: 0,
            } => ExitCode::SUCCESS,
            _ => ExitCode::from(101),
        })
    }
}

/// What the runs come to, of all runtimes.
#[derive(Default)]
struct Counted {
    /// Tests that were run.
    measured: u64,
    /// Tests and expectations that are not as they should be.
    unexpected: u64,
}

/// Runs the tests that the arguments want on every runtime that is here; gives the logs, and what they
/// come to.
async fn measure(
    stage: &Stage,
    folder: &Path,
    arguments: &Arguments,
) -> Result<(Vec<Ran>, Counted), Problem> {
    let mut ran = Vec::new();
    let mut runs = Vec::new();
    let mut unknown = UnknownHandlers::of(&stage.root);
    for target in &stage.targets {
        if let Some(why) = &target.left_out {
            eprintln!("SKIPPED: {} {why}", target.name);
            continue;
        }
        let session = target.session().await;
        let session = session.map_err(|source| Problem::Connect {
            name: target.name.clone(),
            source,
        })?;
        let (tests, info) = (&target.tests, session.info());
        let mut plan = Plan::new(&stage.found, tests, info, Profile::Latest, &mut unknown);
        plan.tests
            .retain(|one| wants(arguments, &format!("{}::{}", target.name, one.test.id)));
        if plan.tests.is_empty() {
            continue;
        }
        let log = folder.join(format!("{}.jsonl", target.name));
        ran.push((Arc::clone(target), log.clone()));
        runs.push(RuntimeRun {
            adapter: Arc::clone(&target.adapter),
            binary_sha256: target.adapter.binary_sha256().await,
            session,
            expectations: target.expectations.clone(),
            plan,
            log,
        });
    }
    let names = ran.iter().map(|(target, _)| target.name.clone()).collect();
    let settings = Settings {
        filters: filters(&runs, &ran, arguments),
        jobs: arguments
            .test_threads
            .unwrap_or_else(|| available_parallelism().map_or(1, usize::from)),
        timeout_multiplier: stage.patience,
        retries: 0,
        partition: None,
        resume: false,
    };
    let outcomes = runner::run(
        &stage.root,
        stage.serving.clone(),
        settings,
        runs,
        Arc::new(Told { names }),
        CancellationToken::new(),
    )
    .await?;
    let mut counted = Counted::default();
    for ((target, _), outcome) in ran.iter().zip(outcomes) {
        if let Some(error) = outcome.error {
            return Err(error.into());
        }
        let (totals, stale) = outcome
            .footer
            .map(|footer| (footer.totals, footer.stale))
            .unwrap_or_default();
        println!(
            "{}: {} tests, {} not as expected",
            target.name,
            totals.measured(),
            totals.unexpected,
        );
        for one in &stale {
            println!("{}: stale expectation: {one}", target.name);
        }
        counted.measured += totals.measured();
        counted.unexpected += totals.unexpected + stale.len() as u64;
    }
    Ok((ran, counted))
}

/// Whether the arguments want a test of this name, as libtest reads them.
fn wants(arguments: &Arguments, name: &str) -> bool {
    let fits = |filter: &str| match arguments.exact {
        true => name == filter,
        false => name.contains(filter),
    };
    arguments.filter.as_deref().is_none_or(fits) && !arguments.skip.iter().any(|skip| fits(skip))
}

/// What makes the same plan again: of tests that libtest's arguments choose, their ids.
fn filters(runs: &[RuntimeRun], ran: &[Ran], arguments: &Arguments) -> Vec<String> {
    let mut filters: Vec<String> = match arguments.filter.is_none() && arguments.skip.is_empty() {
        true => ran
            .iter()
            .flat_map(|(target, _)| target.tests.texts())
            .collect(),
        false => runs
            .iter()
            .flat_map(|run| &run.plan.tests)
            .map(|planned| planned.test.id.to_string())
            .collect(),
    };
    filters.sort_unstable();
    filters.dedup();
    filters
}

/// Tells of tests that are not as expected.
struct Told {
    names: Vec<String>,
}

impl Listener for Told {
    fn hear(&self, runtime: usize, event: &Event) {
        if let Event::TestFinished(record) = event
            && !record.result.is_expected()
        {
            println!("{}::{} is not as expected", self.names[runtime], record.id);
        }
    }
}

/// The folder whose expectations can be written.
fn writable(target: &Target) -> Result<&PathBuf, Problem> {
    match &target.folder {
        Some(AdapterFolder::Disk(folder)) => Ok(folder),
        _ => Err(Problem::NoFolder(target.name.clone())),
    }
}

/// Brings the expectations of a runtime up to date with a log of it.
fn bring_up_to_date(target: &Target, log: &Path) -> Result<(), Problem> {
    let folder = writable(target)?;
    let bytes = fs::read(log).map_err(|error| io("read", log, error))?;
    let parsed = RunLog::parse(&bytes)?;
    let written = Written::of_adapter(&AdapterFolder::Disk(folder.clone()))?;
    let accepted = accept(&[(&log.display().to_string(), &parsed)], &written)?;
    for unsettled in &accepted.unsettled {
        eprintln!("{unsettled} ended in ways that no expectation can express");
    }
    if accepted.changes.is_empty() {
        println!("{}: the expectations are up to date", target.name);
    }
    for change in &accepted.changes {
        println!("{}", change.write(folder)?);
    }
    Ok(())
}

fn io(action: &'static str, path: &Path, source: std::io::Error) -> Problem {
    Problem::Io {
        action,
        path: path.to_owned(),
        source,
    }
}
