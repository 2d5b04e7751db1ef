//! A test target as a vendor has it: what it prints, how it ends, and what it leaves.
//!
//! The binary starts itself again as that target, which starts itself again for each test.

mod by_hand;
mod fake;
mod stage;

use std::env;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};
use winterproof_conformance::{Conformance, Runtime};
use winterproof_model::log::RunLog;

use stage::{FOLDER, Stage, TARGET, TEST};

fn main() -> ExitCode {
    if let Ok(name) = env::var(TARGET) {
        return target(&name);
    }
    let trial = |(name, test): &(&str, fn())| {
        let test = *test;
        Trial::test(*name, move || {
            test();
            Ok(())
        })
    };
    libtest_mimic::run(&Arguments::from_args(), TESTS.iter().map(trial).collect()).exit_code()
}

/// The test targets that there are.
fn target(name: &str) -> ExitCode {
    let folder = env::var(FOLDER).expect("the stage sets it");
    let of_engine = || Conformance::new().engine(folder.as_str(), || fake::Fake);
    let tests = match name {
        "none" => Conformance::new(),
        "engine" => of_engine().tests([TEST]),
        "twice" => of_engine().runtime("fake"),
        "filter" => of_engine().tests(["nowhere"]),
        "missing" => Conformance::new()
            .runtime("node=/nowhere/node")
            .tests([TEST]),
        "unknown" => Conformance::new().runtime("nobody"),
        "root" => of_engine().root(format!("{folder}/root")).tests(["smoke"]),
        "own" => of_engine()
            .tests([TEST])
            .expectations(format!("{folder}/own")),
        "adapter" => Conformance::new().adapter(&folder),
        "by hand" => Conformance::new()
            .runtime(Runtime::driven_by(Arc::new(by_hand::Adapter::new())).called("own"))
            .tests([TEST]),
        "ignored" => of_engine()
            .runtime(Runtime::named("boa").ignored("is for others"))
            .tests([TEST]),
        _ => panic!("there is no target {name}"),
    };
    tests.main()
}

macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}

const TESTS: &[(&str, fn())] = tests! {
    trials_are_listed_as_libtest_lists_them
    a_test_that_is_as_expected_is_green
    a_failing_trial_says_what_and_how_to_see_it_again
    a_pass_that_nobody_expects_is_red
    a_crash_of_the_engine_is_a_result
    an_expectation_without_a_test_is_red
    a_missing_runtime_is_told_and_ignored
    with_ci_a_missing_runtime_is_red
    a_runtime_can_be_ignored
    expectations_are_accepted
    expectations_can_be_elsewhere
    logs_are_written
    what_is_disabled_is_ignored_and_not_green
    nextest_makes_no_runs
    tests_can_come_from_a_folder
    what_can_not_be_is_told
    an_adapter_need_not_be_a_process
};

fn trials_are_listed_as_libtest_lists_them() {
    let stage = Stage::new();
    let seen = stage.run("engine", &["--list", "--format", "terse"]);
    assert_eq!(
        seen.stdout,
        format!("fake::expectations: test\nfake::{TEST}: test\n")
    );
    let ignored = stage.run("engine", &["--list", "--format", "terse", "--ignored"]);
    assert_eq!((ignored.code, ignored.stdout.as_str()), (0, ""));
}

fn a_test_that_is_as_expected_is_green() {
    let seen = Stage::new().run("engine", &[]);
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has("2 passed; 0 failed; 0 ignored");
    // As nextest calls it.
    let name = format!("fake::{TEST}");
    let seen = Stage::new().run("engine", &["--exact", &name, "--nocapture"]);
    seen.has("1 passed; 0 failed; 0 ignored");
}

fn a_failing_trial_says_what_and_how_to_see_it_again() {
    let seen = Stage::new().with("FAKE", "fail").run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("FAIL (expected PASS): the runtime computes: 2 is not 1\n");
    seen.has("run it alone: cargo test");
    seen.has(&format!(
        "-p winterproof-conformance --test vendor -- --exact 'fake::{TEST}'"
    ));
}

fn a_pass_that_nobody_expects_is_red() {
    let stage = Stage::new();
    stage.expect("[[expect]]\ntest = \"/smoke/*\"\nreason = \"old\"\nall = \"FAIL\"\n");
    let seen = stage.run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("PASS (expected FAIL): the runtime computes: \n");
}

fn a_crash_of_the_engine_is_a_result() {
    let seen = Stage::new().with("FAKE", "exit").run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("CRASH (expected OK): ");
    seen.has("standard error of the test:\ngiving up\n");
}

fn an_expectation_without_a_test_is_red() {
    let stage = Stage::new();
    let about =
        |test: &str| format!("[[expect]]\ntest = \"{test}\"\nreason = \"r\"\nall = \"FAIL\"\n");
    // About a test that is not run here, which is no mistake.
    stage.expect(&about("/url/*"));
    assert_eq!(stage.run("engine", &[]).code, 0);
    stage.expect(&about("/urls/*"));
    let seen = stage.run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("expectations that match no test: ");
    seen.has("expectations/smoke.toml:1");
}

fn a_missing_runtime_is_told_and_ignored() {
    let seen = Stage::new().run("missing", &[]);
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has(
        "SKIPPED: node is not on this machine: /nowhere/node is no file; its 1 tests are ignored\n",
    );
    seen.has("1 passed; 0 failed; 1 ignored");
}

