//! `winterproof list`: the tests of a suite root.

use miette::Result;
use serde::Serialize;
use winterproof_model::{Holds, Scope, TestId};
use winterproof_runner::{Filters, UnknownHandlers};
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<String>,
    #[serde(flatten)]
    holds: Holds,
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
    let mut unknown = UnknownHandlers::of(&root);
    let tests: Vec<(&Test, Vec<String>)> = tests
        .iter()
        .zip(wanted)
        .filter(|(_, wanted)| *wanted)
        .map(|(test, _)| match args.needs || args.json {
            true => (test, needs(test, unknown.named_by(test))),
            false => (test, Vec::new()),
        })
        .filter(|(_, needs)| !args.needs || !needs.is_empty())
        .collect();
    if args.json {
        let listed: Vec<Listed<'_>> = tests
            .iter()
            .map(|(test, needs)| listed(test, needs))
            .collect();
        let text = serde_json::to_string_pretty(&listed).map_err(Failure::new)?;
        println!("{text}");
    } else {
        let mut outside = 0;
        for (test, needs) in &tests {
            if !holds(test).within(args.profile) {
                outside += 1;
                continue;
            }
            match needs.is_empty() {
                true => println!("{}", test.id),
                false => println!("{}: {}", test.id, needs.join(", ")),
            }
        }
        match outside {
            0 => {}
            1 => eprintln!("1 test is outside the profile {}", args.profile),
            _ => eprintln!("{outside} tests are outside the profile {}", args.profile),
        }
    }
    for (test, _) in &tests {
        if let Err(error) = &test.file.meta {
            eprintln!("warning: {error}");
        }
    }
    for filter in &without {
        eprintln!("the filter {filter:?} matches no test");
    }
    if filters.is_empty() && tests.is_empty() && !args.needs {
        super::no_test_files(&root);
    }
    let found_what_was_asked = args.needs || !tests.is_empty();
    Ok(if without.is_empty() && found_what_was_asked {
        Exit::Ok
    } else {
        Exit::NoTests
    })
}

/// The profiles that a test holds in.
fn holds(test: &Test) -> Holds {
    let meta = test.file.meta.as_ref();
    meta.map(|meta| meta.holds).unwrap_or_default()
}

/// What a test needs beyond its scope, for people.
fn needs(test: &Test, unknown: &[String]) -> Vec<String> {
    let needs = test.needs();
    let words = [
        (needs.tls, "TLS"),
        (needs.http2, "HTTP/2"),
        (needs.subdomain, "a subdomain"),
        (needs.testdriver, "testdriver.js"),
    ];
    let words = words.into_iter().filter(|(needed, _)| *needed);
    let unknown = unknown.iter().map(|path| format!("{path} (not known)"));
    words
        .map(|(_, word)| word.to_owned())
        .chain(unknown)
        .collect()
}

fn listed<'a>(test: &'a Test, needs: &[String]) -> Listed<'a> {
    let meta = test.file.meta.as_ref();
    Listed {
        id: &test.id,
        title: meta.ok().and_then(|meta| meta.title.as_deref()),
        specs: meta.map(|meta| meta.specs.as_slice()).unwrap_or_default(),
        requires: meta
            .map(|meta| meta.requires.iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
        needs: needs.to_vec(),
        holds: holds(test),
        error: meta.err().map(ToString::to_string),
    }
}
