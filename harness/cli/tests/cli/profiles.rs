//! Runs judged by a profile, at the prompt.

use insta::assert_snapshot;

use crate::stage::Stage;

const MAP: &str = "[specs]\nspec = \"https://spec.example/\"\n
[[requirement]]\nid = \"steady\"\nat = \"spec#steady\"\nkeyword = \"must\"\ntext = \"It was and is so.\"\n
[[requirement]]\nid = \"came\"\nat = \"spec#came\"\nkeyword = \"must\"\ntext = \"It is so.\"\nsince = \"latest\"\n
[[requirement]]\nid = \"went\"\nat = \"spec#went\"\nkeyword = \"must\"\ntext = \"It was so.\"\nuntil = \"2025-12\"\n";

/// A root where one rule stayed, one came and one went, and a test of each of the last two kinds.
fn stage() -> Stage {
    let stage = Stage::new();
    stage.file("root/mapped/requirements.toml", MAP);
    let test = "test(() => {}, \"steady\", { requirements: [\"steady\"] });\n\
        test(() => assert_true(false), \"came\", { requirements: [\"came\"] });\n\
        test(() => {}, \"went\", { requirements: [\"steady\", \"went\"] });";
    stage.file("root/mapped/a.any.js", test);
    let since = "// META: since=latest\ntest(() => assert_true(false), \"new\");";
    stage.file("root/mapped/since.any.js", since);
    let until = "// META: until=2025-12\ntest(() => assert_true(false), \"old\");";
    stage.file("root/mapped/until.any.js", until);
    stage
}

const LOG: &str = "winterproof-report/logs/boa.jsonl";

#[test]
fn a_run_of_each() {
    let stage = stage();
    let runs = ["2025-12", "latest"].map(|profile| {
        let args = format!("--root root -r boa --profile {profile}");
        let seen = stage.seen(&args);
        assert_eq!(stage.log(LOG).header.profile.as_str(), profile);
        format!("$ winterproof {args}\n{seen}\n")
    });
    assert_snapshot!(runs.join("\n"));
    let usual = stage.seen("--root root -r boa");
    assert_eq!(stage.log(LOG).header.profile.as_str(), "latest", "{usual}");
}

#[test]
fn lists_of_each() {
    let stage = stage();
    let all = ["list --root root", "list --root root --profile 2025-12"]
        .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
    let json = stage.seen("list --root root --json");
    assert!(json.contains("\"since\": \"latest\""), "{json}");
    assert!(json.contains("\"until\": \"2025-12\""), "{json}");
}

#[test]
fn coverage_of_each() {
    let stage = stage();
    assert_snapshot!(stage.seen("coverage --root root -r boa --profile 2025-12 --all"));
    stage.run("--root root -r boa --out old --profile 2025-12");
    stage.run("--root root -r boa --out new");
    let of = |args: &str| stage.seen(&format!("coverage {args}"));
    let (old, new) = ("--log old/logs/boa.jsonl", "--log new/logs/boa.jsonl");
    assert!(of(old).contains("profile 2025-12: 1 requirement is outside it"));
    assert!(of(new).contains("profile latest: 1 requirement is outside it"));
    assert!(of(&format!("{old} {new} --profile latest")).contains("profile latest"));
    assert_snapshot!("coverage_of_two_profiles", of(&format!("{old} {new}")));
    assert_snapshot!(
        "comparison_of_two_profiles",
        stage.seen("compare old/logs/boa.jsonl new/logs/boa.jsonl")
    );
}

#[test]
fn profiles_that_are_none() {
    let stage = stage();
    let all = ["run", "list", "coverage"]
        .map(|verb| format!("{verb} --profile 2026"))
        .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(&args)));
    assert_snapshot!(all.join("\n"));
    assert!(!stage.path("winterproof-report").exists());
    stage.file(
        "root/mapped/requirements.toml",
        MAP.replace("\"latest\"", "\"2026\""),
    );
    stage.file("root/mapped/since.any.js", "// META: since=2026\n");
    assert_snapshot!("in_a_map", stage.seen("run --root root -r boa"));
    stage.file("root/mapped/requirements.toml", MAP);
    assert_snapshot!(
        "in_a_test",
        stage.seen("run --root root -r boa mapped/since")
    );
}
