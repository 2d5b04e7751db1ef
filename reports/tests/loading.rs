//! Reading logs, naming them, and what bad ones are told.

mod common;

use common::{fixtures, logs};
use winterproof_reports::{Format, NamedLog, ReportError, labels, load, load_all, render};

fn error_of(name: &str) -> String {
    let path = fixtures().join("bad").join(name);
    let error = load(&path).expect_err("the log is bad").to_string();
    error.replace(&fixtures().display().to_string(), "FIXTURES")
}

#[test]
fn bad_logs_are_refused_with_their_reason() {
    let names = [
        "corrupt.jsonl",
        "empty.jsonl",
        "header-cut.jsonl",
        "newer.jsonl",
        "not-a-log.jsonl",
        "wrong-footer.jsonl",
    ];
    let errors: Vec<String> = names.into_iter().map(error_of).collect();
    insta::assert_snapshot!(errors.join("\n"));
    // The rest of this one is the operating system's.
    assert!(error_of("absent.jsonl").starts_with("cannot read FIXTURES/bad/absent.jsonl: "));
}

#[test]
fn one_bad_log_spoils_a_report() {
    let paths = [
        fixtures().join("alpha.jsonl"),
        fixtures().join("bad/empty.jsonl"),
    ];
    assert!(matches!(load_all(&paths), Err(ReportError::BadLog { .. })));
}

#[test]
fn a_log_is_named_by_its_file() {
    let named = load(fixtures().join("alpha.jsonl")).expect("a log");
    assert_eq!(named.name, "alpha.jsonl");
    assert!(named.log.is_complete());
}

#[test]
fn labels_are_never_the_same() {
    let alpha = |name: &str| NamedLog {
        name: name.into(),
        ..logs::alpha().named("x")
    };
    let before = logs::alpha_before().named("alpha.jsonl");
    assert_eq!(
        labels(&[alpha("a.jsonl"), before]),
        ["Alpha 1.4.0", "Alpha 1.3.0"]
    );
    let same = [
        alpha("a.jsonl"),
        alpha("b.jsonl"),
        alpha("b.jsonl"),
        logs::beta().named("b.jsonl"),
    ];
    assert_eq!(
        labels(&same),
        [
            "Alpha 1.4.0 [a.jsonl]",
            "Alpha 1.4.0 [b.jsonl] #1",
            "Alpha 1.4.0 [b.jsonl] #2",
            "Beta 0.9.0-rc.1"
        ]
    );
}

#[test]
fn formats_have_names() {
    for format in Format::ALL {
        assert_eq!(
            format.as_str().parse::<Format>().expect("its own name"),
            format
        );
    }
    let error = "pdf".parse::<Format>().expect_err("no such format");
    insta::assert_snapshot!(error, @r#"there is no report format "pdf"; the formats are html, json, wptreport, junit, tap, markdown, annotations, badge, badge-svg, bcd"#);
}

#[test]
fn no_report_without_a_log() {
    for format in Format::ALL {
        assert!(matches!(render(format, &[]), Err(ReportError::NoLogs)));
    }
}
