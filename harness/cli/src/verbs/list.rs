//! `winterproof list`: the tests of a suite root.

use miette::Result;
use serde::Serialize;
use winterproof_model::{Scope, TestId};
use winterproof_runner::Filters;
use winterproof_suites::Test;

use crate::args::ListArgs;
use crate::exit::Exit;
use crate::failure::Failure;

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a TestId,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    specs: &'a [String],
    requires: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

pub(crate) fn main(args: &ListArgs) -> Result<Exit> {
    let root = super::root(args.root.as_deref())?;
    let filters = Filters::parse(&args.filters).map_err(Failure::new)?;
    let found = root.discover(&filters.prefixes()).map_err(Failure::new)?;
    let mut tests: Vec<Test> = Vec::new();
    for file in &found.files {
        tests.extend(file.expand(&[Scope::Shell]).map_err(Failure::new)?);
    }
    let ids: Vec<TestId> = tests.iter().map(|test| test.id.clone()).collect();
    let (wanted, without) = filters.choose(&ids);
    let tests: Vec<&Test> = tests
        .iter()
        .zip(wanted)
        .filter(|(_, w)| *w)
        .map(|(t, _)| t)
        .collect();
    if args.json {
        let listed: Vec<Listed<'_>> = tests.iter().map(|test| listed(test)).collect();
        let text = serde_json::to_string_pretty(&listed).map_err(Failure::new)?;
        println!("{text}");
    } else {
        for test in &tests {
            println!("{}", test.id);
        }
    }
    for test in &tests {
        if let Err(error) = &test.file.meta {
            eprintln!("warning: {error}");
        }
    }
    for filter in &without {
        eprintln!("the filter {filter:?} matches no test");
    }
    if filters.is_empty() && tests.is_empty() {
        super::no_test_files(&root);
    }
    Ok(if without.is_empty() && !tests.is_empty() {
        Exit::Ok
    } else {
        Exit::NoTests
    })
}

fn listed(test: &Test) -> Listed<'_> {
    let meta = test.file.meta.as_ref();
    Listed {
        id: &test.id,
        title: meta.ok().and_then(|meta| meta.title.as_deref()),
        specs: meta.map(|meta| meta.specs.as_slice()).unwrap_or_default(),
        requires: meta
            .map(|meta| meta.requires.iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
        error: meta.err().map(ToString::to_string),
    }
}
