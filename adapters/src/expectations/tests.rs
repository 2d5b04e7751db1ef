use winterproof_model::HarnessStatus;

use super::*;

const TEXT: &str = "[[expect]]\ntest = \"/a/*\"\nreason = \"no a\"\nall = \"FAIL\"\n\n\
    [[expect]]\ntest = \"/a/b.any.js?x[1]\"\nversion = \"<24\"\nreason = \"old\"\nstatus = \"CRASH\"\n\
    pass = [\"works\"]\nintermittent = [\"sometimes\"]\n";

fn expectations(text: &str) -> Expectations {
    let mut expectations = Expectations::default();
    expectations.add("x.toml", text).unwrap();
    expectations
}

fn id(text: &str) -> TestId {
    text.parse().unwrap()
}

fn version(version: &str) -> Situation<'_> {
    Situation {
        version,
        os: "linux",
        arch: "x86_64",
        flags: &[],
    }
}

#[test]
fn versions_and_patterns_decide() {
    let expectations = expectations(TEXT);
    let test = id("/a/b.any.js?x[1]");
    let old = expectations.of(&test, &version("22.1.0-nightly"));
    let (status, reason) = old.status.unwrap();
    assert_eq!(
        (status, reason.text.as_str()),
        (HarnessStatus::Crash, "old")
    );
    assert_eq!(old.subtests.len(), 3);
    let new = expectations.of(&test, &version("24.0.0"));
    assert_eq!(new.status, None);
    assert_eq!(new.subtests.len(), 1);
    assert_eq!(
        expectations.of(&id("/b/b.any.js"), &version("24.0.0")),
        Expectation::default()
    );
    assert_eq!(expectations.unused(&[id("/a/c.any.js")]), ["x.toml:6"]);
}

#[test]
fn versions_of_more_or_less_than_three_numbers_decide() {
    for (condition, holds, fails) in [
        ("<157", "156.0.8078.108", "157.0.1.2"),
        (">=156.0.8078", "156.0.8078.1", "156.0.8077.999"),
        (">=153.7", "153.7.0esr", "153.6.9esr"),
        ("<2026.11.18", "2026-11-17", "2026-11-18"),
        (">=2026.2", "2026-02-01", "2026-01-31"),
    ] {
        let text = format!(
            "[[expect]]\ntest = \"/a.any.js\"\nversion = \"{condition}\"\nreason = \"r\"\n\
             all = \"FAIL\"\n"
        );
        let expectations = expectations(&text);
        let test = id("/a.any.js");
        let foreseen = |text| expectations.of(&test, &version(text)) != Expectation::default();
        assert!(foreseen(holds), "{condition} {holds}");
        assert!(!foreseen(fails), "{condition} {fails}");
    }
}

#[test]
fn what_disables_a_test_is_known_before_the_runtime_answers_unless_it_is_asked() {
    let entry = |conditions: &str| {
        expectations(&format!(
            "[[expect]]\ntest = \"/a/*\"\n{conditions}reason = \"r\"\ndisabled = true\n"
        ))
    };
    let (here, os) = (id("/a/b.any.js"), std::env::consts::OS);
    let other = match os {
        "aix" => "linux",
        _ => "aix",
    };
    for (conditions, known) in [
        (String::new(), true),
        (format!("os = \"{os}\"\n"), true),
        (format!("os = \"{other}\"\n"), false),
        ("version = \">=0\"\n".to_owned(), false),
        ("flags = \"!x\"\n".to_owned(), false),
    ] {
        let disabled = entry(&conditions).disabled_here(&here);
        assert_eq!(disabled.is_some(), known, "{conditions}");
    }
    assert_eq!(entry("").disabled_here(&id("/b/b.any.js")), None);
}

