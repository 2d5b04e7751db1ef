//! `winterproof coverage`: requirements and subtests against each other.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;

use miette::Result;
use tokio_util::sync::CancellationToken;
use winterproof_adapters::{Registry, RuntimeSpec};
use winterproof_model::Event;
use winterproof_reports::coverage::{self, AreaCoverage};
use winterproof_reports::{self as reports, NamedLog};
use winterproof_runner::{
    self as runner, Filters, Listener, Plan, RuntimeRun, Settings, UnknownHandlers,
};
use winterproof_server::Serving;
use winterproof_suites::SuiteRoot;

use crate::args::{CoverageArgs, CoverageFormat};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;

/// What runs the tests unless somebody says otherwise, the first that is found.
const PREFERRED: [&str; 4] = ["node", "deno", "bun", "boa"];

pub(crate) fn main(args: &CoverageArgs) -> Result<Exit> {
    let logs = if args.logs.is_empty() {
        match measured(args)? {
            Some(log) => vec![log],
            None => return Ok(Exit::Interrupted),
        }
    } else {
        reports::load_all(&args.logs).map_err(Failure::new)?
    };
    let mut areas = coverage::coverage(&logs);
    let known: Vec<String> = areas.iter().map(|area| area.area.clone()).collect();
    check(&args.areas, &known, "the logs")?;
    if !args.areas.is_empty() {
        areas.retain(|area| args.areas.iter().any(|asked| name(asked) == area.area));
    }
    match args.format {
        CoverageFormat::Text => print!("{}", coverage::terminal(&areas, args.all)),
        CoverageFormat::Json => print!("{}", coverage::json(&areas)),
    }
    Ok(exit(&areas, args.min))
}

fn exit(areas: &[AreaCoverage], least: Option<f64>) -> Exit {
    let mut exit = Exit::Ok;
    for area in areas {
        if !area.unknown.is_empty() {
            eprintln!(
                "{}: subtests name ids that the map does not have",
                area.area
            );
            exit = Exit::Unexpected;
        }
        if let Some(least) = least.filter(|least| area.percent < *least) {
            eprintln!("{}: {}% are less than {least}%", area.area, area.percent);
            exit = Exit::Unexpected;
        }
    }
    exit
}

/// An area as people write it.
fn name(asked: &str) -> &str {
    asked.trim_matches('/')
}

fn check(asked: &[String], known: &[String], place: &str) -> Result<(), Failure> {
    if known.is_empty() {
        return Err(
            Failure::new(format!("there is no requirement map in {place}"))
                .help("an area has one in its folder: requirements.toml (docs/requirements.md)"),
        );
    }
    match asked
        .iter()
        .find(|asked| !known.iter().any(|one| one == name(asked)))
    {
        None => Ok(()),
        Some(asked) => Err(Failure::new(format!(
            "there is no requirement map of {asked:?} in {place}"
        ))
        .help(format!("there are maps of {}", known.join(", ")))),
    }
}

/// Says nothing where there is nobody to watch.
struct Silent;

impl Listener for Silent {
    fn hear(&self, _runtime: usize, _event: &Event) {}
}

/// Runs the areas on one runtime; `None` when somebody stopped it.
fn measured(args: &CoverageArgs) -> Result<Option<NamedLog>, Failure> {
    let root = super::root(args.root.as_deref())?;
    let known = root.areas_with_requirements();
    check(&args.areas, &known, &super::shown(&root))?;
    let areas: Vec<String> = match args.areas.is_empty() {
        true => known,
        false => args
            .areas
            .iter()
            .map(|asked| name(asked).to_owned())
            .collect(),
    };
    let serving = runner::serving(&root).map_err(Failure::new)?;
    let registry = super::registry(&args.adapters)?.serving(serving.clone());
    super::block_on(run(args, &root, serving, &registry, areas))?
}

fn chosen(registry: &Registry, asked: Option<&str>) -> Result<RuntimeSpec, Failure> {
    if let Some(text) = asked {
        return RuntimeSpec::parse(text).map_err(Failure::new);
    }
    let mut present = registry.present();
    let place = |spec: &RuntimeSpec| PREFERRED.iter().position(|id| *id == spec.id);
    present.sort_by_key(|spec| place(spec).unwrap_or(PREFERRED.len()));
    present.into_iter().next().ok_or_else(|| {
        Failure::new("no runtime was found on this machine")
            .help("`winterproof runtimes` tells where each is looked for")
    })
}

async fn run(
    args: &CoverageArgs,
    root: &SuiteRoot,
    serving: Serving,
    registry: &Registry,
    areas: Vec<String>,
) -> Result<Option<NamedLog>, Failure> {
    let filters = Filters::parse(&areas).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let spec = chosen(registry, args.runtime.as_deref())?;
    let adapter = registry
        .resolve(&spec)
        .map_err(|error| Failure::new(error).help("`winterproof runtimes` lists the runtimes"))?;
    let session = adapter.connect().await.map_err(Failure::new)?;
    eprintln!("{} runs {}", session.info().label(), areas.join(", "));
    let plan = Plan::new(
        &found,
        &filters,
        session.info(),
        &mut UnknownHandlers::of(root),
    );
    let folder = tempfile::tempdir().map_err(Failure::new)?;
    let log = folder.path().join(format!("{}.jsonl", spec.file_name()));
    let runtime = RuntimeRun {
        adapter,
        session,
        binary_sha256: None,
        plan,
        log: log.clone(),
    };
    let settings = Settings {
        filters: areas,
        jobs: super::run::jobs(args.jobs),
        timeout_multiplier: 1.0,
        retries: 0,
    };
    let stop = CancellationToken::new();
    let progress = stderr()
        .is_terminal()
        .then(|| Progress::new(&[spec.to_string()], false));
    let progress = progress.map(Arc::new);
    let listener: Arc<dyn Listener> = match &progress {
        Some(progress) => Arc::clone(progress) as _,
        None => Arc::new(Silent),
    };
    let signals = tokio::spawn(super::run::stop_on_signal(stop.clone()));
    let ran = runner::run(
        root,
        serving,
        settings,
        vec![runtime],
        listener,
        stop.clone(),
    )
    .await;
    signals.abort();
    if let Some(progress) = progress {
        progress.clear();
    }
    let outcomes = ran.map_err(Failure::new)?;
    if let Some(error) = outcomes.into_iter().find_map(|outcome| outcome.error) {
        return Err(Failure::new(format!(
            "the run of {spec} was stopped: {error}"
        )));
    }
    if stop.is_cancelled() {
        return Ok(None);
    }
    reports::load(&log).map(Some).map_err(Failure::new)
}
