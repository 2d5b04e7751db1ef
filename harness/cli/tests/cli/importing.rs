//! Expectation files of other runners, as people import them.

use std::fs;

use insta::assert_snapshot;
use winterproof_model::HarnessStatus;

use crate::stage::Stage;

const STATUS: &str = r#"{
  "bad.any.js": { "fail": { "note": "it does not", "expected": ["does not"] } },
  "gone.any.js": { "fail": { "note": "it was removed", "expected": ["x"] } },
  "page.window.js": { "skip": "document is not defined" }
}"#;

#[test]
fn files_and_folders() {
    let stage = Stage::mixed();
    stage.file("test/wpt/status/a.json", STATUS);
    stage.file("test/wpt/status/b/c.json", "{}");
    stage.file("test/wpt/status/d.cjs", "module.exports = {};");
    stage.file("test/wpt/status/notes.txt", "none");
    let all = [
        "import node test/wpt/status/a.json",
        "import node test/wpt/status --root root",
        "import node test/wpt/status/b --reason because",
        "import node test/wpt/status/d.cjs",
        "import node test/wpt/status/a.json --under x/y --scope dedicatedworker",
    ]
    .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
}

#[test]
fn a_file_is_written() {
    let stage = Stage::new();
    stage.file("test/wpt/status/a.json", STATUS);
    assert_snapshot!(stage.seen("import node test/wpt/status/a.json --output out.toml"));
    let text = fs::read_to_string(stage.path("out.toml")).unwrap();
    assert!(text.contains("test = \"/a/bad.any.js\""), "{text}");
}

#[test]
fn what_stands_there_stays() {
    let stage = Stage::new();
    stage.file("test/wpt/status/a.json", STATUS);
    let args = "import node test/wpt/status/a.json -o expectations/node/a.toml";
    let path = stage.path("expectations/node/a.toml");
    // The second time says nothing new.
    for _ in 0..2 {
        assert_eq!(stage.run(args).status.code(), Some(0));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("test = \"/a/bad.any.js\""), "{text}");
    }
    fs::write(&path, "# ours\n").unwrap();
    assert_snapshot!(stage.seen(args));
    assert_eq!(fs::read_to_string(&path).unwrap(), "# ours\n");
}

#[test]
fn what_is_given_and_of_no_use_is_told() {
    let stage = Stage::new();
    let text = "[a.any.html]\n  expected:\n    if os == \"mac\" and debug: TIMEOUT\n";
    stage.file("meta/url/a.any.js.ini", text);
    let args = "import wptrunner meta --given os=mac --given debug=true --given produkt=x";
    assert_snapshot!(stage.seen(args));
}

/// What is imported is what a run is judged by.
#[test]
fn a_run_with_it() {
    let stage = Stage::mixed();
    stage.file(
        "test/wpt/status/a.json",
        r#"{
  "bad.any.js": { "fail": { "note": "it does not", "expected": ["does not"] } },
  "good.any.js": { "skip": "takes long" }
}"#,
    );
    assert_eq!(stage.run("--root root -r boa").status.code(), Some(100));
    let output = stage.run("import node test/wpt/status/a.json -o a.toml");
    assert_eq!(output.status.code(), Some(0));
    let args = "--root root -r boa --expectations a.toml --out judged";
    assert_eq!(stage.run(args).status.code(), Some(0));
    let log = stage.log("judged/logs/boa.jsonl");
    let ends: Vec<_> = log.tests.iter().map(|test| test.result.status).collect();
    assert_eq!(ends, [HarnessStatus::Ok, HarnessStatus::Skip]);
}

#[test]
fn mistakes() {
    let stage = Stage::new();
    stage.file("bytes.json", b"{\n\"\xff\": 1 }");
    stage.file("wrong.json", "{\n  \"a.any.js\": []\n}");
    fs::create_dir(stage.path("empty")).unwrap();
    let all = [
        "import",
        "import jest x.json",
        "import node",
        "import node nowhere.json",
        "import node empty",
        "import node bytes.json",
        "import node wrong.json",
        "import node wrong.json --scope moon",
        "import wptrunner x.ini --given debug",
        "import wptrunner x.ini --given os=macos",
    ]
    .map(|args| format!("$ winterproof {args}\n{}\n", stage.seen(args)));
    assert_snapshot!(all.join("\n"));
}
