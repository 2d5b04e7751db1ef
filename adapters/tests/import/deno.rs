//! Deno's folders in folders.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;
use winterproof_model::{Scope, SubtestStatus};

use crate::{Case, foreseen};

const URL: &str = r#"{
  "a.any.html": true,
  "a.any.worker.html": true,
  "b.any.html": false,
  "b.any.worker.html": false,
  "c.any.html?include=one": { "expectedFailures": ["a \"quoted\" one", "tab\there", "half \ud800 of a pair"] },
  "c.any.worker.html?include=one": { "expectedFailures": ["half \ud800 of a pair", "a \"quoted\" one", "tab\there"] },
  "d.any.worker.html": { "expectedFailures": ["only a worker has it"], "flaky": true },
  "e.any.html": ["as it was before"],
  "f.any.html": { "ignore": true },
  "g.any.html": { "ignore": false, "expectedFailures": [] },
  "page.html": false,
  "page-that-passes.html": true,
  "h.window.html": false,
  "i.worker.html": ["in a worker"],
  "deep": {
    "er": { "j.any.html": ["deep"], "2d.any.html": false },
    "ignore": true
  },
  "whole": false,
  "fine": true,
  "listed": ["in all of them"],
  "unlike.any.html": ["one"],
  "unlike.any.worker.html": ["two", "three"],
  "k.any.html": { "expectedFailures": ["x"], "timeout": 5 }
}"#;

fn url() -> Case<'static> {
    Case::new(ImportFormat::Deno).file("tests/wpt/runner/expectations/url.json", URL)
}

#[test]
fn every_construct() {
    assert_snapshot!(url().seen());
}

#[test]
fn what_is_written_foresees_the_same() {
    let c = foreseen(&url(), "/url/c.any.js?include=one");
    let names: Vec<_> = c
        .subtests
        .iter()
        .filter_map(|s| s.name.as_deref())
        .collect();
    assert_eq!(
        names,
        ["a \"quoted\" one", "half U+d800 of a pair", "tab\there"]
    );
    let b = foreseen(&url(), "/url/b.any.js");
    assert_eq!(b.subtests[0].status, SubtestStatus::Fail);
    assert_eq!(b.subtests[0].name, None);
    assert!(foreseen(&url(), "/url/a.any.js").subtests.is_empty());
    assert_eq!(foreseen(&url(), "/url/whole/x/y.any.js").subtests.len(), 1);
}

#[test]
fn the_scopes_of_browsers() {
    let mut case = url();
    case.scopes = &[Scope::DedicatedWorker, Scope::Window];
    assert_snapshot!(case.seen());
}

#[test]
fn one_file_for_everything() {
    let text =
        r#"{ "url": { "a.any.html": ["one"] }, "fetch": { "api": { "b.any.html": false } } }"#;
    let mut case = Case::new(ImportFormat::Deno).file("tests/wpt/runner/expectation.json", text);
    case.reason = Some("as the old runner had it");
    assert_snapshot!(case.seen());
}

#[test]
fn two_files() {
    let case = Case::new(ImportFormat::Deno)
        .file("expectations/url.json", r#"{ "a.any.html": ["one"] }"#)
        .file("expectations/dom.json", r#"{ "a.any.html": ["two"] }"#);
    assert_snapshot!(case.seen());
}
