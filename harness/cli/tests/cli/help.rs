//! What `--help` says.

use insta::assert_snapshot;

use crate::stage::Stage;

#[test]
fn of_the_program() {
    assert_snapshot!(Stage::new().seen("--help"));
}

#[test]
fn of_run() {
    assert_snapshot!(Stage::new().seen("run --help"));
}

#[test]
fn of_verify_stable() {
    assert_snapshot!(Stage::new().seen("verify-stable --help"));
}

#[test]
fn of_report() {
    assert_snapshot!(Stage::new().seen("report --help"));
}

#[test]
fn of_merge() {
    assert_snapshot!(Stage::new().seen("merge --help"));
}

#[test]
fn of_compare() {
    assert_snapshot!(Stage::new().seen("compare --help"));
}

#[test]
fn of_accept() {
    assert_snapshot!(Stage::new().seen("accept --help"));
}

#[test]
fn of_list() {
    assert_snapshot!(Stage::new().seen("list --help"));
}

#[test]
fn of_smoke() {
    assert_snapshot!(Stage::new().seen("smoke --help"));
}

#[test]
fn of_serve() {
    assert_snapshot!(Stage::new().seen("serve --help"));
}

#[test]
fn of_installing_runtimes() {
    assert_snapshot!(Stage::new().seen("runtimes install --help"));
}

#[test]
fn of_runtimes() {
    assert_snapshot!(Stage::new().seen("runtimes --help"));
}

#[test]
fn every_verb_has_its_test() {
    let help = Stage::new().seen("--help");
    let (_, verbs) = help.split_once("Commands:\n").unwrap();
    let (verbs, _) = verbs.split_once("\n\n").unwrap();
    let verbs: Vec<&str> = verbs
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(
        verbs,
        [
            "run",
            "verify-stable",
            "init",
            "report",
            "merge",
            "compare",
            "verify",
            "coverage",
            "mutants",
            "repro",
            "accept",
            "import",
            "list",
            "runtimes",
            "smoke",
            "serve",
            "help"
        ]
    );
}

#[test]
fn the_version() {
    assert_eq!(
        Stage::new().seen("--version"),
        "exit code: 0\n--- stdout ---\nwinterproof [VERSION]"
    );
}

#[test]
fn of_coverage() {
    assert_snapshot!(Stage::new().seen("coverage --help"));
}

#[test]
fn of_repro() {
    assert_snapshot!(Stage::new().seen("repro --help"));
}

#[test]
fn of_mutants() {
    assert_snapshot!(Stage::new().seen("mutants --help"));
}

#[test]
fn of_init() {
    assert_snapshot!(Stage::new().seen("init --help"));
}

#[test]
fn of_verify() {
    assert_snapshot!(Stage::new().seen("verify --help"));
}

#[test]
fn of_import() {
    assert_snapshot!(Stage::new().seen("import --help"));
}
