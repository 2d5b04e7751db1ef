//! Single subtests as files of their own.

use std::path::PathBuf;
use std::process::{Command, Output};

use insta::assert_snapshot;

use crate::stage::{Stage, read};

/// Where Node.js is. Where it is not, the test says so and checks nothing; with `CI` set, it fails.
fn node() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&path).map(|folder| folder.join("node"));
    let node = places.find(|file| file.is_file());
    if node.is_none() {
        assert!(std::env::var_os("CI").is_none(), "CI has to have Node.js");
        eprintln!("SKIPPED: no file was run alone, there is no Node.js on this machine");
    }
    node
}

/// Runs a file with Node.js alone.
fn plain(node: &PathBuf, stage: &Stage, file: &str) -> (Option<i32>, String) {
    let output: Output = Command::new(node).arg(stage.path(file)).output().unwrap();
    let shown =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), shown)
}

/// Makes the file of a subtest on a runtime.
fn make(stage: &Stage, test: &str, subtest: &str, runtime: &str, more: &str) -> String {
    let args = format!("repro -r {runtime} -o file.js {more} {test}");
    let output = stage.command(&args).arg(subtest).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stage.shown(&output));
    let text = read(stage.path("file.js"));
    assert!(text.contains(" file.js"), "it does not say how to run it");
    text
}

#[test]
fn what_fails_fails_alone_with_the_same_message() {
    let Some(node) = node() else { return };
    let stage = Stage::new();
    let runtime = format!("node={}", node.display());
    for subtest in [
        "an assertion in a synchronous test",
        "an assertion in a later step",
        "a step that must not be reached",
        "an assertion after an await",
        "a rejected promise",
    ] {
        let text = make(&stage, "self/results/fail.any.js", subtest, &runtime, "");
        let seen = text
            .lines()
            .find(|line| line.starts_with("// seen "))
            .unwrap();
        let (_, message) = seen.split_once(": ").unwrap();
        let (code, shown) = plain(&node, &stage, "file.js");
        assert_eq!(code, Some(1), "{shown}");
        assert!(
            shown.starts_with(&format!("FAIL: {subtest}\n{message}\n")),
            "{shown}"
        );
    }
    let passes = "a test between and after failing ones";
    make(&stage, "self/results/fail.any.js", passes, &runtime, "");
    let (code, shown) = plain(&node, &stage, "file.js");
    assert_eq!(
        (code, shown.trim_end()),
        (Some(0), "PASS: a test between and after failing ones")
    );
}

#[test]
fn a_subtest_that_never_ends_is_told() {
    let Some(node) = node() else { return };
    let stage = Stage::new();
    stage.file(
        "root/a/never.any.js",
        "promise_test(() => new Promise(() => {}), \"never\");",
    );
    make(&stage, "a/never.any.js", "never", "boa", "--root root");
    let (code, shown) = plain(&node, &stage, "file.js");
    assert_eq!(code, Some(1), "{shown}");
    assert!(shown.starts_with("TIMEOUT: never"), "{shown}");
}

#[test]
fn the_file_is_readable() {
    let stage = Stage::new();
    let map = "[specs]\nspec = \"https://spec.example/\"\n\n[[requirement]]\nid = \"adds\"\n\
        at = \"spec#add\"\nkeyword = \"must\"\ntext = \"Adding is right.\"\n";
    stage.file("root/a/requirements.toml", map);
    stage.file(
        "root/a/resources/add.js",
        "\"use strict\";\n\nconst add = (a, b) => a - b;\n",
    );
    let test = "// META: title=Sums\n// META: script=resources/add.js\n\"use strict\";\n\n\
        test(() => assert_equals(add(1, 1), 2), \"one and one\", { requirements: [\"adds\"] });\n\
        test(() => assert_equals(add(1, 0), 1), \"nothing\");\n";
    stage.file("root/a/sum.any.js", test);
    let text = make(&stage, "a/sum.any.js", "one and one", "boa", "--root root");
    let (head, _) = text
        .split_once("// The parts of winterproof's testharness.js")
        .unwrap();
    assert_snapshot!(head);
    if let Some(node) = node() {
        let (code, shown) = plain(&node, &stage, "file.js");
        assert_eq!(code, Some(1), "{shown}");
        assert!(shown.contains("expected 2 but got 0"), "{shown}");
    }
}

#[test]
fn what_is_not_there() {
    let stage = Stage::mixed();
    let seen = |test: &str, subtest: &str| {
        let args = format!("repro -r boa --root root {test}");
        stage.shown(&stage.command(&args).arg(subtest).output().unwrap())
    };
    assert_snapshot!(seen("a/bad.any.js", "does"));
    assert_snapshot!(seen("a", "works"));
    assert_snapshot!(seen("b", "works"));
    stage.leaves_nothing();
}
