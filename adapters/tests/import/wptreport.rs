//! Reports of runs.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;
use winterproof_model::Scope;

use crate::{Case, foreseen};

const FIRST: &str = r#"{
  "run_info": { "product": "x" },
  "results": [
    { "test": "/url/a.any.html", "status": "OK", "subtests": [
      { "name": "one", "status": "PASS" },
      { "name": "two", "status": "FAIL", "message": "assert_equals: expected 1 but got 2", "expected": "PASS" },
      { "name": "three", "status": "TIMEOUT", "message": null },
      { "name": "four", "status": "NOTRUN" },
      { "name": "now and then", "status": "PASS" },
      { "name": "known", "status": "FAIL", "message": "a race", "expected": "PASS", "known_intermittent": ["FAIL"] },
      { "name": "known otherwise", "status": "PASS", "known_intermittent": ["TIMEOUT"] },
      { "name": "optional", "status": "PRECONDITION_FAILED" },
      { "name": "asserted", "status": "ASSERT" }
    ] },
    { "test": "/url/a.any.worker.html", "status": "OK", "subtests": [{ "name": "one", "status": "PASS" }] },
    { "test": "/url/b.any.html?x", "status": "TIMEOUT", "message": "it hangs", "subtests": [] },
    { "test": "/url/c.any.html", "status": "CRASH", "known_intermittent": ["OK"], "subtests": [] },
    { "test": "/url/d.any.html", "status": "OK", "subtests": [
      { "name": "x", "status": "FAIL", "message": "ReferenceError: URLPattern is not defined" },
      { "name": "y", "status": "FAIL", "message": "ReferenceError: URLPattern is not defined" }
    ] },
    { "test": "/url/e.any.html", "status": "OK", "subtests": [{ "name": "x", "status": "PASS" }] },
    { "test": "/url/f.any.html", "status": "EXTERNAL-TIMEOUT" },
    { "test": "/css/picture.html", "status": "FAIL" },
    { "test": "/dom/page.html", "status": "OK", "subtests": [{ "name": "x", "status": "FAIL" }] },
    { "test": "/dom/fine.html", "status": "OK", "subtests": [{ "name": "x", "status": "PASS" }] },
    { "test": "/url/g.any.html", "status": "SKIP" }
  ]
}"#;

const SECOND: &str = r#"{ "results": [
    { "test": "/url/a.any.html", "status": "OK", "subtests": [
      { "name": "one", "status": "PASS" },
      { "name": "two", "status": "FAIL", "message": "assert_equals: expected 1 but got 3" },
      { "name": "three", "status": "TIMEOUT" },
      { "name": "four", "status": "NOTRUN" },
      { "name": "now and then", "status": "FAIL", "message": "this time it failed" },
      { "name": "known", "status": "PASS" },
      { "name": "known otherwise", "status": "PASS" },
      { "name": "optional", "status": "PRECONDITION_FAILED" }
    ] },
    { "test": "/url/e.any.html", "status": "ERROR", "message": "boom", "subtests": [{ "name": "x", "status": "PASS" }] }
] }"#;

#[test]
fn every_construct() {
    let case = Case::new(ImportFormat::Wptreport).file("out/wptreport.json", FIRST);
    assert_snapshot!(case.seen());
}

#[test]
fn what_passes_in_one_run_and_fails_in_another() {
    let case = Case::new(ImportFormat::Wptreport)
        .file("1.json", FIRST)
        .file("2.json", SECOND);
    assert_snapshot!(case.seen());
    let a = foreseen(&case, "/url/a.any.js");
    let flaky: Vec<_> = a
        .subtests
        .iter()
        .filter(|subtest| subtest.intermittent)
        .filter_map(|subtest| subtest.name.as_deref())
        .collect();
    assert_eq!(flaky, ["known", "now and then"]);
}

#[test]
fn a_browsers_own_scopes() {
    let mut case = Case::new(ImportFormat::Wptreport).file("1.json", FIRST);
    case.scopes = &[Scope::Window];
    let seen = case.seen();
    assert!(seen.contains("test = \"/url/b.any.html?x\""), "{seen}");
    assert!(!seen.contains(".any.js\""), "{seen}");
}

#[test]
fn our_own_report() {
    let text = r#"{ "results": [{ "test": "/url/a.any.js", "status": "OK", "subtests": [
        { "name": "one", "status": "FAIL", "message": "no" }] }] }"#;
    let case = Case::new(ImportFormat::Wptreport).file("wptreport.json", text);
    assert_eq!(foreseen(&case, "/url/a.any.js").subtests.len(), 1);
}

/// Nothing is said of all subtests where it is not known of one how it ends.
#[test]
fn not_all_of_them() {
    let text = r#"{ "results": [
        { "test": "/a.any.js", "status": "OK", "subtests": [
            { "name": "x", "status": "FAIL", "message": "no" },
            { "name": "y", "status": "ASSERT" }] },
        { "test": "/b.any.js", "status": "OK", "subtests": [
            { "name": "x", "status": "FAIL", "message": "no" },
            { "name": "y", "status": "FAIL", "message": "no", "known_intermittent": ["TIMEOUT"] }] },
        { "test": "/c.any.js", "status": "OK", "subtests": [
            { "name": "x", "status": "FAIL", "message": "no", "known_intermittent": ["PASS"] }] },
        { "test": "/d.any.js", "status": "OK", "subtests": [
            { "name": "x", "status": "PASS", "known_intermittent": ["PASS"] }] },
        { "test": "/e.any.js", "status": "OK", "subtests": [
            { "name": "x", "status": "FAIL", "message": "no" },
            { "name": "y", "status": "FAIL", "message": "no" }] }] }"#;
    let case = Case::new(ImportFormat::Wptreport).file("wptreport.json", text);
    assert_snapshot!(case.seen());
}

/// One report alone does not tell how else a subtest ends, but both together do.
#[test]
fn known_in_both_reports() {
    let report = |status: &str| {
        format!(
            r#"{{ "results": [{{ "test": "/a.any.js", "status": "OK", "subtests": [
                {{ "name": "x", "status": "{status}", "known_intermittent": ["PASS"] }}] }}] }}"#
        )
    };
    let (first, second) = (report("FAIL"), report("PASS"));
    for (first, second) in [(&first, &second), (&second, &first)] {
        let case = Case::new(ImportFormat::Wptreport)
            .file("1.json", first)
            .file("2.json", second);
        let imported = case.run().unwrap();
        assert_eq!(imported.lost, []);
        let a = foreseen(&case, "/a.any.js");
        assert!(matches!(&a.subtests[..], [x] if x.intermittent), "{a:?}");
    }
}
