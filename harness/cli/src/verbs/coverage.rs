//! `winterproof coverage`: requirements and subtests against each other.

use miette::Result;
use winterproof_model::Profile;
use winterproof_reports::coverage::{self, AreaCoverage};
use winterproof_reports::{self as reports, NamedLog};
use winterproof_runner::Filters;

use super::quiet::{self, How};
use crate::args::{CoverageArgs, Printed};
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &CoverageArgs) -> Result<Exit> {
    let logs = if args.logs.is_empty() {
        match measured(args)? {
            Some(log) => vec![log],
            None => return Ok(Exit::Interrupted),
        }
    } else {
        reports::load_all(&args.logs).map_err(Failure::new)?
    };
    let mut areas = coverage::coverage(&logs, profile(&logs, args.profile)?);
    let known: Vec<String> = areas.iter().map(|area| area.area.clone()).collect();
    check(&args.areas, &known, "the logs")?;
    if !args.areas.is_empty() {
        areas.retain(|area| args.areas.iter().any(|asked| name(asked) == area.area));
    }
    match args.format {
        Printed::Text => print!("{}", coverage::terminal(&areas, args.all)),
        Printed::Json => print!("{}", coverage::json(&areas)),
    }
    Ok(exit(&areas, args.min))
}

/// The profile that somebody asks for, or the one of the logs.
fn profile(logs: &[NamedLog], asked: Option<Profile>) -> Result<Profile, Failure> {
    let of = |log: &NamedLog| log.log.header.profile;
    let first = logs.first().map(of).unwrap_or_default();
    match asked {
        Some(asked) => Ok(asked),
        None if logs.iter().all(|log| of(log) == first) => Ok(first),
        None => Err(Failure::new("the logs are of different profiles")
            .help("`--profile` says which profile's requirements count")),
    }
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
    let filters = Filters::parse(&areas).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let how = How {
        runtime: args.runtime.as_deref(),
        profile: args.profile.unwrap_or_default(),
        jobs: args.jobs,
    };
    quiet::run(&root, &found, &filters, &args.adapters, how)
}