#[test]
fn systems_and_flags_decide() {
    let flags = [
        "--expose-gc",
        "date=2024-01-01",
        "flags=nodejs_compat,url_standard",
    ];
    let flags = flags.map(str::to_owned);
    let here = Situation {
        flags: &flags,
        ..version("1.0.0")
    };
    for (condition, holds) in [
        ("os = \"linux\"", true),
        ("os = \"macos\"", false),
        ("os = [\"macos\", \"linux\"]", true),
        ("arch = \"x86_64\"", true),
        ("arch = [\"aarch64\"]", false),
        ("os = \"linux\"\narch = \"aarch64\"", false),
        ("flags = \"nodejs_compat\"", true),
        ("flags = [\"nodejs_compat\", \"url_standard\"]", true),
        ("flags = [\"nodejs_compat\", \"no_such\"]", false),
        ("flags = \"!nodejs_compat\"", false),
        ("flags = [\"!no_such\", \"--expose-gc\"]", true),
        ("flags = \"date=2024-01-01\"", true),
        ("flags = \"nodejs\"", false),
        ("version = \">=1\"\nos = \"linux\"\nflags = \"!x\"", true),
    ] {
        let text = format!(
            "[[expect]]\ntest = \"/a.any.js\"\n{condition}\nreason = \"r\"\nall = \"FAIL\"\n"
        );
        let foreseen = expectations(&text).of(&id("/a.any.js"), &here);
        assert_eq!(!foreseen.subtests.is_empty(), holds, "{condition}");
    }
}

#[test]
fn a_reason_takes_its_issue_along_and_a_disabled_test_has_one() {
    let text = "[[expect]]\ntest = \"/a.any.js\"\nreason = \"hangs\"\n\
                issue = \"https://example.com/1\"\ndisabled = true\n";
    let foreseen = expectations(text).of(&id("/a.any.js"), &version("1.0.0"));
    let reason = foreseen.disabled.unwrap();
    assert_eq!(reason.to_string(), "hangs (https://example.com/1)");
}

#[test]
fn mistakes_name_file_and_line() {
    let entry = "[[expect]]\ntest = \"/a\"\nreason = \"r\"\n";
    let cases = [
        (
            "[[expect]]\ntest = \"/a\"\n".to_owned(),
            "x.toml:1: missing field `reason`",
        ),
        (
            "\n[[expect]]\ntest = \"/a\"\nreason = \" \"\n".to_owned(),
            "x.toml:2: an expectation needs",
        ),
        (
            "[[expect]]\ntest = \"a\"\nreason = \"r\"\n".to_owned(),
            "x.toml:1: test begins with",
        ),
        (
            format!("{entry}fails = []\n"),
            "x.toml:4: unknown field `fails`",
        ),
        (
            format!("{entry}all = \"BAD\"\n"),
            "x.toml:4: unknown variant `BAD`",
        ),
        (
            format!("{entry}all = \"FAIL\"\nos = \"lunix\"\n"),
            "x.toml:1: unknown os \"lunix\"; known are aix, ",
        ),
        (
            format!("{entry}all = \"FAIL\"\narch = [\"x86_64\", \"amd64\"]\n"),
            "x.toml:1: unknown arch \"amd64\"; known are aarch64, ",
        ),
        (
            format!("{entry}all = \"FAIL\"\nos = []\n"),
            "x.toml:1: os is an empty list",
        ),
        (
            format!("{entry}all = \"FAIL\"\nflags = [\"!\"]\n"),
            "x.toml:1: flags has an empty word",
        ),
        (
            format!("{entry}all = \"FAIL\"\nos = 3\n"),
            "x.toml:5: expected a string or a list of strings",
        ),
        (
            format!("{entry}all = \"FAIL\"\nversion = \"new\"\n"),
            "x.toml:5: unexpected character 'n'",
        ),
        (
            format!("{entry}all = \"FAIL\"\nissue = \"#12\"\n"),
            "x.toml:1: issue is an address",
        ),
        (entry.to_owned(), "x.toml:1: the entry foresees nothing"),
        (
            format!("{entry}disabled = false\nall = \"FAIL\"\n"),
            "x.toml:1: disabled is true or absent",
        ),
        (
            format!("{entry}disabled = true\nall = \"FAIL\"\n"),
            "x.toml:1: a disabled test is not run",
        ),
        (
            format!("{entry}fail = [\"s\"]\ntimeout = [\"s\"]\n"),
            "x.toml:1: the entry names \"s\" twice",
        ),
        (
            format!("{entry}all = \"FAIL\"\nall = \"FAIL\"\n"),
            "x.toml:5: duplicate key",
        ),
        (
            format!("{entry}all = \"FAIL\"\n[[expects]]\n"),
            "x.toml:5: unknown field `expects`",
        ),
        (format!("{entry}fail = [\"s\"\n"), "x.toml:"),
    ];
    for (text, start) in cases {
        let error = Expectations::default().add("x.toml", &text).unwrap_err();
        assert!(error.to_string().starts_with(start), "{error}");
    }
}
