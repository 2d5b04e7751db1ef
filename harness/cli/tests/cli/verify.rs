//! Claims that are run again.

use std::fs;

use insta::assert_snapshot;

use crate::stage::{Stage, read};

/// A stage after a run of it all.
fn published() -> Stage {
    let stage = Stage::mixed();
    stage.run("--root root -r boa --out published");
    stage
}

#[test]
fn what_holds() {
    let stage = published();
    assert_snapshot!(stage.seen("verify published --root root"));
    stage.leaves_nothing();
}

#[test]
fn what_does_not() {
    let stage = published();
    let log = "published/logs/boa.jsonl";
    let text = read(stage.path(log));
    // A result that was made better than it is.
    let better = text.replace("\"status\":\"FAIL\"", "\"status\":\"PASS\"");
    assert_ne!(text, better);
    stage.file("better.jsonl", better);
    let seen = stage.seen("verify better.jsonl --root root");
    assert!(seen.contains("or other totals differ"), "{seen}");
    // Other tests.
    stage.file(
        "root/a/good.any.js",
        "test(() => assert_true(false), \"works\");",
    );
    let seen = stage.seen("verify published --root root");
    assert!(seen.contains("DIFFERS  the suite's hash"), "{seen}");
    assert!(
        seen.contains("DIFFERS  /a/good.any.js: works: PASS claimed, FAIL here"),
        "{seen}"
    );
    assert!(
        seen.contains("0 of 1 verified") && seen.contains("exit code: 100"),
        "{seen}"
    );
}

#[test]
fn what_claims_nothing() {
    let stage = published();
    let text = read(stage.path("published/logs/boa.jsonl"));
    let cut: Vec<&str> = text.lines().take(2).collect();
    stage.file("cut.jsonl", cut.join("\n") + "\n");
    assert_snapshot!(stage.seen("verify cut.jsonl --root root"));
    fs::create_dir(stage.path("empty")).unwrap();
    assert_snapshot!(stage.seen("verify empty"));
}
