//! A run that is partial, empty or skipped can't look green in any format, and words mean the same in
//! all of them.

mod common;

use common::{End, LogBuilder, ended, logs, ok, pass, subtest, unexpected};
use winterproof_model::{Foreseen, HarnessStatus, Stale, SubtestStatus, TestResult, Verdict};
use winterproof_reports::{Format, Matrix, NamedLog, Outcome, render, terminal};

/// Two of three planned tests, each as expected, and then the writer was killed.
fn partial() -> LogBuilder {
    let mut log = LogBuilder::new("delta", "Delta", "2.0.0")
        .test("/surface/url/URL.any.js", logs::url_shape())
        .test("/url/a.any.js", ok(vec![pass("works")]))
        .plan("/url/b.any.js");
    log.end = End::Nothing;
    log
}

/// The same with a footer: the run was stopped and had the time to say so.
fn stopped() -> LogBuilder {
    LogBuilder {
        end: End::Footer,
        ..partial()
    }
}

/// Whether a report shows that a run is whole and as expected; exhaustive, so that no format is left
/// out.
fn looks_green(format: Format, text: &str) -> bool {
    let json = || serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    match format {
        Format::Html => {
            assert!(text.contains("<p class=\"outcome "));
            !text.contains("class=\"banner\" role=\"alert\"")
                && text.matches("class=\"outcome ").count()
                    == text.matches("class=\"outcome as_expected\"").count()
        }
        Format::Json => {
            let value = json();
            let warned = value["warnings"] != serde_json::json!([]);
            let green = value["outcome"] == "as_expected";
            assert!(!(warned && green));
            green
        }
        Format::Wptreport => {
            let value = json();
            let ours = &value["winterproof"];
            ours["outcome"] == "as_expected" && ours["complete"] == true && ours["unmeasured"] == 0
        }
        Format::Junit => {
            let document = roxmltree::Document::parse(text).expect("well-formed XML");
            let number = |name| document.root_element().attribute(name) != Some("0");
            !number("failures") && !number("errors") && number("tests")
        }
        // A plan of no tests is green to a harness, too.
        Format::Tap => !text.lines().any(|line| line.starts_with("not ok")),
        Format::Markdown => {
            text.starts_with("## winterproof: as expected") && !text.contains("[!WARNING]")
        }
        Format::Annotations => !text.contains("::error ") && text.contains("::notice "),
        Format::Badge => json().get("isError").is_none(),
        Format::BadgeSvg => {
            !text.contains("fill=\"#b91c1c\"") && !text.contains("fill=\"#6b7280\"")
        }
        Format::Bcd => {
            let value = json();
            value["__meta"]["complete"] == true && value["__meta"]["outcome"] == "as_expected"
        }
    }
}

fn check(name: &str, log: &LogBuilder, green: bool) {
    let logs = [log.named("log.jsonl")];
    for format in Format::ALL {
        let text = render(format, &logs).expect("a report");
        assert_eq!(
            looks_green(format, &text),
            green,
            "{name} as {format}:\n{text}"
        );
    }
    let matrix = Matrix::of(&logs);
    assert_eq!(Outcome::of_all(&matrix).is_green(), green, "{name}");
    let text = terminal::render(&matrix, terminal::Options::default());
    assert_eq!(text.contains("as expected"), green, "{name}:\n{text}");
}

#[test]
fn only_a_whole_run_looks_green() {
    check("green", &logs::shapes(), true);
    check("killed", &partial(), false);
    check("stopped", &stopped(), false);
    check("empty", &logs::nothing(), false);
    check("skipped", &logs::all_skipped(), false);
    let mut stale = logs::shapes();
    stale.stale = vec![Stale {
        place: "own/url.toml:3".into(),
        problem: "/url/gone.any.js matches no test".into(),
    }];
    check("stale expectations", &stale, false);
    let mut cut = logs::nothing();
    cut.end = End::Cut;
    check("cut at once", &cut, false);
}

