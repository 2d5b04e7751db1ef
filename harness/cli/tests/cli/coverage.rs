//! Requirements and subtests against each other, at the prompt.

use insta::assert_snapshot;

use crate::stage::Stage;

const MAP: &str = "[specs]\nspec = \"https://spec.example/\"\n
[[requirement]]\nid = \"works\"\nat = \"spec#works\"\nkeyword = \"must\"\ntext = \"It works.\"\n
[[requirement]]\nid = \"lasts\"\nat = \"spec#lasts\"\nkeyword = \"should\"\ntext = \"It lasts.\"\n";

/// A root with one area that has a map and one that has none.
fn stage() -> Stage {
    let stage = Stage::mixed();
    stage.file("root/mapped/requirements.toml", MAP);
    let test = "test(() => assert_true(false), \"fails\", { requirements: [\"works\"] });\n\
        test(() => {}, \"names none\");\n\
        test(() => {}, \"of another kind\", { requirements: [1, \"works\", null] });";
    stage.file("root/mapped/a.any.js", test);
    stage
}

#[test]
fn of_a_root_that_is_run() {
    let stage = stage();
    assert_snapshot!(stage.seen("coverage --root root -r boa"));
    assert_snapshot!(stage.seen("coverage mapped --root root -r boa --min 51"));
    stage.leaves_nothing();
}

#[test]
fn of_a_log() {
    let stage = stage();
    stage.run("--root root -r boa mapped");
    let log = "winterproof-report/logs/boa.jsonl";
    let text = stage.seen(&format!("coverage --log {log}"));
    assert_eq!(
        text,
        stage.seen(&format!("coverage --log {log} --min 50 /mapped/"))
    );
    assert!(
        text.contains("mapped: 50.0%, 1 of 2 observable requirements"),
        "{text}"
    );
    let json = stage.run(&format!("coverage --log {log} --format json"));
    assert!(
        String::from_utf8(json.stdout)
            .unwrap()
            .contains("\"covered\": 1")
    );
    let ids = &stage.log(log).tests[0].result.subtests[2].requirements;
    assert_eq!(ids, &["works"]);
}

#[test]
fn an_id_that_the_map_does_not_have_is_a_failure() {
    let stage = stage();
    let test = "test(() => {}, \"a\", { requirements: [\"wroks\"] });";
    stage.file("root/mapped/a.any.js", test);
    assert_snapshot!(stage.seen("coverage --root root -r boa"));
}

#[test]
fn areas_without_a_map() {
    let stage = stage();
    assert_snapshot!(stage.seen("coverage a --root root -r boa"));
    stage.run("--root root -r boa a");
    assert_snapshot!(stage.seen("coverage --log winterproof-report/logs/boa.jsonl"));
}

#[test]
fn a_map_that_is_wrong() {
    let stage = stage();
    stage.file(
        "root/mapped/requirements.toml",
        MAP.replace("spec#works", "sepc#works"),
    );
    assert_snapshot!(stage.seen("coverage --root root -r boa"));
    assert_snapshot!(stage.seen("run --root root -r boa mapped"));
}
