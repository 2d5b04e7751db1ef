//! What is written where nothing was written before.

use winterproof_adapters::{Target, Written, accept};
use winterproof_model::log::RunLog;

use crate::fake::{Files, accepted, log, text};

fn fresh(logs: &[RunLog]) -> String {
    text(&accepted(&Files::new(), logs)).to_owned()
}

#[test]
fn an_entry_holds_the_subtests_of_one_cause() {
    let log = log(
        "26.0.0",
        "/a/x.any.js
           PASS fine
           FAIL two | URLPattern is not defined
           FAIL one | promise_test: Unhandled rejection with value: object \"ReferenceError: URLPattern is not defined\"
           TIMEOUT slow
           FAIL other | assert_equals: expected 1 but got 2",
    );
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
reason = \"URLPattern is not defined\"
fail = [\"one\", \"two\"]

[[expect]]
test = \"/a/x.any.js\"
reason = \"assert_equals: expected 1 but got 2\"
fail = [\"other\"]

[[expect]]
test = \"/a/x.any.js\"
reason = \"it did not end in time\"
timeout = [\"slow\"]
";
    assert_eq!(fresh(&[log]), expected);
}

#[test]
fn many_messages_share_an_entry() {
    let log = log(
        "26.0.0",
        "/a/x.any.js
           PASS fine
           FAIL d | expected 4
           FAIL c | expected 3
           FAIL b | expected 2
           FAIL a | expected 1
           FAIL same | the same
           FAIL again | the same",
    );
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
reason = \"expected 1; and 3 other messages\"
fail = [\"a\", \"b\", \"c\", \"d\"]

[[expect]]
test = \"/a/x.any.js\"
reason = \"the same\"
fail = [\"again\", \"same\"]
";
    assert_eq!(fresh(&[log]), expected);
}

#[test]
fn where_nothing_passes_the_entry_says_all() {
    let log = log(
        "26.0.0",
        "/a/x.any.js
           FAIL one | rare
           FAIL two | common
           FAIL three | common
           TIMEOUT four | late
           PRECONDITION_FAILED five | absent",
    );
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
reason = \"common\"
all = \"FAIL\"

[[expect]]
test = \"/a/x.any.js\"
reason = \"late\"
timeout = [\"four\"]
";
    assert_eq!(fresh(&[log]), expected);
}

#[test]
fn conditions_tell_the_versions_of_the_logs_apart() {
    let of = |version, old, middle, new| {
        log(
            version,
            &format!(
                "/a/x.any.js
                   PASS fine
                   {old} in old ones | why {version}
                   {middle} in one | why
                   {new} in new ones | why not
                   FAIL in all | never {version}"
            ),
        )
    };
    let logs = [
        of("20.1.0", "FAIL", "PASS", "PASS"),
        of("22.2.0", "FAIL", "FAIL", "PASS"),
        of("24.3.0", "PASS", "PASS", "FAIL"),
        of("26.4.0", "PASS", "PASS", "FAIL"),
    ];
    let text = fresh(&logs);
    let entries: Vec<_> = text.split("\n\n").collect();
    assert_eq!(
        entries,
        [
            "[[expect]]\ntest = \"/a/x.any.js\"\nversion = \"<24\"\nreason = \"why 22.2.0\"\nfail = [\"in old ones\"]",
            "[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"never 26.4.0\"\nfail = [\"in all\"]",
            "[[expect]]\ntest = \"/a/x.any.js\"\nversion = \">=22, <24\"\nreason = \"why\"\nfail = [\"in one\"]",
            "[[expect]]\ntest = \"/a/x.any.js\"\nversion = \">=24\"\nreason = \"why not\"\nfail = [\"in new ones\"]\n",
        ]
    );
}

#[test]
fn all_in_one_version_makes_no_holes_in_names_of_others() {
    let logs = [
        log("20.0.0", "/a/x.any.js\nFAIL one | no x\nFAIL two | no y"),
        log("22.0.0", "/a/x.any.js\nFAIL one | no x\nPASS two"),
    ];
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
version = \"<22\"
reason = \"no x\"
all = \"FAIL\"

[[expect]]
test = \"/a/x.any.js\"
reason = \"no x\"
fail = [\"one\"]
";
    assert_eq!(fresh(&logs), expected);
}

#[test]
fn what_ends_differently_on_one_version_is_intermittent() {
    let logs = [
        log("22.0.0", "/a/x.any.js\nPASS s\nFAIL t | always"),
        log(
            "22.0.0",
            "/a/x.any.js\nFAIL s | now and then\nFAIL t | always",
        ),
        log("24.0.0", "/a/x.any.js\nPASS s\nPASS t"),
    ];
    let files = accepted(&Files::new(), &logs);
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
version = \"<24\"
reason = \"always\"
all = \"FAIL\"

[[expect]]
test = \"/a/x.any.js\"
version = \"<24\"
reason = \"now and then\"
intermittent = [\"s\"]
";
    assert_eq!(text(&files), expected);
    // One run of either kind proves nothing, also where another subtest makes the test be rewritten.
    assert_eq!(accepted(&files, &logs[..1]), files);
    let other = log("22.0.0", "/a/x.any.js\nPASS s\nPASS t");
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
version = \"<24\"
reason = \"now and then\"
intermittent = [\"s\"]
";
    assert_eq!(text(&accepted(&files, &[other])), expected);
}

#[test]
fn an_earlier_attempt_counts_as_a_log() {
    let mut first = log("22.0.0", "/a/x.any.js\nPASS s");
    first.earlier = log("22.0.0", "/a/x.any.js\nFAIL s | flaky").tests;
    assert!(fresh(&[first]).ends_with("intermittent = [\"s\"]\n"));
}

#[test]
fn what_no_entry_can_express_is_told_and_not_written() {
    let logs = [
        log(
            "22.0.0",
            "/a/x.any.js\nTIMEOUT s\nPASS t\n/a/y.any.js CRASH gone",
        ),
        log("22.0.0", "/a/x.any.js\nPASS s\nPASS t\n/a/y.any.js\nPASS u"),
    ];
    assert_eq!(accepted(&Files::new(), &logs), Files::new());
    let outcome = accept(&[("1", &logs[0]), ("2", &logs[1])], &Written::default()).unwrap();
    let unsettled: Vec<_> = outcome
        .unsettled
        .iter()
        .map(|u| (u.test.as_str(), u.subtest.as_deref()))
        .collect();
    assert_eq!(
        unsettled,
        [("/a/x.any.js", Some("s")), ("/a/y.any.js", None)]
    );
}

#[test]
fn a_status_is_written_unless_it_is_always_as_foreseen() {
    let log = log(
        "1.0.0",
        "/a/c.any.js CRASH it ended with code 101
           PASS fine
           NOTRUN never
         /a/p.any.js PRECONDITION_FAILED no workers
         /a/s.any.js SKIP needs http2
         /a/t.any.js TIMEOUT it took too long
           PASS fine
           NOTRUN never",
    );
    let expected = "\
[[expect]]
test = \"/a/c.any.js\"
reason = \"it ended with code 101\"
status = \"CRASH\"

[[expect]]
test = \"/a/t.any.js\"
reason = \"it took too long\"
status = \"TIMEOUT\"
notrun = [\"never\"]
";
    assert_eq!(fresh(&[log]), expected);
}

#[test]
fn what_was_not_measured_makes_no_holes() {
    let logs = [
        log("20.0.0", "/a/x.any.js CRASH gone"),
        log("22.0.0", "/a/x.any.js\nPRECONDITION_FAILED s | no\nPASS t"),
        log("24.0.0", "/a/x.any.js\nFAIL s | why\nPASS t"),
    ];
    let expected = "\
[[expect]]
test = \"/a/x.any.js\"
version = \"<22\"
reason = \"gone\"
status = \"CRASH\"

[[expect]]
test = \"/a/x.any.js\"
reason = \"why\"
fail = [\"s\"]
";
    assert_eq!(fresh(&logs), expected);
}

#[test]
fn each_area_has_its_file_and_long_lists_a_line_a_name() {
    let name = "a rather long name of a subtest that fails";
    let log = log(
        "1.0.0",
        &format!(
            "/b/x.any.js\nPASS s\nFAIL {name} 2 | m\nFAIL {name} \"1\" | m\nFAIL {name} 3 | m\n\
             /c/x.any.js\nFAIL s | m"
        ),
    );
    let files = accepted(&Files::new(), &[log]);
    assert_eq!(files.len(), 2);
    let expected = format!("fail = [\n  '{name} \"1\"',\n  \"{name} 2\",\n  \"{name} 3\",\n]\n");
    assert!(
        files["expectations/b.toml"].ends_with(&expected),
        "{files:#?}"
    );
}

#[test]
fn logs_that_do_not_fit_are_refused() {
    let good = log("1.0.0", "/a/x.any.js\nPASS s");
    let refused = |change: fn(&mut RunLog)| {
        let mut bad = good.clone();
        change(&mut bad);
        accept(&[("good", &good), ("bad", &bad)], &Written::default())
            .unwrap_err()
            .to_string()
    };
    let cases = [
        (
            refused(|log| log.footer = None),
            "bad is the log of an interrupted run",
        ),
        (
            refused(|log| log.header.suite.name = "wpt".into()),
            "bad is of the suite root \"wpt\"",
        ),
        (
            refused(|log| drop(log.header.runtime.options.insert("a".into(), "b".into()))),
            "bad is of Fake 1.0.0?a=b; an adapter's expectations are",
        ),
        (
            refused(|log| log.header.runtime.id = "x".into()),
            "bad is of the runtime x and good is",
        ),
        (
            refused(|log| log.header.suite.hash = "1".into()),
            "bad and good were written with",
        ),
        (
            refused(|log| log.header.runtime.version = "new".into()),
            "the versions 1.0.0, new",
        ),
    ];
    for (error, start) in cases {
        assert!(error.starts_with(start), "{error}");
    }
}

#[test]
fn the_users_own_are_about_any_root_and_any_options() {
    let mut log = log("1.0.0", "/a/x.any.js\nPASS p\nFAIL s | m");
    log.header.suite.name = "wpt".into();
    log.header
        .runtime
        .options
        .insert("date".into(), "2024-01-01".into());
    let logs = [("a log", &log)];
    let entry = "[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"m\"\nfail = [\"s\"]\n";
    for (target, path) in [
        (Target::Folder, "a.toml"),
        (Target::File("wpt.toml".into()), "wpt.toml"),
    ] {
        let written = Written {
            target,
            ..Written::default()
        };
        let accepted = accept(&logs, &written).unwrap();
        let [change] = accepted.changes.as_slice() else {
            panic!("{accepted:?}");
        };
        assert_eq!((change.path.as_str(), change.after.as_str()), (path, entry));
    }
    let error = accept(&logs, &Written::default()).unwrap_err().to_string();
    assert!(error.contains("the suite root \"wpt\""), "{error}");
}

#[test]
fn what_files_for_several_runtimes_say_is_not_said_again() {
    let mut log = log("1.0.0", "/a/x.any.js\nPASS p\nFAIL s | m\nFAIL t | other");
    log.header.suite.name = "wpt".into();
    let shared = |name: &str| Written {
        target: Target::Folder,
        files: Vec::new(),
        shared: vec![(
            "all.toml".into(),
            format!("[[expect]]\ntest = \"/a/*\"\nreason = \"own\"\nfail = [\"{name}\"]\n"),
        )],
    };
    let accepted = accept(&[("a log", &log)], &shared("s")).unwrap();
    let after: Vec<&str> = accepted
        .changes
        .iter()
        .map(|it| it.after.as_str())
        .collect();
    let other = "[[expect]]\ntest = \"/a/x.any.js\"\nreason = \"other\"\nfail = [\"t\"]\n";
    assert_eq!(after, [other]);
}

#[test]
fn logs_of_two_systems_are_refused() {
    let here = log("1.0.0", "/a/x.any.js\nPASS s");
    let mut there = here.clone();
    there.header.host.os = "macos".into();
    let logs = [("here", &here), ("there", &there)];
    let error = accept(&logs, &Written::default()).unwrap_err().to_string();
    assert!(
        error.starts_with("there and here are of different systems"),
        "{error}"
    );
}
