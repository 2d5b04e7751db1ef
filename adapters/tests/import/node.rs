//! Node.js' status files.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;
use winterproof_model::Scope;

use crate::{Case, foreseen};

const EVENTS: &str = r#"{
  "a.any.js": {
    "fail": {
      "note": "see https://issues.example/1",
      "expected": ["one", "two", "sometimes"],
      "flaky": ["sometimes"]
    }
  },
  "b.any.js": { "fail": { "expected": ["WPT testharness timeout", "three"] } },
  "c.any.js": { "fail": { "expected": ["WPT test harness error"] }, "comment": "it throws\n  outside" },
  "d.any.js": { "fail": { "expected": ["Incomplete"] } },
  "e.any.js": { "fail": "everything is wrong" },
  "f.window.js": { "skip": "document is not defined" },
  "g.worker.js": { "fail": { "expected": ["in a worker"] } },
  "h.any.js": { "requires": ["small-icu", "crypto"], "skipTests": ["too slow"] },
  "idl*.any.js": { "fail": { "expected": ["interface X"] } },
  "sub/*": { "fail": { "note": "nothing there yet", "expected": ["four"] } },
  "old/i.https.any.js": { "fail": { "expected": ["five"], "unexpected": ["six"] }, "scope": ["window"] },
  "j.js": { "skip": "no test" },
  "k.any.js": {}
}"#;

fn events() -> Case<'static> {
    Case::new(ImportFormat::Node).file("test/wpt/status/dom/events.json", EVENTS)
}

#[test]
fn every_construct() {
    assert_snapshot!(events().seen());
}

#[test]
fn what_is_written_foresees_the_same() {
    let a = foreseen(&events(), "/dom/events/a.any.js");
    let flaky: Vec<_> = a
        .subtests
        .iter()
        .filter(|subtest| subtest.intermittent)
        .filter_map(|subtest| subtest.name.as_deref())
        .collect();
    assert_eq!(flaky, ["sometimes"]);
    assert_eq!(a.subtests.len(), 3);
    let idl = foreseen(&events(), "/dom/events/idlharness.any.js?exclude=Y");
    assert_eq!(idl.subtests.len(), 1);
}

#[test]
fn the_scopes_of_browsers() {
    let mut case = events();
    case.scopes = &[Scope::DedicatedWorker];
    assert_snapshot!(case.seen());
}

#[test]
fn a_program_is_refused() {
    let case = Case::new(ImportFormat::Node)
        .file("test/wpt/status/WebCryptoAPI.cjs", "module.exports = {};");
    assert_snapshot!(case.seen());
}

#[test]
fn a_place_that_is_told() {
    let text = r#"{ "a.any.js": { "fail": { "expected": ["one"] } } }"#;
    let mut case = Case::new(ImportFormat::Node).file("printed.json", text);
    case.under = Some("/WebCryptoAPI/");
    assert_snapshot!(case.seen());
}
