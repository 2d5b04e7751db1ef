//! Runs of a part of the tests each, and their logs put together.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use crate::stage::{Stage, read};

const LOG: &str = "winterproof-report/logs/boa.jsonl";

/// Twelve tests in two areas; the last of each area fails, one is skipped.
fn stage() -> Stage {
    let stage = Stage::new();
    for area in ["a", "b"] {
        for n in 0..5 {
            let text = format!(
                "test(() => {{}}, \"works\");\ntest(() => assert_true({}));",
                n < 4
            );
            stage.file(&format!("root/{area}/{n}.any.js"), text);
        }
    }
    stage.file("root/a/page.window.js", "test(() => {});");
    stage.file("root/b/odd name.any.js", "test(() => {}, \"works\");");
    stage
}

const RUN: &str = "run --root root -r boa -j 1";

/// Runs a shard; its log is then `K-of-N.jsonl`.
fn shard(stage: &Stage, shard: u32, of: u32, more: &str) -> String {
    let output = stage.run(&format!("{RUN} --partition hash:{shard}/{of} {more}"));
    assert!(
        matches!(output.status.code(), Some(0 | 100)),
        "{}",
        stage.shown(&output)
    );
    let name = format!("{shard}-of-{of}.jsonl");
    fs::rename(stage.path(LOG), stage.path(&name)).unwrap();
    name
}

fn shards(stage: &Stage, of: u32, more: &str) -> Vec<String> {
    (1..=of).map(|one| shard(stage, one, of, more)).collect()
}

/// A log with every time in it left out.
fn timeless(path: &Path) -> String {
    let mut text = String::new();
    for line in read(path).lines() {
        let mut line: Value = serde_json::from_str(line).unwrap();
        for key in ["started", "duration_ms"] {
            if let Some(value) = line.get_mut(key) {
                *value = match value {
                    Value::String(_) => "2026-01-01T00:00:00Z".into(),
                    _ => 1.into(),
                };
            }
        }
        text.push_str(&format!("{line}\n"));
    }
    text
}

#[test]
fn shards_come_to_what_one_machine_measures() {
    let stage = stage();
    stage.run(&format!("{RUN} --retries 1"));
    let whole = timeless(&stage.path(LOG));
    assert_eq!(stage.log(LOG).tests.len(), 12);
    assert_eq!(stage.log(LOG).earlier.len(), 2);
    let mut logs = shards(&stage, 4, "--retries 1");
    logs.reverse();
    let merged = stage.seen(&format!("merge {} -o merged.jsonl", logs.join(" ")));
    assert_snapshot!(merged);
    let merged = timeless(&stage.path("merged.jsonl"));
    assert_eq!(merged, whole);
    stage.file("one/boa.jsonl", whole);
    stage.file("two/boa.jsonl", merged);
    for format in ["html", "json", "wptreport", "junit", "markdown"] {
        let report =
            |folder: &str| stage.seen(&format!("report {folder}/boa.jsonl --format {format}"));
        assert!(report("one").len() > 500);
        assert_eq!(report("one"), report("two"), "{format}");
    }
}

#[test]
fn a_shard_says_that_it_is_one() {
    let stage = stage();
    assert_snapshot!(stage.seen(&format!("{RUN} --partition hash:2/3")));
    let header = stage.log(LOG).header;
    assert_eq!(header.settings.partition.unwrap().to_string(), "hash:2/3");
    assert_eq!(header.whole, Some(12));
    assert!(header.planned.len() < 12);
}