/// Pipelines are red where their JUnit report has an error.
#[test]
fn a_shard_without_tests_is_no_error_in_junit_and_a_run_without_tests_is() {
    let junit = |log: &LogBuilder| render(Format::Junit, &[log.named("log.jsonl")]).expect("XML");
    let mut shard = logs::nothing();
    shard.header.settings.partition = Some("hash:2/3".parse().expect("a partition"));
    shard.header.whole = Some(1);
    let text = junit(&shard);
    assert!(
        text.contains(r#"tests="1" skipped="1" failures="0" errors="0""#),
        "{text}"
    );
    assert!(text.contains(r#"<skipped message="there is no test in this shard" type="EMPTY"/>"#));
    let whole = logs::nothing();
    let mut of_nothing = logs::nothing();
    of_nothing.header.settings.partition = shard.header.settings.partition;
    of_nothing.header.whole = Some(0);
    let mut skipped = logs::all_skipped();
    skipped.header.settings.partition = shard.header.settings.partition;
    skipped.header.whole = Some(3);
    shard.end = End::Nothing;
    for log in [whole, of_nothing, skipped, shard] {
        let text = junit(&log);
        assert!(text.contains(r#"errors="1""#), "{text}");
    }
}

#[test]
fn a_whole_run_beside_a_partial_one_is_no_excuse() {
    let logs = [
        logs::shapes().named("whole.jsonl"),
        partial().named("partial.jsonl"),
    ];
    let several = Format::ALL
        .into_iter()
        .filter(|format| !format.is_of_one_log());
    for format in several {
        let text = render(format, &logs).expect("a report");
        assert!(!looks_green(format, &text), "{format}:\n{text}");
    }
}

/// One of each.
fn everything() -> NamedLog {
    let mut retried = ok(vec![subtest(
        "comes late",
        SubtestStatus::Timeout,
        "late",
        unexpected("PASS"),
    )]);
    retried.duration_ms = 99;
    LogBuilder::new("delta", "Delta", "2.0.0")
        .test(
            "/url/a.any.js",
            ok(vec![
                pass("passes"),
                subtest(
                    "fails as expected",
                    SubtestStatus::Fail,
                    "m1",
                    Verdict::Expected,
                ),
                subtest(
                    "fails now and then",
                    SubtestStatus::Fail,
                    "m2",
                    Verdict::KnownIntermittent,
                ),
                subtest("fails", SubtestStatus::Fail, "m3", unexpected("PASS")),
                subtest(
                    "is optional",
                    SubtestStatus::PreconditionFailed,
                    "m4",
                    Verdict::Expected,
                ),
            ]),
        )
        .test("/url/flaky.any.js", retried)
        .test("/url/flaky.any.js", ok(vec![pass("comes late")]))
        .test(
            "/url/skipped.any.js",
            ended(HarnessStatus::Skip, "no tls", Verdict::Expected, vec![]),
        )
        .plan("/url/unmeasured.any.js")
        .named("delta.jsonl")
}

#[test]
fn words_mean_the_same_everywhere() {
    let logs = [everything()];
    let text = |format| render(format, &logs).expect("a report");

    let tap = text(Format::Tap);
    for line in [
        "    ok 2 - passes\n",
        "    not ok 3 - fails as expected # TODO FAIL as expected\n",
        "    not ok 4 - fails now and then # TODO FAIL, known intermittent\n",
        "    not ok 5 - fails\n",
        "    ok 6 - is optional # SKIP PRECONDITION_FAILED: m4\n",
        "not ok 2 - delta:/url/a.any.js\n",
        "ok 4 - delta:/url/skipped.any.js # SKIP SKIP: no tls\n",
        "not ok 5 - delta:/url/unmeasured.any.js\n",
        "  flaky: true\n",
        "  status: \"UNMEASURED\"\n",
    ] {
        assert!(tap.contains(line), "{line}{tap}");
    }

    let junit = text(Format::Junit);
    let document = roxmltree::Document::parse(&junit).expect("well-formed XML");
    let children = |name: &str| {
        let case = document
            .descendants()
            .find(|node| node.attribute("name") == Some(name) && node.has_tag_name("testcase"))
            .expect(name);
        case.children()
            .filter(|child| child.is_element())
            .map(|child| child.tag_name().name().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(children("passes"), "");
    assert_eq!(children("fails as expected"), "properties system-out");
    assert_eq!(children("fails now and then"), "properties system-out");
    assert_eq!(children("fails"), "properties failure");
    assert_eq!(children("is optional"), "properties skipped");
    assert_eq!(children("comes late"), "flakyFailure");
    assert!(junit.contains("<property name=\"flaky\" value=\"true\"/>"));
    assert!(junit.contains("type=\"UNMEASURED\""));

    // One test with something unexpected, one flaky, one skipped, one unmeasured: in numbers too.
    let value: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
    let total = &value["columns"][0]["total"];
    for key in ["unexpected", "flaky", "unmeasured", "known_intermittent"] {
        assert_eq!(total[key], 1, "{key}");
    }
    let markdown = text(Format::Markdown);
    assert!(markdown.contains("1 of 4 unmeasured, 1 unexpected, 1 flaky, 1 skipped, 1 optional"));
    assert!(markdown.contains("**FAIL** (expected PASS): `fails`"));
    let annotations = text(Format::Annotations);
    assert_eq!(annotations.matches("::error ").count(), 2);
    assert_eq!(
        annotations
            .matches("::warning title=/url/flaky.any.js%3A flaky::")
            .count(),
        1
    );
    let report: serde_json::Value = serde_json::from_str(&text(Format::Wptreport)).expect("JSON");
    assert_eq!(report["winterproof"]["unmeasured"], 1);
    let subtests = report["results"][0]["subtests"]
        .as_array()
        .expect("subtests");
    let expected: Vec<_> = subtests
        .iter()
        .map(|s| s.get("expected").is_some())
        .collect();
    assert_eq!(expected, [false, false, true, true, false]);
    assert_eq!(
        subtests[2]["known_intermittent"],
        serde_json::json!(["FAIL"])
    );
}

/// A log with what expectations say in it.
fn told() -> NamedLog {
    let mut foreseen = ok(vec![subtest(
        "fails as expected",
        SubtestStatus::Fail,
        "m1",
        Verdict::Expected,
    )]);
    foreseen.foreseen = vec![Foreseen {
        reason: "a known <mistake>".into(),
        issue: Some("https://example.com/1".into()),
        test: false,
        subtests: vec![0],
    }];
    let better = ok(vec![subtest(
        "passes by now",
        SubtestStatus::Pass,
        "",
        Verdict::UnexpectedPass {
            expected: "FAIL".into(),
        },
    )]);
    let better = TestResult {
        foreseen: foreseen.foreseen.clone(),
        ..better
    };
    let message = "disabled: it hangs (https://example.com/2)";
    LogBuilder::new("delta", "Delta", "2.0.0")
        .test("/url/a.any.js", foreseen)
        .test("/url/b.any.js", better)
        .test(
            "/url/c.any.js",
            ended(HarnessStatus::Skip, message, Verdict::Disabled, vec![]),
        )
        .named("delta.jsonl")
}

#[test]
fn reasons_and_disabled_tests_are_told() {
    let logs = [told()];
    let text = |format| render(format, &logs).expect("a report");
    let tap = text(Format::Tap);
    let reason = "a known <mistake> (https://example.com/1)";
    for part in [
        format!("# TODO FAIL as expected: {reason}\n"),
        format!("expected_because: \"{reason}\"\n"),
        "# SKIP SKIP: disabled: it hangs (https://example.com/2)\n".into(),
    ] {
        assert!(tap.contains(&part), "{part}{tap}");
    }
    let junit = text(Format::Junit);
    for part in [
        "<property name=\"reason\" value=\"a known &lt;mistake&gt;\"/>",
        "<property name=\"issue\" value=\"https://example.com/1\"/>",
        "<skipped message=\"disabled: it hangs (https://example.com/2)\"",
    ] {
        assert!(junit.contains(part), "{part}\n{junit}");
    }
    let markdown = text(Format::Markdown);
    for part in [
        "1 unexpected, 1 disabled",
        "    expected because: `a known <mistake>` (<https://example.com/1>)\n",
        "- Delta 2.0.0: `/url/c.any.js`: `disabled: it hangs (https://example.com/2)`\n",
    ] {
        assert!(markdown.contains(part), "{part}\n{markdown}");
    }
    let matrix: serde_json::Value = serde_json::from_str(&text(Format::Json)).expect("JSON");
    assert_eq!(matrix["columns"][0]["total"]["disabled"], 1);
    let reasons = &matrix["areas"][0]["tests"][0]["columns"][0][0]["reasons"];
    let expected = serde_json::json!([{
        "reason": "a known <mistake>", "issue": "https://example.com/1", "test": false, "subtests": 1
    }]);
    assert_eq!(*reasons, expected);
    let matrix = Matrix::of(&logs);
    let terminal = terminal::render(&matrix, terminal::Options::default());
    for part in [
        format!("expected because: {reason}\n"),
        "disabled tests: 1\n".into(),
    ] {
        assert!(terminal.contains(&part), "{part}{terminal}");
    }
}

#[test]
fn a_run_of_disabled_tests_alone_is_not_green() {
    let log = LogBuilder::new("delta", "Delta", "2.0.0").test(
        "/url/c.any.js",
        ended(
            HarnessStatus::Skip,
            "disabled: it hangs",
            Verdict::Disabled,
            vec![],
        ),
    );
    check("disabled", &log, false);
}