fn with_ci_a_missing_runtime_is_red() {
    let seen = Stage::new().with("CI", "true").run("missing", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("/nowhere/node is no file");
}

fn a_runtime_can_be_ignored() {
    let seen = Stage::new().run("ignored", &[]);
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has("SKIPPED: boa is for others; its 1 tests are ignored\n");
}

fn expectations_are_accepted() {
    let stage = Stage::new().with("FAKE", "fail");
    let seen = stage.accept();
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has("1 tests, 1 not as expected");
    seen.has("expectations/smoke.toml\n");
    let written = stage.expectations();
    assert!(written.contains("reason = \"2 is not 1\""), "{written}");
    assert_eq!(stage.run("engine", &[]).code, 0, "{written}");
    stage.accept().has("the expectations are up to date\n");

    let stage = stage.with("FAKE", "pass");
    assert_eq!(stage.run("engine", &[]).code, 101);
    stage.accept().has("removed ");
    assert_eq!(stage.run("engine", &[]).code, 0);
}

fn expectations_can_be_elsewhere() {
    let stage = Stage::new().with("FAKE", "fail");
    stage.write(
        "own/fake/smoke.toml",
        "[[expect]]\ntest = \"/smoke/*\"\nreason = \"it can't count\"\nall = \"FAIL\"\n",
    );
    assert_eq!(stage.run("engine", &[]).code, 101);
    let seen = stage.run("own", &[]);
    assert_eq!(seen.code, 0, "{seen:?}");
    let seen = stage.with("WINTERPROOF_ACCEPT", "1").run("own", &[]);
    assert_eq!(seen.code, 96, "{seen:?}");
    seen.has("with WINTERPROOF_LOGS it leaves a log");
}

fn logs_are_written() {
    let stage = Stage::new().with("FAKE", "fail");
    let logs = stage.path("logs");
    let stage = stage.with("WINTERPROOF_LOGS", &logs);
    let seen = stage.run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    let log = std::fs::read(format!("{logs}/fake.jsonl")).expect("it is written");
    let log = RunLog::parse(&log).expect("it is a log");
    assert!(log.is_complete());
    assert_eq!(log.header.runtime.title, "Fake");
    assert_eq!(log.tests.len(), 1);
    // Libtest's own filters hold too.
    let seen = stage.run("engine", &["--skip", "smoke"]);
    assert_eq!(seen.code, 101, "{seen:?}");
    assert_eq!(seen.stdout, "nothing was measured\n");
}

fn what_is_disabled_is_ignored_and_not_green() {
    let stage = Stage::new().with("FAKE", "fail");
    let disabled = |condition: &str| {
        let entry = format!(
            "[[expect]]\ntest = \"/smoke/*\"\n{condition}reason = \"it hangs\"\ndisabled = true\n"
        );
        stage.expect(&entry);
    };
    disabled("");
    let seen = stage.run("engine", &[]);
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has("1 passed; 0 failed; 1 ignored");
    seen.has("NOT RUN: fake: 1 of 1 tests are disabled by expectations and ignored\n");
    // What the runtime has to be asked for is known when the test runs.
    disabled("version = \">=0\"\n");
    let seen = stage.run("engine", &["--nocapture"]);
    assert_eq!(seen.code, 0, "{seen:?}");
    seen.has("2 passed; 0 failed; 0 ignored");
    seen.has(&format!("NOT RUN: fake::{TEST}: disabled: it hangs\n"));
    disabled("");
    let logs = stage.path("logs");
    let stage = stage.with("WINTERPROOF_LOGS", &logs);
    let seen = stage.run("engine", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("fake: 0 tests, 0 not as expected\n");
    seen.has("nothing was measured\n");
}

fn nextest_makes_no_runs() {
    let stage = Stage::new()
        .with("NEXTEST", "1")
        .with("WINTERPROOF_ACCEPT", "1");
    assert_eq!(stage.run("engine", &["--list"]).code, 0);
    let seen = stage.run("engine", &["--exact", "fake::expectations"]);
    assert_eq!(seen.code, 96, "{seen:?}");
    seen.has("WINTERPROOF_ACCEPT is set, and nextest runs each test in a process of its own");
}

fn tests_can_come_from_a_folder() {
    let stage = Stage::new();
    let seen = stage.run("root", &["--list"]);
    assert_eq!(seen.code, 96, "{seen:?}");
    seen.has("failed to open the suite root");
    stage.write("root/resources/testharness.js", "");
    stage.write(&format!("root{TEST}"), "");
    stage.write("root/other/wired.any.js", "");
    // Of a folder, which may be big, only what is asked for is looked at.
    let seen = stage.run("root", &["--list"]);
    assert_eq!(seen.stdout, format!("fake::{TEST}: test\n"));
    assert_eq!(stage.run("root", &[]).code, 0);
}

fn what_can_not_be_is_told() {
    for (target, said) in [
        ("none", "there is no runtime to test"),
        ("twice", "two runtimes are called fake"),
        ("filter", "the filter \"nowhere\" matches no test"),
        ("unknown", "there is no runtime \"nobody\""),
        ("adapter", "embedded engines are part of winterproof"),
    ] {
        let seen = Stage::new().run(target, &["--list"]);
        assert_eq!(seen.code, 96, "{target}: {seen:?}");
        seen.has(said);
    }
    let stage = Stage::new();
    std::fs::remove_file(stage.path("adapter.toml")).expect("it is there");
    let seen = stage.run("engine", &["--list"]);
    assert_eq!(seen.code, 96, "{seen:?}");
    seen.has("has no adapter.toml");
    let seen = Stage::new().run("engine", &["engine", "another"]);
    assert_eq!(seen.code, 96, "{seen:?}");
    seen.has("has no engine another");
}

fn an_adapter_need_not_be_a_process() {
    let seen = Stage::new().run("by hand", &[]);
    assert_eq!(seen.code, 101, "{seen:?}");
    seen.has("FAIL (expected PASS): the runtime computes: it can't count\n");
    seen.has(&format!("--exact 'own::{TEST}'"));
}