#[test]
fn the_variables_of_others_are_minded() {
    let stage = stage();
    let run = |args: &str, variables: &[(&str, &str)]| {
        let mut command = stage.command(&format!("{RUN} a {args}"));
        command.envs(variables.iter().copied());
        let shown = stage.shown(&command.output().unwrap());
        let lines = shown.lines().filter(|line| {
            line.contains("PARTITION") || line.contains("exit code") || line.contains("environment")
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let status = stage.path("status");
    let bazel = [
        ("TEST_TOTAL_SHARDS", "3"),
        ("TEST_SHARD_INDEX", "1"),
        ("TEST_SHARD_STATUS_FILE", status.to_str().unwrap()),
    ];
    let gitlab = [("CI_NODE_TOTAL", "3"), ("CI_NODE_INDEX", "2")];
    let seen = [
        run("", &bazel),
        run("", &gitlab),
        run("--partition hash:1/3", &gitlab),
        run("--partition hash:1/1", &gitlab),
        run("", &[("CI_NODE_TOTAL", "3"), ("CI_NODE_INDEX", "0")]),
    ];
    assert!(status.exists());
    assert_snapshot!(seen.join("\n\n"));
}

/// There may be more shards than tests: such a shard is no mistake, and its log is needed.
#[test]
fn a_shard_without_tests() {
    let stage = Stage::new();
    stage.file("root/a/one.any.js", "test(() => {}, \"works\");");
    let logs = shards(&stage, 3, "");
    let empty: Vec<&String> = logs
        .iter()
        .filter(|log| stage.log(log).tests.is_empty())
        .collect();
    assert_eq!(empty.len(), 2);
    for shard in 1..=3 {
        let run = format!("{RUN} --partition hash:{shard}/3");
        assert_eq!(stage.run(&run).status.code(), Some(0), "{shard}");
    }
    let report = stage.seen(&format!("report {} --format markdown", empty[0]));
    assert!(report.contains("nothing measured"), "{report}");
    stage.run(&format!("merge {} -o merged.jsonl", logs.join(" ")));
    assert_eq!(stage.log("merged.jsonl").tests.len(), 1);
}

/// A shard whose tests are all kept from being run is no empty one, and the whole is no green one.
#[test]
fn shards_of_tests_that_are_not_run() {
    let stage = stage();
    stage.file(
        "off.toml",
        "[[expect]]\ntest = \"/*\"\nreason = \"r\"\ndisabled = true\n",
    );
    let mut logs = Vec::new();
    for (shard, of) in [(1, 2), (2, 2)] {
        let run = format!("{RUN} --partition hash:{shard}/{of} --expectations off.toml");
        let output = stage.run(&run);
        let shown = stage.shown(&output);
        assert_eq!(output.status.code(), Some(4), "{shown}");
        let said = format!("every test in hash:{shard}/{of} was skipped");
        assert!(shown.contains(&said), "{shown}");
        let log = format!("{shard}-of-{of}.jsonl");
        fs::rename(stage.path(LOG), stage.path(&log)).unwrap();
        logs.push(log);
    }
    let merged = stage.run(&format!("merge {} -o merged.jsonl", logs.join(" ")));
    let shown = stage.shown(&merged);
    assert_eq!(merged.status.code(), Some(4), "{shown}");
    assert!(shown.contains("nothing was measured"), "{shown}");
    assert_eq!(stage.log("merged.jsonl").tests.len(), 12);
}

#[test]
fn what_is_no_whole_is_not_merged() {
    let stage = stage();
    let merge = |logs: &[&str]| {
        let args = format!("merge {} -o merged.jsonl", logs.join(" "));
        format!("$ winterproof {args}\n{}\n", stage.seen(&args))
    };
    stage.run(&format!("{RUN} -r boa"));
    fs::copy(stage.path(LOG), stage.path("unsharded.jsonl")).unwrap();
    shards(&stage, 2, "");
    shard(&stage, 1, 3, "");
    let first = read(stage.path("1-of-2.jsonl"));
    stage.file("copy.jsonl", &first);
    let lines: Vec<&str> = first.lines().collect();
    stage.file(
        "cut.jsonl",
        lines[..lines.len() - 2].join("\n") + "\n{\"type\":\"te",
    );
    stage.file(
        "corrupt.jsonl",
        first.replacen("{\"type\":\"test\"", "{type:\"test\"", 1),
    );
    stage.file("moved.jsonl", first.replacen("hash:1/2", "hash:2/2", 1));
    // Fewer tests than the whole has, with nothing else to tell.
    stage.file(
        "fewer.jsonl",
        first.replacen("\"whole\":12", "\"whole\":13", 1),
    );
    let second = read(stage.path("2-of-2.jsonl"));
    stage.file(
        "fewer-2.jsonl",
        second.replacen("\"whole\":12", "\"whole\":13", 1),
    );
    let others = [
        ("suite", "\"hash\":\"", "\"hash\":\"0"),
        ("version", "\"version\":\"", "\"version\":\"9."),
        (
            "flags",
            "\"settings\":{",
            "\"settings\":{\"filters\":[\"a\"],",
        ),
        ("retries", "\"retries\":0", "\"retries\":2"),
        (
            "harness",
            "\"harness_version\":\"",
            "\"harness_version\":\"9.",
        ),
    ];
    for (name, from, to) in others {
        assert!(second.contains(from), "{from}");
        stage.file(&format!("other-{name}.jsonl"), second.replacen(from, to, 1));
    }
    let mut seen = vec![
        merge(&["1-of-2.jsonl", "unsharded.jsonl"]),
        merge(&["1-of-2.jsonl"]),
        merge(&["1-of-2.jsonl", "copy.jsonl", "2-of-2.jsonl"]),
        merge(&["1-of-2.jsonl", "1-of-3.jsonl"]),
        merge(&["cut.jsonl", "2-of-2.jsonl"]),
        merge(&["corrupt.jsonl", "2-of-2.jsonl"]),
        merge(&["1-of-2.jsonl", "moved.jsonl"]),
        merge(&["fewer.jsonl", "fewer-2.jsonl"]),
    ];
    for (name, _, _) in others {
        let other = format!("other-{name}.jsonl");
        seen.push(merge(&["1-of-2.jsonl", other.as_str()]));
    }
    // The digests are of what this very build is.
    let mut seen = seen.join("\n");
    let header = stage.log("1-of-2.jsonl").header;
    seen = seen.replace(&header.suite.hash, "[HASH]");
    assert_snapshot!(seen);
    assert!(!stage.path("merged.jsonl").exists());
}
