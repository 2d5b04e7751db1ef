//! Tests that are run several times.

use insta::assert_snapshot;

use crate::stage::Stage;

/// Which way it goes is chance; that it goes the same way twenty times is once in half a million.
const CHANCE: &str =
    "test(() => {}, \"works\");\ntest(() => assert_true(Math.random() < 0.5), \"may\");";

#[test]
fn what_is_unstable_is_named_with_its_outcomes() {
    let stage = Stage::mixed();
    stage.file("root/b/chance.any.js", CHANCE);
    let seen = stage.seen("verify-stable --root root -r boa --repeat 20");
    assert!(seen.starts_with("exit code: 100\n"), "{seen}");
    let expected =
        "UNSTABLE: 1 of 3 tests ended in several ways\n  Boa 0.22.0: /b/chance.any.js\n    FAIL ";
    assert!(seen.contains(expected), "{seen}");
    assert!(
        seen.contains("x: may\n") && !seen.contains("works"),
        "{seen}"
    );
    for log in ["boa.jsonl", "boa-repeat-2.jsonl", "boa-repeat-20.jsonl"] {
        let log = stage.log(&format!("winterproof-stability/logs/{log}"));
        assert!(log.is_complete());
    }
}

#[test]
fn what_fails_each_time_is_stable() {
    let stage = Stage::mixed();
    stage.file("root/a/page.window.js", "test(() => {});");
    assert_snapshot!(stage.seen("verify-stable --root root -r boa --repeat 3"));
    assert_snapshot!(stage.seen("verify-stable --root root -r boa --repeat 3 --resume"));
    assert_snapshot!(stage.seen("verify-stable nothing --root root -r boa"));
}

#[test]
fn every_repetition_counts() {
    let stage = Stage::mixed();
    assert_snapshot!(stage.seen("run a/good --root root -r boa -j 1 --repeat 2"));
    let seen = stage.seen("run --root root -r boa -r boa -j 1 --repeat 2");
    assert!(seen.starts_with("exit code: 100\n"), "{seen}");
    for name in ["boa", "boa-2", "boa-repeat-2", "boa-2-repeat-2"] {
        let log = stage.log(&format!("winterproof-report/logs/{name}.jsonl"));
        assert_eq!(log.tests.len(), 2);
    }
}
