//! `winterproof mutants`: which faults of a runtime would a suite not notice?

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use miette::Result;
use serde_json::{Value, json};
use winterproof_adapters::Session;
use winterproof_model::Profile;
use winterproof_runner::{
    self as runner, Executor, Fate, Filters, Mutation, Mutator, Notice, Plan, UnknownHandlers,
};
use winterproof_suites::{Mutant, SuiteRoot};

use super::quiet;
use crate::args::{MutantsArgs, Printed};
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &MutantsArgs) -> Result<Exit> {
    let root = super::root(args.root.as_deref())?;
    let mutants = chosen(&root, &args.mutants)?;
    let areas: Vec<String> = mutants.iter().map(|one| one.area.clone()).collect();
    let filters = Filters::parse(&areas).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let asked = args.runtime.as_deref();
    let (serving, _, adapter) = quiet::prepared(&root, &found, &args.adapters, asked)?;
    let ran: Result<_, Failure> = super::block_on(async {
        let session = adapter.connect().await.map_err(Failure::new)?;
        let mut unknown = UnknownHandlers::of(&root);
        let plan = Plan::new(
            &found,
            &filters,
            session.info(),
            Profile::Latest,
            &mut unknown,
        );
        let label = session.info().label();
        eprintln!("{label}: {} mutants", mutants.len());
        let mutator = Mutator {
            executor: Executor::new(&root, serving, 1.0),
            session: Arc::clone(&session) as Arc<dyn Session>,
            jobs: super::measure::jobs(args.jobs),
        };
        let tried = mutator.try_all(&root, plan.tests, mutants, tell);
        tokio::select! {
            mutations = tried => Ok((label, mutations.map_err(Failure::new)?)),
            () = super::signals::signal() => Err(Failure::new("interrupted: no mutant is counted")),
        }
    })?;
    let (label, mutations) = ran?;
    let areas = by_area(&mutations);
    match args.format {
        Printed::Text => print!("{}", text(&label, &areas, args.all)),
        Printed::Json => println!("{:#}", in_json(&label, &areas)),
    }
    Ok(exit(&areas, args.min))
}

/// The mutants that somebody asks for: areas, or names with stars.
fn chosen(root: &SuiteRoot, asked: &[String]) -> Result<Vec<Mutant>, Failure> {
    let place = super::shown(root);
    let mut all = Vec::new();
    for area in root.areas_with_mutants() {
        all.extend(root.mutants(&area).map_err(Failure::new)?);
    }
    if all.is_empty() {
        return Err(Failure::new(format!("there are no mutants in {place}"))
            .help("an area has them in its folder: mutants/ID.js (docs/mutants.md)"));
    }
    if asked.is_empty() {
        return Ok(all);
    }
    let globs = asked
        .iter()
        .map(|text| runner::Filter::parse(text).map_err(Failure::new))
        .collect::<Result<Vec<_>, _>>()?;
    for glob in &globs {
        if !all.iter().any(|one| glob.matches_path(&one.name())) {
            return Err(
                Failure::new(format!("{} matches no mutant of {place}", glob.text())).help(
                    format!(
                        "there are mutants of {}",
                        root.areas_with_mutants().join(", ")
                    ),
                ),
            );
        }
    }
    all.retain(|one| globs.iter().any(|glob| glob.matches_path(&one.name())));
    Ok(all)
}

/// A line for whoever waits.
fn tell(mutation: &Mutation) {
    let name = mutation.mutant.name();
    match &mutation.fate {
        Fate::Noticed(notice) => eprintln!("noticed     {name}: {}", shown(notice)),
        Fate::Survived => eprintln!("SURVIVED    {name}"),
        Fate::NotPutIn { problem } => eprintln!("not put in  {name}: {problem}"),
    }
}

fn shown(notice: &Notice) -> String {
    match &notice.subtest {
        Some(subtest) => format!("{}: {subtest}", notice.test),
        None => format!("{} as a whole", notice.test),
    }
}

/// The mutations of an area, parted by what came of them.
#[derive(Default)]
struct Area<'a> {
    noticed: Vec<(&'a Mutant, &'a Notice)>,
    survived: Vec<&'a Mutant>,
    not_put_in: Vec<(&'a Mutant, &'a str)>,
}

