//! `winterproof repro`: one file that shows one subtest without winterproof.

use std::fs;
use std::path::PathBuf;

use miette::Result;
use winterproof_model::log::TestRecord;
use winterproof_model::{Requirement, SubtestResult};
use winterproof_reports::NamedLog;
use winterproof_runner::{Filters, time_limit};
use winterproof_suites::{Discovered, MetaScript, SourceFile, SuiteRoot, TESTHARNESS};

use super::quiet::{self, How};
use crate::args::ReproArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::repro::{PORT, Repro, Source, filled};

/// How many names of subtests are offered in place of one that is not there.
const OFFERED: usize = 12;

pub(crate) fn main(args: &ReproArgs) -> Result<Exit> {
    let root = super::root(args.root.as_deref())?;
    let filters = Filters::parse(std::slice::from_ref(&args.test)).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let how = How {
        runtime: args.runtime.as_deref(),
        profile: args.profile,
        jobs: Some(1),
    };
    let ran = quiet::run(&root, &found, &filters, &args.adapters, how)?;
    let Some(log) = ran else {
        return Ok(Exit::Interrupted);
    };
    let record = the_test(&log, &args.test)?;
    let subtest = the_subtest(record, &args.subtest)?;
    let path = match &args.output {
        Some(path) => path.clone(),
        None => PathBuf::from(file_name(&record.id.row(), &args.subtest)),
    };
    // The file says how to run it, from the folder that it is in.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (text, serving) = file(&root, &found, &log, record, subtest, &name)?;
    fs::write(&path, &text)
        .map_err(|error| Failure::new(format!("failed to write {}: {error}", path.display())))?;
    println!("{}: {}", subtest.status, path.display());
    if serving {
        println!("winterproof serve --port {PORT}");
    }
    println!(
        "{}",
        command(&log.log.header.runtime.id, &path.display().to_string())
    );
    Ok(Exit::Ok)
}

/// The one test that was asked for.
fn the_test<'a>(log: &'a NamedLog, asked: &str) -> Result<&'a TestRecord, Failure> {
    let tests = &log.log.tests;
    let whole = format!("/{}", asked.trim_matches('/'));
    let same = |record: &&TestRecord| record.id.as_str() == whole || record.id.row() == whole;
    match (tests.iter().find(same), tests.as_slice()) {
        (Some(record), _) | (None, [record]) => Ok(record),
        _ => {
            let names: Vec<String> = tests.iter().map(|one| one.id.row()).take(OFFERED).collect();
            Err(Failure::new(format!("{asked:?} is not one test"))
                .help(format!("it stands for {}", names.join(", "))))
        }
    }
}

fn the_subtest<'a>(record: &'a TestRecord, name: &str) -> Result<&'a SubtestResult, Failure> {
    let subtests = &record.result.subtests;
    subtests.iter().find(|one| one.name == name).ok_or_else(|| {
        let mut help = match &record.result.message {
            Some(message) => format!("the test ended with {}: {message}\n", record.result.status),
            None => String::new(),
        };
        help.push_str("its subtests are:");
        let lower = name.to_lowercase();
        let close = |one: &&SubtestResult| one.name.to_lowercase().contains(&lower);
        let mut offered: Vec<&SubtestResult> = subtests.iter().filter(close).collect();
        if offered.is_empty() {
            offered = subtests.iter().collect();
        }
        for one in offered.iter().take(OFFERED) {
            help.push_str(&format!("\n  {}", one.name));
        }
        if offered.len() > OFFERED {
            help.push_str(&format!("\n  and {} more", offered.len() - OFFERED));
        }
        Failure::new(format!("{} has no subtest {name:?}", record.id)).help(help)
    })
}

/// The file, and whether it asks a server.
fn file(
    root: &SuiteRoot,
    found: &Discovered,
    log: &NamedLog,
    record: &TestRecord,
    subtest: &SubtestResult,
    name: &str,
) -> Result<(String, bool), Failure> {
    let file = source(found, record)?;
    let mut scripts: Vec<MetaScript> = file.scripts().into_iter().flatten().collect();
    scripts.push(MetaScript {
        path: file.path.clone(),
        query: String::new(),
    });
    let mut sources = Vec::new();
    let mut serving = false;
    for MetaScript { path, query } in scripts {
        let text = root.read_text(&path).map_err(Failure::new)?;
        let filled = filled(&path, &query, &text).map_err(|template| {
            Failure::new(format!("{path} asks the server of a run for {template:?}"))
                .help("a file of its own can only know its origins for HTTP")
        })?;
        serving |= filled.is_some();
        let text = filled.unwrap_or(text);
        sources.push(Source { path, text });
    }
    let header = &log.log.header;
    let map = header.requirements.get(record.id.area());
    let named = |one: &&Requirement| subtest.requirements.contains(&one.id);
    let message = subtest.message.as_deref().map(|text| format!(": {text}"));
    let repro = Repro {
        test: record.id.as_str(),
        title: record.title.as_deref(),
        subtest: &subtest.name,
        requirements: map.into_iter().flatten().filter(named).collect(),
        specs: &record.specs,
        seen: format!(
            "{} on {}{}",
            subtest.status,
            header.runtime.label(),
            message.unwrap_or_default()
        ),
        serving,
        commands: vec![command(&header.runtime.id, name)],
        sources,
        timeout: time_limit(file),
        aliased: !file.bare,
    };
    // Ours in every root: it is made to be taken apart.
    let harness = SuiteRoot::embedded()
        .read_text(TESTHARNESS)
        .map_err(Failure::new)?;
    Ok((repro.text(&harness), serving))
}

fn source<'a>(found: &'a Discovered, record: &TestRecord) -> Result<&'a SourceFile, Failure> {
    let path = record.id.source();
    let file = found.files.iter().find(|file| file.path == path);
    file.map(AsRef::as_ref)
        .ok_or_else(|| Failure::new(format!("{path} is gone")))
}

/// How people run a script in a runtime.
fn command(id: &str, file: &str) -> String {
    match id {
        "node" => format!("node {file}"),
        "deno" => format!("deno run --allow-all {file}"),
        "bun" => format!("bun {file}"),
        _ => format!("{file} as a script in {id}; node, deno and bun take it as it is"),
    }
}

/// A name for the file, of the test's and the subtest's.
fn file_name(row: &str, subtest: &str) -> String {
    let stem = row.rsplit('/').next().unwrap_or(row);
    let stem = stem.split('.').next().unwrap_or(stem);
    let mut name = String::from("repro");
    for word in stem
        .split('-')
        .chain(subtest.split(|c: char| !c.is_ascii_alphanumeric()))
    {
        if !word.is_empty() && name.len() + word.len() < 70 {
            name.push('-');
            name.push_str(&word.to_ascii_lowercase());
        }
    }
    name + ".js"
}
