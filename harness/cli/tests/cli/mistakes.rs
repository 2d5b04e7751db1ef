//! What people get wrong: each is told what it is and what to do, with the right exit code.

use insta::assert_snapshot;

use crate::stage::Stage;

#[test]
fn arguments_that_are_none() {
    let stage = Stage::mixed();
    let all = [
        "--frobnicate",
        "run --jobs 0",
        "run --jobs many",
        "run --timeout-multiplier 0",
        "run --timeout-multiplier NaN",
        "run --retries -1",
        "run --format pdf",
        "report --format html",
        "report --format pdf x.jsonl",
        "report x.jsonl",
        "compare x.jsonl",
        "-r boa report",
    ]
    .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
    assert!(!stage.path("winterproof-report").exists());
}

#[test]
fn a_runtime_that_nobody_knows() {
    let seen = Stage::mixed().seen("--root root -r nothing");
    assert!(seen.starts_with("exit code: 96\n--- stderr ---"), "{seen}");
    assert!(
        seen.contains("there is no runtime \"nothing\"; known are "),
        "{seen}"
    );
    assert!(
        seen.contains("help: `winterproof runtimes` lists the runtimes"),
        "{seen}"
    );
}

#[test]
fn a_runtime_that_is_not_there() {
    let stage = Stage::mixed();
    assert_snapshot!(stage.seen("--root root -r node=/nowhere"));
    assert_eq!(
        std::fs::read_dir(stage.path("winterproof-report/logs"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn a_runtime_that_is_looked_for_and_not_there() {
    assert_snapshot!(Stage::mixed().seen("--root root -r node"));
}

#[test]
fn one_of_two_runtimes_that_is_not_there() {
    let stage = Stage::mixed();
    assert_snapshot!(stage.seen("--root root -r node=/nowhere -r boa"));
    assert!(stage.log("winterproof-report/logs/boa.jsonl").is_complete());
}

#[test]
fn a_binary_for_an_engine() {
    assert_snapshot!(Stage::mixed().seen("--root root -r boa=/bin/boa"));
}

#[test]
fn an_engine_that_is_not_built() {
    assert_snapshot!(Stage::mixed().seen("engine nothing"));
}

#[test]
fn roots_that_are_none() {
    let stage = Stage::mixed();
    stage.file("file", "");
    let all = [
        "run --root nowhere -r boa",
        "run --root file -r boa",
        "run --root root/a -r boa",
        "list --root root/a",
    ]
    .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
}

#[test]
fn a_root_without_tests() {
    let stage = Stage::new();
    assert_snapshot!(stage.seen("--root root -r boa"));
    assert_snapshot!(stage.seen("list --root root"));
    assert!(!stage.path("winterproof-report").exists());
}

#[test]
fn filters_that_match_nothing() {
    let stage = Stage::mixed();
    let all = [
        "--root root -r boa nothing",
        "--root root -r boa a/good nothing b/*",
        "--root root -r boa a/[",
        "list --root root a/good nothing",
        "list --root root nothing",
        "list nothing",
    ]
    .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
}

#[test]
fn tests_that_are_all_skipped() {
    let stage = Stage::new();
    stage.file("root/a/page.window.js", "test(() => {}, \"works\");");
    assert_snapshot!(stage.seen("--root root -r boa"));
}

#[test]
fn a_test_file_whose_head_is_wrong() {
    let stage = Stage::mixed();
    stage.file("root/a/wrong.any.js", "\n// META: timeout=short\n");
    stage.file("root/a/helper.any.js", "// META: script=gone.js\n");
    assert_snapshot!(stage.seen("--root root -r boa"));
    let log = stage.log("winterproof-report/logs/boa.jsonl");
    assert!(log.is_complete());
    assert_eq!(log.tests.len(), 4);
    assert_snapshot!(stage.seen("list --root root"));
}

#[test]
fn a_suite_toml_that_is_wrong() {
    let stage = Stage::mixed();
    stage.file("root/a/suite.toml", "title = \"A\"\nsubject = \"B\"\n");
    assert_snapshot!(stage.seen("--root root -r boa"));
}
