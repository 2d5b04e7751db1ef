//! The HTML page: what is in it without scripts, and what must never be in it.

mod common;

use common::fixtures;
use common::page::{data, packed};
use winterproof_reports::{Format, NamedLog, load_all, render};

fn page(names: &[&str]) -> String {
    let paths: Vec<_> = names.iter().map(|name| fixtures().join(name)).collect();
    let logs: Vec<NamedLog> = load_all(&paths).expect("logs");
    render(Format::Html, &logs).expect("a page")
}

/// The page without what our own templates put in: style and script.
fn without_templates(page: &str) -> String {
    let style = page.find("<style>").expect("a style")..page.find("</style>").expect("its end");
    let script = page.rfind("<script>").expect("a script");
    format!(
        "{}<style>{}",
        &page[..style.start],
        &page[style.end..script]
    )
}

#[test]
fn static_part() {
    let page = page(&["alpha.jsonl", "beta.jsonl"]);
    let readable = page.replace(packed(&page), &data(&page));
    insta::assert_snapshot!(without_templates(&readable));
}

#[test]
fn nothing_is_loaded() {
    let page = page(&["alpha.jsonl", "beta.jsonl"]);
    let markup = page.to_lowercase();
    for loads in [
        "src=", "srcset=", "<link", "<img", "<iframe", "@import", "url(", "fetch(",
    ] {
        assert!(!markup.contains(loads), "{loads}");
    }
    assert!(page.contains("default-src 'none'"));
    // Addresses stand only in the packed data, from which the script makes links.
    assert!(!page.contains("http:") && !page.contains("https:"));
}

#[test]
fn foreign_text_stays_text() {
    let page = page(&["alpha.jsonl"]);
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<b>\"quotes"));
    assert!(!page.contains("--label=<b>"));
    assert!(!page.contains(['\u{202e}', '\u{2028}', '\u{1b}', '\u{1}']));
}

#[test]
fn the_data_is_whole() {
    let page = page(&["alpha.jsonl", "beta.jsonl"]);
    let value: serde_json::Value = serde_json::from_str(&data(&page)).expect("JSON");
    let tests = value["tests"].as_array().expect("tests");
    assert_eq!(tests.len(), 9);
    let crash = tests
        .iter()
        .find(|t| t["n"] == "/streams/crash.any.js")
        .expect("the test");
    assert_eq!(crash["c"][0][0]["r"], "PPPP");
    assert_eq!(crash["c"][1][0]["r"], "PPLL");
    assert_eq!(crash["c"][1][0]["st"], "CRASH");
    let odd = tests
        .iter()
        .find(|t| t["n"] == "/url/odd.any.js?variant=1")
        .expect("the test");
    assert_eq!(odd["k"][0], "</script><script>alert(1)</script>");
    assert_eq!(odd["c"][1], serde_json::json!([]));
}

#[test]
fn a_partial_run_is_unmistakable() {
    assert!(page(&["beta.jsonl"]).contains("class=\"banner\" role=\"alert\""));
    assert!(page(&["nothing.jsonl"]).contains("class=\"banner\" role=\"alert\""));
    assert!(!page(&["green.jsonl"]).contains("class=\"banner\""));
}

#[test]
fn subtests_have_the_sections_of_their_requirements() {
    let page = page(&["alpha.jsonl", "beta.jsonl"]);
    let value: serde_json::Value = serde_json::from_str(&data(&page)).expect("JSON");
    let tests = value["tests"].as_array().expect("tests").iter();
    let sets: Vec<_> = tests
        .filter(|test| test.get("w").is_some())
        // In the order of the alphabet, whether or not serde_json keeps another.
        .map(|test| serde_json::json!({ "sets": test["w"], "subtests": test["k"], "test": test["n"] }))
        .collect();
    let shown = serde_json::json!({
        "requirements": value["requirements"],
        "sets": value["sets"],
        "tests": sets,
    });
    insta::assert_snapshot!(serde_json::to_string_pretty(&shown).expect("JSON"));
}
