//! Logs that are read again, whole and otherwise.

use std::fs;

use insta::assert_snapshot;

use crate::stage::{Stage, panicked, read};

/// The formats and their files.
const FORMATS: [(&str, &str); 10] = [
    ("html", "index.html"),
    ("json", "matrix.json"),
    ("wptreport", "wptreport.json"),
    ("junit", "junit.xml"),
    ("tap", "results.tap"),
    ("markdown", "summary.md"),
    ("annotations", "annotations.txt"),
    ("badge", "badge.json"),
    ("badge-svg", "badge.svg"),
    ("bcd", "bcd.json"),
];

/// A stage after a run, whose log is `boa.jsonl`. One job: its lines are in the order of the plan.
fn after_a_run() -> (Stage, String) {
    let stage = Stage::mixed();
    let run = stage.run("--root root -r boa -j 1");
    assert_eq!(run.status.code(), Some(100));
    let log = read(stage.path("winterproof-report/logs/boa.jsonl"));
    stage.file("boa.jsonl", &log);
    (stage, log)
}

#[test]
fn a_report_to_standard_output() {
    let (stage, _) = after_a_run();
    assert_snapshot!(stage.seen("report boa.jsonl --format markdown"));
    assert_snapshot!(stage.seen("compare boa.jsonl boa.jsonl"));
}

