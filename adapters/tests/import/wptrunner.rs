//! wptrunner's metadata.

use insta::assert_snapshot;
use winterproof_adapters::ImportFormat;
use winterproof_model::{HarnessStatus, Scope, SubtestStatus};

use crate::{Case, foreseen};

const BROWSER: &[Scope] = &[Scope::DedicatedWorker, Scope::Window];

const METADATA: &str = r#"# About the file
prefs: [dom.x:true, "dom.y:[1, 2]"]

[a.any.html]
  expected: TIMEOUT
  # No reader yet
  [one]
    expected: FAIL

  [two \] and \x41]
    expected: TIMEOUT # https://bugs.example/2

  [three]
    bug: 3
    expected: NOTRUN

  [flaky]
    expected: [PASS, FAIL]

  [also flaky]
    expected: [
      FAIL, # usually
      "PASS",
    ]

  [in three ways]
    expected: [PASS, FAIL, TIMEOUT]

  [as it should be]
    expected: PASS

  [ignored]
    disabled: it lies

  [by the system]
    expected:
      if os == "linux": FAIL
      TIMEOUT

  [by system and more]
    expected:
      if os == "android": CRASH
      if os == "mac" and swgl: TIMEOUT
      if os != "win": FAIL

  [as everywhere]
    expected:
      if os == "linux" or os != "linux": FAIL

  [by what is given]
    expected:
      if debug and os == "win": TIMEOUT
      if not debug: FAIL

  [not at all]
    expected:
      if debug: FAIL

[a.any.worker.html?one=1&two]
  bug: https://bugs.example/1
  expected: [ERROR, CRASH]
  [one]
    expected: FAIL
    [deeper]
      expected: FAIL

[a.any.sharedworker.html]
  expected: CRASH

[a.html]
  [a page]
    expected: FAIL

[b.any.html]
  disabled: https://bugs.example/4
  max-asserts: 3

[c.any.html]
  disabled: @False
  expected: ASSERT

[d.any.html]
  disabled:
    if os == "mac": slow there
    if os == "win" and asan: https://bugs.example/5
  [one]
    expected: FAIL

[e.any.html]
  disabled: nothing to see
  [one]
    expected: FAIL
"#;

fn metadata() -> Case<'static> {
    let mut case = Case::new(ImportFormat::Wptrunner)
        .file("testing/web-platform/meta/url/a.any.js.ini", METADATA)
        .given("debug", "false");
    case.scopes = BROWSER;
    case
}

#[test]
fn every_construct() {
    assert_snapshot!(metadata().seen());
}

#[test]
fn what_is_written_foresees_the_same() {
    let a = foreseen(&metadata(), "/url/a.any.html");
    assert_eq!(a.status.unwrap().0, HarnessStatus::Timeout);
    let of = |name: &str| {
        let found = a.subtests.iter().find(|s| s.name.as_deref() == Some(name));
        found.map(|subtest| (subtest.status, subtest.intermittent))
    };
    assert_eq!(of("one"), Some((SubtestStatus::Fail, false)));
    assert_eq!(of("two ] and A"), Some((SubtestStatus::Timeout, false)));
    assert_eq!(of("flaky"), Some((SubtestStatus::Fail, true)));
    assert_eq!(of("also flaky"), Some((SubtestStatus::Fail, true)));
    assert_eq!(of("by what is given"), Some((SubtestStatus::Fail, false)));
    assert_eq!(of("not at all"), None);
    assert_eq!(of("as it should be"), None);
}

#[test]
fn systems_are_conditions() {
    let imported = metadata().run().unwrap();
    let mut read = winterproof_adapters::Expectations::default();
    read.add("out.toml", &imported.text).unwrap();
    for (os, expected) in [
        ("linux", SubtestStatus::Fail),
        ("macos", SubtestStatus::Timeout),
        ("windows", SubtestStatus::Timeout),
    ] {
        let a = read.of(&"/url/a.any.html".parse().unwrap(), &crate::situation(os));
        let mut found = a.subtests.iter();
        let found = found.find(|subtest| subtest.name.as_deref() == Some("by the system"));
        assert_eq!(found.unwrap().status, expected, "{os}");
        let d = read.of(&"/url/d.any.html".parse().unwrap(), &crate::situation(os));
        assert_eq!(d.disabled.is_some(), os == "macos", "{os}");
    }
}

/// The window stands for the runtime's own global, on every system.
#[test]
fn one_scope_of_several() {
    let text = "[a.any.html]\n  [one]\n    expected: FAIL\n\n[a.any.worker.html]\n  [one]\n    expected:\n      if os == \"mac\": FAIL\n";
    let mut case = Case::new(ImportFormat::Wptrunner).file("meta/url/a.any.js.ini", text);
    case.scopes = &[Scope::Shell];
    assert_snapshot!(case.seen());
}

#[test]
fn a_system_that_is_given() {
    let case = metadata().given("os", "linux");
    let a = foreseen(&case, "/url/a.any.html");
    let by_system =
        |s: &&winterproof_model::ExpectedSubtest| s.name.as_deref() == Some("by the system");
    assert_eq!(
        a.subtests.iter().find(by_system).unwrap().status,
        SubtestStatus::Fail
    );
}

#[test]
fn what_is_given_and_not_asked_for() {
    let case = metadata().given("produkt", "x").given("os", "mac");
    assert_eq!(case.run().unwrap().unasked, ["produkt"]);
}

#[test]
fn folders_and_files_as_a_whole() {
    let mut case = Case::new(ImportFormat::Wptrunner)
        .file(
            "metadata/dom/__dir__.ini",
            "disabled: nothing there yet\nlsan-allowed: [x]\n",
        )
        .file(
            "metadata/dom/b.any.js.ini",
            "expected: FAIL\ndisabled:\n  if product == \"x\": no\n",
        )
        .file("metadata/c.any.js.ini", "[c.any.html]\n  expected: CRASH\n");
    case.scopes = BROWSER;
    assert_snapshot!(case.seen());
}

#[test]
fn a_place_that_is_told() {
    let mut case = Case::new(ImportFormat::Wptrunner)
        .file("a.any.js.ini", "[a.any.html]\n  expected: CRASH\n");
    case.scopes = BROWSER;
    case.under = Some("url");
    assert_snapshot!(case.seen());
    case.files[0].1 = "sub/a.any.js.ini";
    assert!(
        case.seen().contains("\"/url/sub/a.any.html\""),
        "{}",
        case.seen()
    );
}
