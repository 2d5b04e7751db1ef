//! Every format drawn from the committed logs, as people and programs see it.

mod common;

use std::collections::HashSet;

use common::{LogBuilder, fixtures, logs, ok, pass, subtest, unexpected};
use winterproof_model::{Stale, SubtestStatus};
use winterproof_reports::{
    Format, Matrix, NamedLog, ReportError, load_all, markdown, render, terminal,
};

fn alpha_and_beta() -> Vec<NamedLog> {
    load_all(&[
        fixtures().join("alpha.jsonl"),
        fixtures().join("beta.jsonl"),
    ])
    .expect("two logs")
}

fn one(name: &str) -> Vec<NamedLog> {
    load_all(&[fixtures().join(name)]).expect("a log")
}

#[test]
fn the_same_logs_make_the_same_bytes() {
    for format in Format::ALL {
        if format.is_of_one_log() {
            continue;
        }
        let first = render(format, &alpha_and_beta()).expect("a report");
        assert!(
            first == render(format, &alpha_and_beta()).expect("a report"),
            "{format}"
        );
    }
}

#[test]
fn terminal_plain() {
    let logs = alpha_and_beta();
    let options = terminal::Options {
        unexpected: 6,
        ..terminal::Options::default()
    };
    insta::assert_snapshot!(terminal::render(&Matrix::of(&logs), options));
}

#[test]
fn terminal_in_colour_and_narrow() {
    let logs = alpha_and_beta();
    let options = terminal::Options {
        colour: true,
        width: Some(60),
        unexpected: 1,
    };
    let text = terminal::render(&Matrix::of(&logs), options);
    insta::assert_snapshot!(text.replace('\u{1b}', "ESC"));
}

#[test]
fn terminal_green_and_nothing() {
    let draw = |logs: &[NamedLog]| terminal::render(&Matrix::of(logs), Default::default());
    let texts = ["green.jsonl", "nothing.jsonl", "all-skipped.jsonl"].map(|name| draw(&one(name)));
    insta::assert_snapshot!(texts.join("\n=====\n\n"));
}

#[test]
fn nothing_foreign_acts_on_the_terminal() {
    let logs = alpha_and_beta();
    let options = terminal::Options {
        unexpected: 99,
        ..terminal::Options::default()
    };
    let text = terminal::render(&Matrix::of(&logs), options);
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
    assert!(!text.contains('\u{202e}'));
}

#[test]
fn json() {
    insta::assert_snapshot!(render(Format::Json, &alpha_and_beta()).expect("a report"));
}

#[test]
fn wptreport() {
    let text = render(Format::Wptreport, &one("alpha.jsonl")).expect("a report");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    // Whether a JSON value keeps the order of its keys is up to the features of whoever is built along.
    insta::with_settings!({ sort_maps => true }, { insta::assert_json_snapshot!(value) });
    let text = render(Format::Wptreport, &one("beta.jsonl")).expect("a report");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["winterproof"]["unmeasured"], 4);
    assert!(value.get("time_end").is_none());
    assert!(
        value["results"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|r| r["status"] == "CRASH")
    );
}

#[test]
fn wptreport_holds_one_runtime() {
    let error = render(Format::Wptreport, &alpha_and_beta()).expect_err("two logs");
    assert!(matches!(error, ReportError::OneLogOnly { found: 2, .. }));
    insta::assert_snapshot!(error);
}