#[test]
fn annotations_name_files_that_are_there() {
    let (stage, _) = after_a_run();
    let annotations = |args: &str| {
        let output = stage.run(&format!("report boa.jsonl --format annotations {args}"));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_snapshot!(annotations("--root root"));
    // The stage's root is called that; a name that comes out of a log is looked for as well.
    assert_eq!(annotations(""), annotations("--root root"));
    assert!(!annotations("--root elsewhere").contains("file="));
}

#[test]
fn the_same_log_gives_the_same_bytes() {
    let (stage, log) = after_a_run();
    stage.file("elsewhere/boa.jsonl", &log);
    for (format, _) in FORMATS {
        let [first, second, third] = [
            ("boa.jsonl", "first"),
            ("boa.jsonl", "second"),
            ("elsewhere/boa.jsonl", "third"),
        ]
        .map(|(log, name)| {
            let args = format!("report {log} --format {format} --output {name}");
            let output = stage.run(&args);
            assert_eq!(output.status.code(), Some(0), "{}", stage.shown(&output));
            read(stage.path(name))
        });
        assert!(!first.is_empty());
        assert_eq!(first, second, "{format}");
        assert_eq!(first, third, "{format}: where a log lies is of no matter");
        let printed = stage.run(&format!("report boa.jsonl --format {format}"));
        assert_eq!(String::from_utf8(printed.stdout).unwrap(), first);
    }
}

#[test]
fn a_run_writes_the_reports_that_its_log_gives() {
    let stage = Stage::mixed();
    let asked: String = FORMATS
        .map(|(format, _)| format!(" --format {format}"))
        .concat();
    stage.run(&format!("--root root -r boa{asked}"));
    for (format, file) in FORMATS {
        let args =
            format!("report winterproof-report/logs/boa.jsonl --format {format} --root root");
        let again = String::from_utf8(stage.run(&args).stdout).unwrap();
        assert_eq!(
            read(stage.path("winterproof-report").join(file)),
            again,
            "{file}"
        );
    }
}

#[test]
fn a_runtime_that_runs_twice_has_two_logs() {
    let stage = Stage::mixed();
    let output = stage.run("--root root -r boa -r boa --format wptreport --format badge");
    assert_eq!(output.status.code(), Some(100));
    let out = stage.path("winterproof-report");
    let mut files: Vec<String> = [out.clone(), out.join("logs")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort_unstable();
    assert_eq!(
        files,
        [
            "badge-boa-2.json",
            "badge-boa.json",
            "boa-2.jsonl",
            "boa.jsonl",
            "index.html",
            "logs",
            "matrix.json",
            "wptreport-boa-2.json",
            "wptreport-boa.json"
        ]
    );
}

#[test]
fn wptreport_is_of_one_runtime() {
    let (stage, log) = after_a_run();
    let later = log.replacen("\"started\":\"2", "\"started\":\"3", 1);
    stage.file("later.jsonl", later);
    assert_snapshot!(stage.seen("report boa.jsonl later.jsonl --format wptreport"));
}

/// Files that are no whole log, by name.
fn damaged(stage: &Stage, log: &str) {
    let lines: Vec<&str> = log.lines().collect();
    let joined = |lines: &[&str]| {
        lines
            .iter()
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    stage.file("cut.jsonl", &log[..lines[0].len() + 50]);
    stage.file("cut-header.jsonl", &log[..100]);
    stage.file("empty.jsonl", "");
    stage.file("not-a-log.jsonl", "<!doctype html>\n<p>no log</p>\n");
    stage.file("not-text.jsonl", [0xff, 0xfe, 0x00, b'\n']);
    let newer = log.replace("\"winterproof_log\":1,", "\"winterproof_log\":2,");
    stage.file("newer.jsonl", newer);
    stage.file("line-gone.jsonl", joined(&[lines[0], lines[2], lines[3]]));
    stage.file("line-twice.jsonl", joined(&[lines[0], lines[1], lines[1]]));
    stage.file(
        "edited.jsonl",
        log.replacen("\"status\":\"FAIL\"", "\"status\":\"PASS\"", 1),
    );
    stage.file(
        "broken.jsonl",
        joined(&[lines[0], &lines[1][..40], lines[2]]),
    );
    fs::create_dir(stage.path("folder.jsonl")).unwrap();
}

const DAMAGED: [&str; 11] = [
    "broken",
    "cut-header",
    "edited",
    "empty",
    "folder",
    "line-gone",
    "line-twice",
    "missing",
    "newer",
    "not-a-log",
    "not-text",
];

#[test]
fn a_log_that_is_cut_off_is_of_an_interrupted_run() {
    let (stage, log) = after_a_run();
    damaged(&stage, &log);
    assert_snapshot!(stage.seen("report cut.jsonl --format markdown"));
    assert_snapshot!(stage.seen("compare boa.jsonl cut.jsonl"));
    assert_snapshot!(stage.seen("compare cut.jsonl boa.jsonl"));
}

#[test]
fn files_that_are_no_logs_have_no_report() {
    let (stage, log) = after_a_run();
    damaged(&stage, &log);
    let all = DAMAGED.map(|name| {
        let args = format!("report {name}.jsonl --format html --output report.html");
        format!("$ winterproof {args}\n{}\n", stage.seen(&args))
    });
    assert_snapshot!(all.join("\n"));
    assert!(!stage.path("report.html").exists());
}

#[test]
fn files_that_are_no_logs_compare_with_nothing() {
    let (stage, log) = after_a_run();
    damaged(&stage, &log);
    for name in DAMAGED {
        for args in [
            format!("compare {name}.jsonl boa.jsonl"),
            format!("compare boa.jsonl {name}.jsonl"),
        ] {
            let output = stage.run(&args);
            assert_eq!(output.status.code(), Some(96), "{args}");
            assert!(!panicked(&output) && output.stdout.is_empty(), "{args}");
            let message = String::from_utf8(output.stderr).unwrap();
            assert!(message.contains(&format!("{name}.jsonl")), "{message}");
        }
    }
}

#[test]
fn sets_of_logs_are_compared() {
    let stage = Stage::mixed();
    stage.run("--root root -r boa --out before");
    stage.file(
        "root/a/bad.any.js",
        "test(() => {}, \"works\");\ntest(() => {}, \"does not\");",
    );
    stage.file(
        "root/a/good.any.js",
        "test(() => assert_true(false), \"works\");",
    );
    stage.run("--root root -r boa --out after");
    assert_snapshot!(stage.seen("compare before after --format markdown"));
    assert_snapshot!(stage.seen("compare before/logs after -o what.json --format json"));
    let json: serde_json::Value = serde_json::from_str(&read(stage.path("what.json"))).unwrap();
    let one = &json["comparisons"][0];
    assert_eq!(json["green"], false);
    assert_eq!(one["counts"]["regression"], 1);
    assert_eq!(one["changes"][0]["test"], "/a/good.any.js");
    assert_eq!(one["changes"][0]["subtest"], "works");
    assert_snapshot!(stage.seen("compare before root"));
    stage.leaves_nothing();
}

#[test]
fn a_run_that_is_given_twice_counts_once() {
    let (stage, log) = after_a_run();
    stage.file("copy.jsonl", &log);
    // A part of it is of the same run as well.
    stage.file("cut.jsonl", &log[..log.len() - 20]);
    for args in [
        "report boa.jsonl copy.jsonl --format markdown",
        "report cut.jsonl boa.jsonl --format junit",
        "accept boa.jsonl copy.jsonl --expectations own",
    ] {
        let seen = stage.seen(args);
        assert!(seen.starts_with("exit code: 96"), "{seen}");
        assert!(
            seen.contains(".jsonl:1: the log is of the same run as"),
            "{seen}"
        );
    }
    assert!(!stage.path("own").exists());
}
