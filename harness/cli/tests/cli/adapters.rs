//! Adapters of the user's own, with `--adapter`: what is wrong with one is told, and one that is right
//! works like those that are part of winterproof.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::stage::Stage;

const MANIFEST: &str = r#"id = "own"
version = 1
title = "Own"
shape = "shell"
scopes = ["shell"]

[command]
args = ["{file}"]
version = ["--version"]
host = "host.js"
"#;

/// An engine of a few words: it understands what winterproof writes for it as far as to say hello and
/// that a test called "works" has passed, and "does not" has failed.
const ENGINE: &str = r#"#!/bin/sh
case $1 in --version) echo "own engine v1.2.3, of today"; exit ;; esac
key=$(sed 's/.*"key":"\([0-9a-f]*\)".*/\1/;q' "$1")
say() { printf '%s %s\n' "$key" "$1"; }
say '{"type":"hello","wire":1,"version":"1.2.3"}'
grep -q '"type":"hello"' "$1" && exit
printf 'some output'
say '{"type":"subtest","name":"works","status":"PASS"}'
say '{"type":"subtest","name":"does not","status":"FAIL","message":"as ever"}'
say '{"type":"done","status":"OK"}'
"#;

fn own(stage: &Stage, manifest: &str) {
    stage.file("own/adapter.toml", manifest);
    stage.file("own/host.js", "");
    stage.program("engine", ENGINE);
}

#[test]
fn folders_that_are_no_adapters_are_told() {
    let stage = Stage::mixed();
    own(&stage, MANIFEST);
    stage.file("empty/host.js", "");
    for (name, folder) in [
        ("no_folder", "nothing"),
        ("no_manifest", "empty"),
        ("a_file", "own/adapter.toml"),
    ] {
        let run = format!("run --root root --adapter {folder} -r own");
        assert_snapshot!(name, stage.seen(&run));
    }
    assert_snapshot!(
        "twice",
        stage.seen("run --root root --adapter own --adapter ./own -r own")
    );
}

#[test]
fn what_runs_the_binary_is_told_with_what_brings_it() {
    let stage = Stage::mixed();
    let command = "program = \"jsvm\"\nprogram-install = \"make jsvm\"\n";
    let args = "args = [\"{binary}\", \"{port}\"]\n";
    let manifest = MANIFEST.replace("\"shell\"\nscopes", "\"http\"\nscopes");
    let (head, _) = manifest.split_once("args").unwrap();
    stage.file("own/adapter.toml", format!("{head}{command}{args}"));
    stage.file("engine", "");
    let run = "run --root root --adapter own -r own";
    assert_snapshot!("no_program", stage.seen(&format!("{run}=engine")));
    assert_snapshot!("neither", stage.seen(run));
}

#[test]
fn manifests_that_cannot_be_are_told_with_their_line() {
    for (name, text, wrong) in [
        ("taken_id", "id = \"own\"", "id = \"node\""),
        ("no_id", "id = \"own\"", "id = \"My own\""),
        ("embedded", "shape = \"shell\"", "shape = \"embedded\""),
        ("no_file", "\"{file}\"", "\"file\""),
        ("no_host", "\"host.js\"", "\"hots.js\""),
        ("no_toml", "[command]", "[command"),
        ("of_shells", "shape = \"shell\"", "shape = \"process\""),
    ] {
        let stage = Stage::mixed();
        assert!(MANIFEST.contains(text), "{name}");
        let mut manifest = MANIFEST.replacen(text, wrong, 1);
        if name == "embedded" {
            manifest = manifest.replace("version = [\"--version\"]\n", "");
        }
        if name == "of_shells" {
            manifest = manifest.replace("{file}", "{host}") + "\n[shell]\nload = \"load\"\n";
        }
        own(&stage, &manifest);
        assert_snapshot!(
            name,
            stage.seen("run --root root --adapter own -r own=engine")
        );
    }
    // What would be right instead grows with winterproof.
    for (text, wrong, told) in [
        (
            "version = 1",
            "version = 1\ncolour = \"red\"",
            "own/adapter.toml:3: unknown field `colour`",
        ),
        (
            "\"shell\"\n",
            "\"shellfish\"\n",
            "own/adapter.toml:4: unknown variant `shellfish`",
        ),
    ] {
        let stage = Stage::mixed();
        own(&stage, &MANIFEST.replacen(text, wrong, 1));
        let seen = stage.seen("run --root root --adapter own -r own=engine");
        assert!(seen.contains(told), "{seen}");
    }
}

/// One verb is enough to show each mistake; this shows that the others look at the folder too.
#[test]
fn every_verb_that_takes_a_runtime_takes_an_adapter() {
    let stage = Stage::mixed();
    own(&stage, MANIFEST);
    for verb in [
        "run --root root -r own=engine",
        "smoke -r own=engine",
        "runtimes",
        "runtimes install own",
    ] {
        let without = stage.seen(verb);
        assert!(
            verb == "runtimes" || without.contains("there is no runtime \"own\""),
            "{without}"
        );
        let wrong = stage.seen(&format!("{verb} --adapter nowhere"));
        assert!(wrong.contains("there is no folder nowhere"), "{wrong}");
    }
    assert_snapshot!(
        "no_package",
        stage.seen("runtimes install own --adapter own")
    );
    let listed = stage.seen("runtimes --adapter own");
    assert!(listed.contains("\nown "), "{listed}");
}

#[test]
fn its_runtime_is_run_and_its_expectations_are_its_own() {
    let stage = Stage::mixed();
    own(&stage, MANIFEST);
    let run = "run smoke/wired --adapter own -r own=engine";
    let unexpected = stage.run(run);
    assert_eq!(unexpected.status.code(), Some(100));
    let log = stage.log("winterproof-report/logs/own.jsonl");
    assert_eq!(log.header.runtime.label(), "Own 1.2.3");
    assert_eq!(log.tests[0].result.stdout_tail, "some output");

    let accepted = stage.seen("accept winterproof-report/logs/own.jsonl --adapter own --write");
    assert_snapshot!("accepted", accepted);
    let expected = stage.run(run);
    assert_eq!(
        expected.status.code(),
        Some(0),
        "{}",
        stage.shown(&expected)
    );
    stage.leaves_nothing();

    stage.file(
        "own/expectations/smoke.toml",
        "[[expect]]\ntest = \"/smoke/wired.any.js\"\n",
    );
    assert_snapshot!("wrong_expectations", stage.seen(run));
}

/// What an engine complains about, it prints; the file is the adapter's, under the name it has there.
#[test]
fn mistakes_of_a_host_script_are_shown() {
    let stage = Stage::mixed();
    own(&stage, MANIFEST);
    stage.program(
        "engine",
        "#!/bin/sh\necho \"SyntaxError: no name ($1:3)\"\necho 'giving up' >&2\nexit 3\n",
    );
    assert_snapshot!(
        "wrong_host",
        stage.seen("run --root root --adapter own -r own=engine")
    );
}

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples/qjs");

/// CONTRIBUTING.md shows the example's files as they are.
#[test]
fn the_example_is_the_one_that_is_documented() {
    let folder = Path::new(EXAMPLE);
    let guide = fs::read_to_string(folder.join("../../../CONTRIBUTING.md")).unwrap();
    let mut lines = 0;
    for file in ["adapter.toml", "host.js"] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        assert!(guide.contains(&text), "CONTRIBUTING.md lacks {file}");
        lines += text.lines().count();
    }
    assert!(lines <= 30, "{lines} lines");
}
