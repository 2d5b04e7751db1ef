//! wptrunner's metadata where one place disables tests and another one enables some of them.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;
use winterproof_model::{Scope, TestId};

use crate::{Case, foreseen};

const ENABLED: &str = "[a.any.html]\n  disabled: @False\n  [one]\n    expected: FAIL\n";

/// A folder that is disabled, but for a test, a file and a folder in it.
fn folders() -> Case<'static> {
    Case::new(ImportFormat::Wptrunner)
        .file("m/meta/u/__dir__.ini", "# All of it\ndisabled: dir\n")
        .file("m/meta/u/a.any.js.ini", ENABLED)
        .file("m/meta/u/b.any.js.ini", "disabled: @False\n")
        .file("m/meta/u/sub/__dir__.ini", "disabled: @False\n")
        .file(
            "m/meta/u/sub/deep/__dir__.ini",
            "disabled:\n  if os == \"mac\": @False\n  deep\n",
        )
        .file(
            "m/meta/u/w.any.js.ini",
            "[w.any.worker.html]\n  disabled: @False\n",
        )
}

#[test]
fn a_pattern_has_no_exceptions() {
    assert_snapshot!(folders().seen());
}

#[test]
fn tests_that_are_known_are_told_one_by_one() {
    let mut case = folders();
    case.known = Some(known(&[
        "/u/a.any.js",
        "/u/b.any.js?1",
        "/u/c.any.js",
        "/u/sub/a.any.js",
        "/u/sub/deep/a.any.js",
        "/u/w.any.js",
        "/v/a.any.js",
    ]));
    assert_snapshot!(case.seen());
    let disabled = |id: &str| foreseen(&case, id).disabled.map(|reason| reason.text);
    assert_eq!(disabled("/u/a.any.js"), None);
    assert_eq!(disabled("/u/b.any.js?1"), None);
    assert_eq!(disabled("/u/c.any.js").as_deref(), Some("dir"));
    assert_eq!(disabled("/u/sub/a.any.js"), None);
    assert_eq!(disabled("/u/sub/deep/a.any.js").as_deref(), Some("deep"));
    assert_eq!(disabled("/v/a.any.js"), None);
}

/// What a file disables, its tests can enable, everywhere or on one system.
#[test]
fn tests_of_a_file() {
    let text = "disabled: file\n\n[a.any.html]\n  disabled:\n    if os == \"linux\": @False\n\n[a.any.worker.html]\n  disabled: @False\n";
    let mut case = Case::new(ImportFormat::Wptrunner).file("meta/u/a.any.js.ini", text);
    case.scopes = &[Scope::DedicatedWorker, Scope::Window];
    assert_snapshot!(case.seen());
}

/// Nobody disables it.
#[test]
fn what_runs_anyway_is_no_loss() {
    let case = Case::new(ImportFormat::Wptrunner)
        .file("meta/u/a.any.js.ini", ENABLED)
        .file("meta/v/__dir__.ini", "disabled: @False\n");
    let imported = case.run().unwrap();
    assert_eq!((imported.tests, imported.passing), (1, 0));
    assert_eq!(imported.lost, []);
}

/// What is disabled on one system says nothing against what is expected on the others.
#[test]
fn a_file_on_one_system() {
    let text =
        "disabled:\n  if os == \"win\": win hangs\n\n[a.any.html]\n  [one]\n    expected: FAIL\n";
    let case = Case::new(ImportFormat::Wptrunner).file("meta/u/a.any.js.ini", text);
    assert_snapshot!(case.seen());
    let a = foreseen(&case, "/u/a.any.js");
    assert_eq!((a.disabled.is_some(), a.subtests.len()), (false, 1));
}

/// Where nothing is said of the window, the test passes there.
#[test]
fn a_worker_alone() {
    let text = "[b.any.worker.html]\n  disabled: worker hangs\n  [one]\n    expected: FAIL\n\n[b.any.html?x]\n\n[b.any.worker.html?x]\n  disabled: worker hangs\n";
    let mut case = Case::new(ImportFormat::Wptrunner).file("meta/u/b.any.js.ini", text);
    assert_snapshot!(case.seen());
    case.scopes = &[Scope::DedicatedWorker];
    assert!(foreseen(&case, "/u/b.any.worker.html").disabled.is_some());
}

fn known(ids: &[&str]) -> Vec<TestId> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}
