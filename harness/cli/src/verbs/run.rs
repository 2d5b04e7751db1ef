//! `winterproof run`: runs tests, writes a log per runtime, reports.

use std::collections::HashMap;
use std::fs;
use std::io::{IsTerminal, stderr, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use miette::Result;
use tokio_util::sync::CancellationToken;
use winterproof_adapters::{Adapter, Registry, RuntimeSpec, Session};
use winterproof_model::HarnessStatus;
use winterproof_model::log::Totals;
use winterproof_reports::{self as reports, Format};
use winterproof_runner::{
    self as runner, Filters, Outcome, Plan, RuntimeRun, Settings, UnknownHandlers,
};
use winterproof_server::Serving;
use winterproof_suites::{Discovered, SuiteRoot};

use crate::args::RunArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;

/// How many unexpected results the terminal shows in full.
const SHOWN: usize = 20;

pub(crate) fn main(args: &RunArgs) -> Result<Exit> {
    let root = super::root(args.root.as_deref())?;
    let filters = Filters::parse(&args.filters).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    if found.files.is_empty() {
        return Ok(no_tests(&root, &filters.texts()));
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
    let work = run(args, &root, serving, &found, &filters, &registry, &logs);
    super::block_on(work)?
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

pub(super) fn asked_for(
    registry: &Registry,
    runtimes: &[String],
) -> Result<Vec<RuntimeSpec>, Failure> {
    if !runtimes.is_empty() {
        return runtimes
            .iter()
            .map(|text| RuntimeSpec::parse(text).map_err(Failure::new))
            .collect();
    }
    let present = registry.present();
    for manifest in registry.manifests() {
        if !present.iter().any(|spec| spec.id == manifest.id) {
            eprintln!("{} is not on this machine and is left out", manifest.title);
        }
    }
    if present.is_empty() {
        return Err(Failure::new("no runtime was found on this machine")
            .help("`winterproof runtimes` tells where each is looked for"));
    }
    Ok(present)
}

/// A runtime that was asked for, and whether it answered.
struct Connected {
    name: String,
    adapter: Arc<dyn Adapter>,
    session: Arc<dyn Session>,
    binary_sha256: Option<String>,
}

async fn run(
    args: &RunArgs,
    root: &SuiteRoot,
    serving: Serving,
    found: &Discovered,
    filters: &Filters,
    registry: &Registry,
    logs: &Path,
) -> Result<Exit> {
    let specs = named(registry, asked_for(registry, &args.runtimes)?)?;
    remove_stale(&args.out, specs.iter().map(|(name, _)| name.as_str()))?;
    let (connected, mut failed) = connect(specs).await?;
    let mut runtimes = Vec::new();
    let mut names = Vec::new();
    let mut without: Option<Vec<String>> = None;
    let mut unknown = UnknownHandlers::of(root).passed_on(args.wptserve);
    for Connected {
        name,
        adapter,
        session,
        binary_sha256,
    } in connected
    {
        let plan = Plan::new(found, filters, session.info(), args.profile, &mut unknown);
        // A filter that matches nothing on any runtime is a mistake; on one of them it is not.
        match &mut without {
            None => without = Some(plan.without.clone()),
            Some(all) => all.retain(|filter| plan.without.contains(filter)),
        }
        let log = logs.join(format!("{name}.jsonl"));
        names.push(name);
        runtimes.push(RuntimeRun {
            adapter,
            session,
            binary_sha256,
            plan,
            log,
        });
    }
    if runtimes.is_empty() {
        return Ok(Exit::SetUp);
    }
    let without = without.unwrap_or_default();
    if !without.is_empty() || runtimes.iter().all(|runtime| runtime.plan.tests.is_empty()) {
        return Ok(no_tests(root, &without));
    }
    let paths: Vec<PathBuf> = runtimes.iter().map(|runtime| runtime.log.clone()).collect();
    let settings = Settings {
        filters: filters.texts(),
        jobs: jobs(args.jobs),
        timeout_multiplier: args.timeout_multiplier,
        retries: args.retries,
    };
    let stop = CancellationToken::new();
    let progress = Arc::new(Progress::new(&names, !stderr().is_terminal()));
    let signals = tokio::spawn(stop_on_signal(stop.clone()));
    let outcomes = runner::run(
        root,
        serving,
        settings,
        runtimes,
        Arc::clone(&progress) as _,
        stop.clone(),
    )
    .await;
    signals.abort();
    progress.clear();
    let outcomes = outcomes.map_err(Failure::new)?;
    for (name, outcome) in names.iter().zip(&outcomes) {
        if let Some(error) = &outcome.error {
            failed = true;
            let report = Failure::new(format!("the run of {name} was stopped: {error}"))
                .help("what was measured before is in the log; the rest is unmeasured");
            eprintln!("{:?}", miette::Report::new(report));
        }
    }
    show(args, &paths)?;
    Ok(exit(&outcomes, failed, stop.is_cancelled()))
}

/// An adapter and the name of its log.
type Named = (String, Arc<dyn Adapter>);

/// Resolves what was asked for, and gives each a name of its own for its log.
fn named(registry: &Registry, specs: Vec<RuntimeSpec>) -> Result<Vec<Named>, Failure> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut adapters = Vec::new();
    for spec in specs {
        let adapter = super::resolve(registry, &spec)?;
        let name = spec.file_name();
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let name = match *count {
            1 => name,
            count => format!("{name}-{count}"),
        };
        adapters.push((name, adapter));
    }
    Ok(adapters)
}

/// Removes what an earlier run left under the names that this one writes: should this run fail, the
/// old results must not pass for its own.
fn remove_stale<'a>(out: &Path, names: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
    let mut files: Vec<PathBuf> = Format::ALL
        .iter()
        .map(|f| out.join(f.file_name()))
        .collect();
    for name in names {
        files.push(out.join("logs").join(format!("{name}.jsonl")));
        files.push(out.join(format!("wptreport-{name}.json")));
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

async fn connect(adapters: Vec<Named>) -> Result<(Vec<Connected>, bool), Failure> {
    let mut tasks = Vec::new();
    for (name, adapter) in adapters {
        let connecting = Arc::clone(&adapter);
        let task =
            tokio::spawn(
                async move { tokio::join!(connecting.connect(), connecting.binary_sha256()) },
            );
        tasks.push((name, adapter, task));
    }
    let mut connected = Vec::new();
    let mut failed = false;
    for (name, adapter, task) in tasks {
        let (session, binary_sha256) = task.await.map_err(Failure::new)?;
        match session {
            Ok(session) => connected.push(Connected {
                name,
                adapter,
                session,
                binary_sha256,
            }),
            Err(error) => {
                failed = true;
                let report = Failure::new(format!("{name} was not run: {error}"));
                eprintln!("{:?}", miette::Report::new(report));
            }
        }
    }
    Ok((connected, failed))
}

/// How many tests run at once: what the user says, or as many as there are processors.
pub(super) fn jobs(asked: Option<u16>) -> usize {
    match asked {
        Some(jobs) => usize::from(jobs),
        None => std::thread::available_parallelism().map_or(1, usize::from),
    }
}

/// The first Ctrl-C (or SIGTERM) ends the run with valid logs, the second ends winterproof.
pub(super) async fn stop_on_signal(stop: CancellationToken) {
    signal().await;
    stop.cancel();
    eprintln!("stopping; press Ctrl-C again to give up at once");
    signal().await;
    std::process::exit(Exit::Interrupted as i32);
}

/// Waits for Ctrl-C or SIGTERM.
#[cfg(unix)]
pub(super) async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
pub(super) async fn signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Reads the logs back and makes every report of them.
fn show(args: &RunArgs, paths: &[PathBuf]) -> Result<(), Failure> {
    let there: Vec<&PathBuf> = paths.iter().filter(|path| path.is_file()).collect();
    let logs = reports::load_all(&there).map_err(Failure::new)?;
    if logs.is_empty() {
        return Ok(());
    }
    let write = |name: String, text: String| {
        let path = args.out.join(name);
        fs::write(&path, text).map_err(|error| {
            Failure::new(format!("failed to write {}: {error}", path.display()))
                .help("the run logs are whole: `winterproof report` makes the reports again")
        })
    };
    let mut formats = vec![Format::Html, Format::Json];
    formats.extend(
        args.formats
            .iter()
            .filter(|f| !matches!(f, Format::Html | Format::Json)),
    );
    for format in formats {
        if format == Format::Wptreport && logs.len() > 1 {
            for log in &logs {
                let text =
                    reports::render(format, std::slice::from_ref(log)).map_err(Failure::new)?;
                let name = log.name.trim_end_matches(".jsonl");
                write(format!("wptreport-{name}.json"), text)?;
            }
            continue;
        }
        let text = reports::render(format, &logs).map_err(Failure::new)?;
        write(format.file_name().to_owned(), text)?;
    }
    let matrix = reports::Matrix::of(&logs);
    let options = reports::terminal::Options {
        colour: stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        unexpected: SHOWN,
        ..Default::default()
    };
    print!("{}", reports::terminal::render(&matrix, options));
    println!("\nReport: {}", args.out.join("index.html").display());
    Ok(())
}

fn exit(outcomes: &[Outcome], failed: bool, stopped: bool) -> Exit {
    if failed {
        return Exit::SetUp;
    }
    if stopped {
        return Exit::Interrupted;
    }
    let totals = || {
        outcomes
            .iter()
            .filter_map(|o| o.footer.as_ref())
            .map(|footer| &footer.totals)
    };
    if totals().any(|totals| totals.unexpected > 0) {
        return Exit::Unexpected;
    }
    let skipped = |totals: &Totals| {
        totals
            .statuses
            .get(&HarnessStatus::Skip)
            .copied()
            .unwrap_or(0)
    };
    if totals().any(|totals| totals.tests == skipped(totals)) {
        eprintln!("nothing was measured: every test was skipped");
        return Exit::NoTests;
    }
    Exit::Ok
}