#[test]
fn wptreport_needs_a_date() {
    let mut log = logs::green();
    log.header.started = "yesterday".into();
    let error = render(Format::Wptreport, &[log.named("g.jsonl")]).expect_err("no date");
    insta::assert_snapshot!(error, @r#"g.jsonl: the run's start "yesterday" is no RFC 3339 date"#);
}

#[test]
fn junit() {
    insta::assert_snapshot!(render(Format::Junit, &alpha_and_beta()).expect("a report"));
}

#[test]
fn junit_is_well_formed_with_unique_names() {
    let mut logs = alpha_and_beta();
    logs.extend(alpha_and_beta());
    logs.extend(one("gamma.jsonl"));
    let text = render(Format::Junit, &logs).expect("a report");
    let document = roxmltree::Document::parse(&text).expect("well-formed XML");
    let mut names = HashSet::new();
    for case in document
        .descendants()
        .filter(|node| node.has_tag_name("testcase"))
    {
        let name = (case.attribute("classname"), case.attribute("name"));
        assert!(names.insert(name), "{name:?} twice");
    }
    let root = document.root_element();
    let cases = document
        .descendants()
        .filter(|node| node.has_tag_name("testcase"));
    assert_eq!(
        root.attribute("tests"),
        Some(cases.count().to_string().as_str())
    );
}

#[test]
fn junit_names_do_not_collide() {
    let names = [
        "a",
        "a",
        "a (2)",
        "harness status",
        "",
        " ",
        "b\nc",
        "b ⏎ c",
    ];
    let log = LogBuilder::new("x", "X", "1").test(
        "/url/a.any.js",
        ok(names.iter().map(|name| pass(name)).collect()),
    );
    let text = render(Format::Junit, &[log.named("x.jsonl")]).expect("a report");
    let document = roxmltree::Document::parse(&text).expect("well-formed XML");
    let found: Vec<&str> = document
        .descendants()
        .filter_map(|node| {
            node.has_tag_name("testcase")
                .then(|| node.attribute("name"))?
        })
        .collect();
    let unique: HashSet<&str> = found.iter().copied().collect();
    assert_eq!((found.len(), unique.len()), (9, 9), "{found:?}");
}

#[test]
fn junit_is_red_unless_a_run_is_whole() {
    let red = |name: &str| {
        let text = render(Format::Junit, &one(name)).expect("a report");
        let document = roxmltree::Document::parse(&text).expect("well-formed XML");
        let root = document.root_element();
        let number = |name| {
            root.attribute(name)
                .expect("a number")
                .parse::<u32>()
                .expect("one")
        };
        number("failures") + number("errors")
    };
    assert_eq!(red("green.jsonl"), 0);
    assert_eq!(red("gamma.jsonl"), 0);
    assert!(red("nothing.jsonl") > 0);
    assert!(red("all-skipped.jsonl") > 0);
    assert!(red("beta.jsonl") > 0);
}

#[test]
fn tap() {
    insta::assert_snapshot!(render(Format::Tap, &alpha_and_beta()).expect("a report"));
}

#[test]
fn badges() {
    let texts = ["alpha", "beta", "green", "nothing", "all-skipped"].map(|name| {
        let logs = one(&format!("{name}.jsonl"));
        let badge = |format| render(format, &logs).expect("a badge");
        let (json, svg) = (badge(Format::Badge), badge(Format::BadgeSvg));
        let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
        let title = document
            .descendants()
            .find(|node| node.has_tag_name("title"));
        let title = title.and_then(|node| node.text()).expect("a title");
        format!("{name}: {title}\n{json}")
    });
    insta::assert_snapshot!(texts.join("\n"));
    insta::assert_snapshot!(render(Format::BadgeSvg, &one("green.jsonl")).expect("a badge"));
}

#[test]
fn a_badge_of_a_selection_says_so() {
    let mut log = logs::green();
    log.header.settings.filters = vec!["url".into()];
    let text = render(Format::Badge, &[log.named("g.jsonl")]).expect("a badge");
    assert!(
        text.contains("\"label\": \"Delta 2.0.0, only url\""),
        "{text}"
    );
}

#[test]
fn a_badge_tells_of_stale_expectations() {
    let gone = |line| Stale {
        place: format!("own/url.toml:{line}"),
        problem: "/url/gone.any.js matches no test".into(),
    };
    let failing = subtest("works", SubtestStatus::Fail, "no", unexpected("PASS"));
    let red = LogBuilder::new("delta", "Delta", "2.0.0").test("/url/a.any.js", ok(vec![failing]));
    for (mut log, lines, said) in [
        (logs::green(), vec![3], "1 stale expectation"),
        (logs::green(), vec![3, 9], "2 stale expectations"),
        (red, vec![3], "1 unexpected, 1 stale expectation"),
    ] {
        log.stale = lines.into_iter().map(gone).collect();
        let text = render(Format::Badge, &[log.named("g.jsonl")]).expect("a badge");
        assert!(text.contains(&format!("\"message\": \"{said}\"")), "{text}");
        assert!(text.contains("\"color\": \"red\""), "{text}");
    }
}

#[test]
fn bcd() {
    let text = render(Format::Bcd, &logs::shapes_through_time()).expect("a report");
    insta::assert_snapshot!(text);
}

#[test]
fn markdown_of_two() {
    insta::assert_snapshot!(render(Format::Markdown, &alpha_and_beta()).expect("a report"));
}

#[test]
fn markdown_is_cut_with_the_worst_first() {
    let logs = alpha_and_beta();
    let matrix = Matrix::of(&logs);
    let limits = markdown::Limits {
        bytes: 1_900,
        ..markdown::Limits::default()
    };
    let text = markdown::render(&matrix, limits);
    assert!(text.len() <= 1_900, "{}", text.len());
    assert!(text.contains("SIGSEGV"), "{text}");
    assert!(
        text.contains(" unexpected results left out here**"),
        "{text}"
    );
}

#[test]
fn markdown_stays_below_a_mebibyte() {
    let message = "`x` ".repeat(400);
    let failing = |n: u32| {
        let name = format!("subtest {n} {}", "y".repeat(300));
        subtest(&name, SubtestStatus::Fail, &message, unexpected("PASS"))
    };
    let log =
        LogBuilder::new("x", "X", "1").test("/url/a.any.js", ok((0..3000).map(failing).collect()));
    let text = render(Format::Markdown, &[log.named("x.jsonl")]).expect("a report");
    assert!(
        text.len() < 1_048_576 && text.len() > 900_000,
        "{}",
        text.len()
    );
    assert!(text.trim_end().ends_with("list all."));
}
