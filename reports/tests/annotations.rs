//! Annotations for GitHub: what a step's log has to say so that the right things show.

mod common;

use common::{LogBuilder, fixtures, logs, ok, pass, subtest, unexpected};
use winterproof_model::{Stale, SubtestStatus, TestId};
use winterproof_reports::{Format, Matrix, NamedLog, draw, load_all, render};

fn in_suites(id: &TestId) -> Option<String> {
    Some(format!("suites{}", id.source()))
}

fn annotations(logs: &[NamedLog]) -> String {
    draw(Format::Annotations, &Matrix::of(logs), &in_suites).expect("annotations")
}

/// Reads a workflow command as GitHub's runner does: the name, the properties, the message.
fn read(line: &str) -> (String, Vec<(String, String)>, String) {
    let unescape = |text: &str| {
        text.replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%25", "%")
    };
    let (head, text) = line
        .strip_prefix("::")
        .expect("a command")
        .split_once("::")
        .expect("two parts");
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let properties = properties.split(',').map(|property| {
        let (key, value) = property.split_once('=').expect("key and value");
        (key.to_owned(), unescape(value))
    });
    (name.to_owned(), properties.collect(), unescape(text))
}

#[test]
fn of_two_runs() {
    let logs = load_all(&[
        fixtures().join("alpha.jsonl"),
        fixtures().join("beta.jsonl"),
    ])
    .expect("two logs");
    insta::assert_snapshot!(annotations(&logs));
    // Without a checkout there is no file to point at.
    let text = render(Format::Annotations, &logs).expect("annotations");
    assert!(!text.contains("file="), "{text}");
}

#[test]
fn of_a_green_run() {
    insta::assert_snapshot!(
        annotations(&[logs::green().named("green.jsonl")]),
        @"::notice title=winterproof%3A as expected::Delta 2.0.0: 1 test measured, 1 of 1 known subtests passed"
    );
}

#[test]
fn never_more_than_github_shows() {
    let mut log = LogBuilder::new("x", "X", "1");
    for at in 0..30 {
        let mut failing = subtest(
            "fails",
            SubtestStatus::Fail,
            "100% wrong, no?",
            unexpected("PASS"),
        );
        failing.stack = Some(format!("check@/url/{at}.any.js:{}:5\n", at + 1));
        let flaky = subtest("flickers", SubtestStatus::Fail, "once", unexpected("PASS"));
        log = log
            .test(&format!("/url/{at}.any.js"), ok(vec![failing, flaky]))
            .test(
                &format!("/url/{at}.any.js"),
                ok(vec![
                    subtest(
                        "fails",
                        SubtestStatus::Fail,
                        "a:b,c\n::error::d",
                        unexpected("PASS"),
                    ),
                    pass("flickers"),
                ]),
            );
    }
    let text = annotations(&[log.named("x.jsonl")]);
    let commands: Vec<_> = text.lines().map(read).collect();
    for (kind, left) in [("error", "21 tests"), ("warning", "21 flaky tests")] {
        let those: Vec<_> = commands.iter().filter(|(name, ..)| name == kind).collect();
        assert_eq!(those.len(), 10, "{kind}");
        assert!(those[9].2.starts_with(left), "{}", those[9].2);
    }
    assert_eq!(commands.len(), 20);
    let (_, properties, message) = &commands[0];
    assert_eq!(
        properties[0],
        ("file".to_owned(), "suites/url/0.any.js".to_owned())
    );
    assert_eq!(
        properties.last().expect("a title").1,
        "/url/0.any.js: 1 unexpected result"
    );
    assert_eq!(
        message,
        "X 1: FAIL (expected PASS): fails: a:b,c ⏎ ::error::d"
    );
}

fn stale(place: &str) -> Stale {
    Stale {
        place: place.into(),
        problem: "/url/gone.any.js matches no test".into(),
    }
}

#[test]
fn a_stale_expectation_is_shown_where_it_is() {
    let (mut one, mut two) = (logs::green(), LogBuilder::new("x", "X", "1"));
    two = two.test("/url/a.any.js", ok(vec![pass("works")]));
    one.stale = vec![stale("own/url.toml:3"), stale("own/delta/url.toml:12")];
    two.stale = vec![stale("own/url.toml:3")];
    insta::assert_snapshot!(
        annotations(&[one.named("one.jsonl"), two.named("two.jsonl")]),
        @r"
    ::error file=own/url.toml,line=3,title=Stale expectation::Delta 2.0.0, X 1: /url/gone.any.js matches no test
    ::error file=own/delta/url.toml,line=12,title=Stale expectation::Delta 2.0.0: /url/gone.any.js matches no test
    "
    );
}

#[test]
fn stale_expectations_are_counted_where_they_are_too_many() {
    for (failing, unused, shown, left) in [
        (0, 10, 0, None),
        (0, 12, 0, Some("3 stale expectations left out here")),
        (4, 8, 4, Some("3 stale expectations left out here")),
        (9, 2, 9, Some("2 stale expectations left out here")),
        (
            11,
            1,
            9,
            Some("2 tests with unexpected results and 1 stale expectation left out here"),
        ),
    ] {
        let mut log = LogBuilder::new("x", "X", "1").test("/url/a.any.js", ok(vec![pass("works")]));
        for at in 0..failing {
            let fails = subtest("fails", SubtestStatus::Fail, "no", unexpected("PASS"));
            log = log.test(&format!("/url/{at}.any.js"), ok(vec![fails]));
        }
        log.stale = (1..=unused)
            .map(|at| stale(&format!("a.toml:{at}")))
            .collect();
        let text = annotations(&[log.named("x.jsonl")]);
        let commands: Vec<_> = text.lines().map(read).collect();
        assert_eq!(commands.len(), 10, "{failing} {unused}: {text}");
        assert_eq!(
            text.matches("1 unexpected result::").count(),
            shown,
            "{text}"
        );
        let last = &commands[9].2;
        match left {
            Some(left) => assert_eq!(last, left),
            None => assert!(last.ends_with("matches no test"), "{text}"),
        }
    }
}

#[test]
fn a_stack_tells_the_line() {
    let at = |stack: &str| {
        let mut failing = subtest("fails", SubtestStatus::Fail, "no", unexpected("PASS"));
        failing.stack = Some(stack.to_owned());
        let log = LogBuilder::new("x", "X", "1").test("/url/a.any.js", ok(vec![failing]));
        let (_, properties, _) = read(annotations(&[log.named("x.jsonl")]).trim_end());
        let position: Vec<String> = properties
            .into_iter()
            .filter(|(key, _)| key == "line" || key == "col")
            .map(|(_, value)| value)
            .collect();
        position.join(":")
    };
    assert_eq!(at("    at check (/url/a.any.js:12:3)"), "12:3");
    assert_eq!(at("check@http://localhost:8000/url/a.any.js:7:9"), "7:9");
    assert_eq!(at("at /resources/x.js:1:1\nat /url/a.any.js:5"), "5");
    assert_eq!(at("at /url/a.any.js"), "");
    assert_eq!(at("at /resources/testharness.js:99:1"), "");
}
