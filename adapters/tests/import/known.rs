//! Where it is known which tests there are.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;

use crate::Case;

#[test]
fn variants_are_found_and_what_is_not_there_is_told() {
    let text = r#"{
  "a.any.js": { "fail": { "expected": ["one"] } },
  "gone.any.js": { "fail": { "expected": ["two"] } },
  "passes.any.js": {},
  "b*.any.js": { "fail": { "expected": ["three"] } },
  "z*.any.js": { "fail": { "expected": ["four"] } }
}"#;
    let mut case = Case::new(ImportFormat::Node).file("status/url.json", text);
    let ids = [
        "/url/a.any.js?1",
        "/url/a.any.js?2",
        "/url/b.any.js",
        "/url/c.any.js",
    ];
    case.known = Some(ids.iter().map(|id| id.parse().unwrap()).collect());
    assert_snapshot!(case.seen());
}

#[test]
fn ids_are_checked() {
    let text = r#"{ "a.any.html": ["one"], "b.any.html": false, "c": false, "d": false }"#;
    let mut case = Case::new(ImportFormat::Deno).file("expectations/url.json", text);
    let ids = ["/url/a.any.js", "/url/c/x.any.js"];
    case.known = Some(ids.iter().map(|id| id.parse().unwrap()).collect());
    assert_snapshot!(case.seen());
}
