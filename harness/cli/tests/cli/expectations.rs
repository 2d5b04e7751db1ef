//! What people foresee of roots of their own: it is judged, checked, written and never out of date unnoticed.

use std::fs;

use insta::assert_snapshot;

use crate::stage::Stage;

const RUN: &str = "run --root root -r boa --expectations own";

/// An entry about the test that fails.
const ENTRY: &str = "[[expect]]
test = \"/a/bad.any.js\"
reason = \"it is known\"
issue = \"https://example.com/issues/1\"
fail = [\"does not\"]
";

/// With a file about Boa.
fn foreseen(text: &str) -> Stage {
    let stage = Stage::mixed();
    stage.file("own/boa/a.toml", text);
    stage
}

fn code(stage: &Stage, args: &str) -> Option<i32> {
    stage.run(args).status.code()
}

#[test]
fn what_is_foreseen_of_a_root_is_as_expected_and_goes_out_of_date() {
    let stage = Stage::mixed();
    assert_eq!(code(&stage, "run --root root -r boa"), Some(100));
    let accept = "accept winterproof-report/logs/boa.jsonl --expectations own";
    assert_snapshot!("accepted_as_own", stage.seen(accept));
    let write = format!("{accept} --write");
    assert_snapshot!("written_as_own", stage.seen(&write));
    assert_eq!(code(&stage, RUN), Some(0));
    assert_eq!(code(&stage, &write), Some(0), "it is up to date");
    let log = stage.log("winterproof-report/logs/boa.jsonl");
    assert!(log.header.expectations_sha256.is_some());
    // It passes by now.
    stage.file(
        "root/a/bad.any.js",
        "test(() => {}, \"works\");\ntest(() => {}, \"does not\");",
    );
    assert_eq!(code(&stage, RUN), Some(100));
    assert_eq!(code(&stage, &write), Some(0));
    assert!(
        !stage.path("own/boa/a.toml").exists(),
        "nothing is left of it"
    );
    assert_eq!(code(&stage, RUN), Some(0));
}

#[test]
fn one_file_is_for_every_runtime_of_the_run() {
    let stage = Stage::mixed();
    assert_eq!(code(&stage, "run --root root -r boa"), Some(100));
    let accept = "accept winterproof-report/logs/boa.jsonl --expectations own.toml --write";
    assert_eq!(code(&stage, accept), Some(0));
    assert!(
        fs::read_to_string(stage.path("own.toml"))
            .unwrap()
            .contains("/a/bad.any.js")
    );
    let run = "run --root root -r boa --expectations own.toml";
    assert_eq!(code(&stage, run), Some(0));
}

#[test]
fn entries_of_no_use_make_a_run_of_all_tests_red() {
    let gone = ENTRY.replace("bad", "gone");
    let stage = foreseen(&format!("{ENTRY}\n{gone}"));
    assert_snapshot!("stale", stage.seen(RUN));
    // Whoever runs a part of the tests can't know.
    assert_eq!(code(&stage, &format!("{RUN} a")), Some(0));
    // A shard knows the tests of all shards, be there one in it or not.
    let logs: Vec<String> = (1..=9)
        .map(|number| {
            let run = format!("{RUN} --partition hash:{number}/9 --out {number}");
            assert_eq!(code(&stage, &run), Some(100), "{number}");
            format!("{number}/logs/boa.jsonl")
        })
        .collect();
    let empty = logs.iter().filter(|log| stage.log(log).tests.is_empty());
    assert!(empty.count() > 0);
    let merge = format!("merge {} -o merged.jsonl", logs.join(" "));
    assert_eq!(code(&stage, &merge), Some(0));
    assert_eq!(code(&stage, RUN), Some(100));
    let stale = |log: &str| stage.log(log).footer.unwrap().stale;
    assert_eq!(
        stale("merged.jsonl"),
        stale("winterproof-report/logs/boa.jsonl")
    );
    assert_eq!(stale("merged.jsonl").len(), 1);
    // But not what those of others report.
    let nowhere = "[[expect]]\ntest = \"/a/*\"\nreason = \"r\"\nfail = [\"nowhere\"]\n";
    stage.file("own/boa/a.toml", format!("{ENTRY}\n{nowhere}"));
    assert_eq!(code(&stage, RUN), Some(100));
    for (partition, expected) in [("hash:1/1", 100), ("hash:1/2", 0), ("hash:2/2", 0)] {
        let shard = format!("{RUN} --partition {partition}");
        assert_eq!(code(&stage, &shard), Some(expected), "{partition}");
    }
    // An entry about another system is not asked.
    let elsewhere = gone.replace("reason", "os = \"windows\"\nreason");
    stage.file("own/boa/a.toml", format!("{ENTRY}\n{elsewhere}"));
    assert_eq!(code(&stage, RUN), Some(0));
}

#[test]
fn a_subtest_that_is_not_there_is_told() {
    let stage = foreseen(&ENTRY.replace("[\"does not\"]", "[\"does not\", \"never was\"]"));
    let seen = stage.seen(&format!("{RUN} a/bad"));
    assert!(seen.starts_with("exit code: 100"), "{seen}");
    assert!(
        seen.contains("NOT REPORTED (expected a result): never was"),
        "{seen}"
    );
}

#[test]
fn a_disabled_test_is_not_run() {
    let stage =
        foreseen("[[expect]]\ntest = \"/a/bad.any.js\"\nreason = \"it bites\"\ndisabled = true\n");
    assert_snapshot!("disabled", stage.seen(RUN));
    let log = stage.log("winterproof-report/logs/boa.jsonl");
    assert!(log.is_complete());
    assert_eq!(log.footer.unwrap().totals.measured(), 1);
    let seen = stage.seen(&format!("{RUN} a/bad"));
    assert!(
        seen.starts_with("exit code: 4"),
        "a run of nothing else is not green: {seen}"
    );
}

#[test]
fn other_expectations_are_another_run() {
    let stage = foreseen(ENTRY);
    assert_eq!(code(&stage, RUN), Some(0));
    let verify = "verify winterproof-report/logs/boa.jsonl --root root";
    let with = format!("{verify} --expectations own");
    assert_eq!(code(&stage, &with), Some(0));
    let seen = stage.seen(verify);
    assert!(seen.starts_with("exit code: 100"), "{seen}");
    assert!(seen.contains("DIFFERS  the expectations"), "{seen}");
    let seen = stage.seen("run --root root -r boa --resume");
    assert!(seen.starts_with("exit code: 96"), "{seen}");
    assert!(
        seen.contains("logs/boa.jsonl:1: the log is of another run"),
        "{seen}"
    );
    assert!(seen.contains("  expectations"), "{seen}");
}

#[test]
fn the_file_of_settings_names_them() {
    let stage = foreseen(ENTRY);
    stage.file(
        "conf/winterproof.toml",
        "[run.default]\nroot = \"../root\"\nruntimes = [\"boa\"]\nexpectations = [\"../own\"]\n",
    );
    assert_eq!(code(&stage, "run --config conf/winterproof.toml"), Some(0));
}

#[test]
fn expectations_that_cannot_be() {
    let cases = [
        (
            "own/boa/a.toml",
            ENTRY.replace("reason", "os = \"lunix\"\nreason"),
        ),
        (
            "own/boa/a.toml",
            ENTRY.replace("https://example.com/issues/1", "#1"),
        ),
        ("own/boa/a.toml", format!("{ENTRY}disabled = true\n")),
        (
            "own/all.toml",
            ENTRY.replace("fail = [\"does not\"]", "fails = true"),
        ),
        ("own/boas/a.toml", ENTRY.to_owned()),
    ];
    let mut all = Vec::new();
    for (path, text) in cases {
        let stage = Stage::mixed();
        stage.file(path, text);
        // The known systems and runtimes are many.
        let seen = stage.seen(RUN);
        let cut = seen
            .split("; known are")
            .next()
            .unwrap_or_default()
            .to_owned();
        all.push(cut);
        assert!(!stage.path("winterproof-report/logs/boa.jsonl").exists());
    }
    all.push(Stage::mixed().seen("run --root root -r boa --expectations nowhere.toml"));
    assert_snapshot!("impossible", all.join("\n"));
}

#[test]
fn an_entry_that_only_a_person_writes_is_told() {
    let stage = foreseen(&ENTRY.replace("reason", "os = \"linux\"\nreason"));
    assert_eq!(code(&stage, RUN), Some(0));
    stage.file("root/a/bad.any.js", "test(() => {}, \"does not\");");
    assert_eq!(code(&stage, RUN), Some(100));
    let accept = "accept winterproof-report/logs/boa.jsonl --expectations own --write";
    assert_snapshot!("by_hand", stage.seen(accept));
    let text = fs::read_to_string(stage.path("own/boa/a.toml")).unwrap();
    assert!(text.contains("os = \"linux\""), "it stays");
}
