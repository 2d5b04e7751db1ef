//! `winterproof verify`: does what a run log claims hold here?

use miette::Result;
use winterproof_adapters::{OwnExpectations, Registry, RuntimeSpec};
use winterproof_model::log::Header;
use winterproof_model::same::unlike;
use winterproof_reports::compare::{Change, Comparison, Kind, compare};
use winterproof_reports::{self as reports, NamedLog};
use winterproof_runner::{self as runner, Filters, Settings};

use super::quiet;
use crate::args::VerifyArgs;
use crate::exit::Exit;
use crate::failure::Failure;

/// How many results that differ are shown.
const SHOWN: usize = 20;

pub(crate) fn main(args: &VerifyArgs) -> Result<Exit> {
    let logs = reports::load_set(&args.report).map_err(Failure::new)?;
    if args.runtime.is_some() && logs.len() > 1 {
        return Err(
            Failure::new("`--runtime` is for one log, and there are several")
                .help("verify the logs one by one")
                .into(),
        );
    }
    let mut verified = 0;
    for log in &logs {
        let name = log.log.header.runtime.label();
        println!("{name} ({})", log.name);
        match holds(log, args)? {
            None => return Ok(Exit::Interrupted),
            Some(true) => {
                println!("  VERIFIED\n");
                verified += 1;
            }
            Some(false) => println!("  NOT VERIFIED\n"),
        }
    }
    println!("{verified} of {} verified", logs.len());
    Ok(match verified == logs.len() {
        true => Exit::Ok,
        false => Exit::Unexpected,
    })
}

/// Whether everything is as a log claims; `None` when somebody stopped it.
fn holds(claimed: &NamedLog, args: &VerifyArgs) -> Result<Option<bool>, Failure> {
    if !claimed.log.is_complete() {
        println!("  the run is incomplete: there is nothing to verify");
        return Ok(Some(false));
    }
    if claimed.log.totals().measured() == 0 {
        println!("  nothing was measured: there is nothing to verify");
        return Ok(Some(false));
    }
    let Some(here) = again(claimed, args)? else {
        return Ok(None);
    };
    let same = same_run(&claimed.log.header, &here.log.header);
    let comparison = compare(claimed, &here);
    let results = same_results(&comparison);
    Ok(Some(same && results))
}

/// Runs the same here.
fn again(claimed: &NamedLog, args: &VerifyArgs) -> Result<Option<NamedLog>, Failure> {
    let header = &claimed.log.header;
    let root = super::root(args.root.as_deref())?;
    let filters = Filters::parse(&header.settings.filters).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let mut serving = runner::serving_tests(&root, &found).map_err(Failure::new)?;
    let _watched = match header.settings.wptserve {
        true => super::pass_on(&mut serving, &root)?,
        false => None,
    };
    let registry = super::registry(&args.adapters)?.serving(serving.clone());
    let spec = match &args.runtime {
        Some(text) => RuntimeSpec::parse(text).map_err(Failure::new)?,
        None => named(&registry, header),
    };
    let adapter = super::resolve(&registry, &spec)?;
    let own = OwnExpectations::among(args.expectations.clone(), &registry);
    let expectations = super::expectations(&root, adapter.as_ref(), &own)?;
    let settings = Settings {
        filters: filters.texts(),
        jobs: super::measure::jobs(args.jobs),
        timeout_multiplier: header.settings.timeout_multiplier,
        retries: header.settings.retries,
        partition: header.settings.partition,
        resume: false,
    };
    super::block_on(async {
        let binary_sha256 = adapter.binary_sha256().await;
        let job = quiet::Job {
            root: &root,
            found: &found,
            filters: &filters,
            serving,
            spec,
            adapter,
            profile: header.profile,
            expectations,
            settings,
            binary_sha256,
        };
        job.run().await
    })?
}

/// The runtime that a log names: the installed one of its version, or else the one that is found.
fn named(registry: &Registry, header: &Header) -> RuntimeSpec {
    let runtime = &header.runtime;
    let mut spec = RuntimeSpec {
        options: runtime.options.clone(),
        ..RuntimeSpec::of(&runtime.id)
    };
    let manifest = registry.manifests().find(|one| one.id == runtime.id);
    let installed = manifest.is_some_and(|manifest| {
        let installed = registry.installed(manifest);
        installed
            .iter()
            .any(|one| one.is(manifest, &runtime.version))
    });
    spec.version = installed.then(|| runtime.version.clone());
    spec
}

/// Whether the same tests ran on the same runtime in the same way; says what is not the same.
fn same_run(claimed: &Header, here: &Header) -> bool {
    let differences = unlike(claimed, here);
    for difference in &differences {
        println!("  DIFFERS  the {difference}");
    }
    if differences.is_empty() {
        println!("  same runtime, adapter, tests, expectations and settings");
    }
    differences.is_empty()
}

/// Whether every result is the same. Messages, and what is known to end now so, now otherwise, are not
/// part of the claim.
fn same_results(comparison: &Comparison<'_>) -> bool {
    let counts = |change: &&Change<'_>| change.kind != Kind::Message && !change.is_intermittent();
    let different: Vec<&Change<'_>> = comparison.changes.iter().filter(counts).collect();
    for change in different.iter().take(SHOWN) {
        let side = |side: &Option<reports::compare::Side<'_>>| {
            side.as_ref().map_or("nothing", |side| side.status)
        };
        let (claimed, here) = (side(&change.base), side(&change.new));
        let subtest = change
            .subtest
            .map_or(String::new(), |key| format!(": {key}"));
        println!(
            "  DIFFERS  {}{subtest}: {claimed} claimed, {here} here",
            change.id
        );
    }
    if different.len() > SHOWN {
        println!("  ... and {} more results", different.len() - SHOWN);
    }
    if different.is_empty() {
        println!("  same results of {} tests", comparison.compared);
    }
    different.is_empty() && comparison.compared > 0 && comparison.new_complete
}
