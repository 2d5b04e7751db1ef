//! Faults put into a runtime, at the prompt.

use insta::assert_snapshot;

use crate::stage::Stage;

const MAP: &str = "[specs]\nspec = \"https://spec.example/\"\n
[[requirement]]\nid = \"sums\"\nat = \"spec#sums\"\nkeyword = \"must\"\ntext = \"It sums up.\"\n
[[requirement]]\nid = \"lasts\"\nat = \"spec#lasts\"\nkeyword = \"must\"\ntext = \"It lasts.\"\n";

/// A root whose one test looks at two methods and not at a third.
fn stage() -> Stage {
    let stage = Stage::new();
    stage.file("root/m/requirements.toml", MAP);
    stage.file(
        "root/m/a.any.js",
        "test(() => assert_equals(Math.max(1, 2), 2), \"max\", { requirements: [\"sums\"] });\n\
         promise_test(async () => assert_equals(Math.min(1, 2), 1), \"min\");\n",
    );
    stage.file(
        "root/resources/mutate.js",
        "const put = (name, f) => { Math[name] = f; };",
    );
    let mutant = |id: &str, script: &str| {
        let head = "// META: fault=It is wrong.\n// META: requirement=sums\n";
        stage.file(
            &format!("root/m/mutants/{id}.js"),
            format!("{head}{script}\n"),
        );
    };
    mutant("max", "const one = () => 1;\nput(\"max\", one);");
    mutant("min-for-ever", "put(\"min\", () => { for (;;); });");
    mutant("abs", "put(\"abs\", () => 0);");
    mutant("absent", "Absent.prototype;");
    mutant("harness", "globalThis.test = () => {};");
    stage
}

#[test]
fn which_are_noticed() {
    let stage = stage();
    assert_snapshot!(stage.seen("mutants --root root -r boa --jobs 1 --all"));
    assert_snapshot!(stage.seen("mutants m/max --root root -r boa --jobs 1 --format json"));
    stage.leaves_nothing();
}

#[test]
fn a_share_that_is_enough() {
    let stage = stage();
    let text = stage.seen("mutants m/max m/ab* --root root -r boa --jobs 1 --min 50");
    assert!(text.contains("m: 50.0%, 1 of 2 noticed"), "{text}");
    assert!(text.contains("exit code: 0"), "{text}");
    let text = stage.seen("mutants m/absent --root root -r boa --jobs 1");
    assert!(text.contains("no mutant could be put in"), "{text}");
    assert!(text.contains("exit code: 4"), "{text}");
}

#[test]
fn mistakes() {
    let stage = stage();
    assert_snapshot!(stage.seen("mutants m/none --root root -r boa"));
    let head = "// META: fault=It is wrong.\n// META: requirement=smus\n";
    stage.file("root/m/mutants/typo.js", head);
    assert_snapshot!(stage.seen("mutants --root root -r boa"));
    assert_snapshot!(Stage::mixed().seen("mutants --root root -r boa"));
}