impl Area<'_> {
    /// The share that was noticed of what could be put in, in percent and rounded down to tenths;
    /// `None` when nothing could.
    fn percent(&self) -> Option<f64> {
        let all = self.noticed.len() + self.survived.len();
        (all > 0).then(|| (self.noticed.len() * 1000 / all) as f64 / 10.0)
    }
}

fn by_area(mutations: &[Mutation]) -> BTreeMap<&str, Area<'_>> {
    let mut areas: BTreeMap<&str, Area<'_>> = BTreeMap::new();
    for Mutation { mutant, fate } in mutations {
        let area = areas.entry(&mutant.area).or_default();
        match fate {
            Fate::Noticed(notice) => area.noticed.push((mutant, notice)),
            Fate::Survived => area.survived.push(mutant),
            Fate::NotPutIn { problem } => area.not_put_in.push((mutant, problem)),
        }
    }
    areas
}

fn text(label: &str, areas: &BTreeMap<&str, Area<'_>>, all: bool) -> String {
    let mut out = format!("{label}\n");
    for (name, area) in areas {
        let (noticed, survived) = (area.noticed.len(), area.survived.len());
        let share = match area.percent() {
            Some(percent) => format!("{percent:.1}%, {noticed} of {} noticed", noticed + survived),
            None => "no mutant could be put in".to_owned(),
        };
        let _ = writeln!(out, "\n{name}: {share}");
        if survived > 0 {
            let _ = writeln!(out, "  {survived} survived:");
        }
        for mutant in &area.survived {
            let ids = mutant.requirements.join(", ");
            let _ = writeln!(out, "    {}: {} ({ids})", mutant.id, mutant.fault);
        }
        if !area.not_put_in.is_empty() {
            let count = area.not_put_in.len();
            let _ = writeln!(out, "  {count} could not be put in:");
        }
        for (mutant, problem) in &area.not_put_in {
            let _ = writeln!(out, "    {}: {problem}", mutant.id);
        }
        if all && noticed > 0 {
            let _ = writeln!(out, "  {noticed} noticed:");
            for (mutant, notice) in &area.noticed {
                let _ = writeln!(out, "    {}: {}", mutant.id, shown(notice));
            }
        }
    }
    out
}

fn in_json(label: &str, areas: &BTreeMap<&str, Area<'_>>) -> Value {
    let mutant = |one: &Mutant| json!({ "id": one.id, "fault": one.fault, "requirements": one.requirements });
    let with = |one: &Mutant, more: &[(&str, Value)]| {
        let mut value = mutant(one);
        for (key, more) in more {
            value[*key] = more.clone();
        }
        value
    };
    let areas: BTreeMap<&str, Value> = areas
        .iter()
        .map(|(name, area)| {
            let noticed = area.noticed.iter().map(|(one, notice)| {
                with(
                    one,
                    &[
                        ("test", json!(notice.test)),
                        ("subtest", json!(notice.subtest)),
                        ("named", json!(notice.named)),
                        ("message", json!(notice.message)),
                    ],
                )
            });
            let absent = area.not_put_in.iter();
            let absent = absent.map(|(one, problem)| with(one, &[("problem", json!(problem))]));
            let value = json!({
                "percent": area.percent(),
                "noticed": noticed.collect::<Vec<_>>(),
                "survived": area.survived.iter().map(|one| mutant(one)).collect::<Vec<_>>(),
                "not_put_in": absent.collect::<Vec<_>>(),
            });
            (*name, value)
        })
        .collect();
    json!({ "runtime": label, "areas": areas })
}

fn exit(areas: &BTreeMap<&str, Area<'_>>, least: f64) -> Exit {
    let mut exit = Exit::Ok;
    for (name, area) in areas {
        match area.percent() {
            None => return Exit::NoTests,
            Some(percent) if percent < least => {
                eprintln!("{name}: {percent:.1}% are less than {least}%");
                exit = Exit::Unexpected;
            }
            Some(_) => {}
        }
    }
    exit
}
