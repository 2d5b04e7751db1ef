//! Every format that some program takes is given to that program, or held against a schema of it:
//! `consumers/check.mjs` does so with packages from npm. Without Node.js or the packages (`npm ci`) the
//! test says so and does nothing, unless the environment variable `CI` is set.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::logs;
use winterproof_reports::{Format, Matrix, NamedLog, Outcome, render};

/// The formats that a program takes, apart from those that GitHub and browsers show.
const TAKEN: [Format; 6] = [
    Format::Json,
    Format::Wptreport,
    Format::Junit,
    Format::Tap,
    Format::Badge,
    Format::Bcd,
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Whether the check can run; says why not.
fn ready() -> bool {
    let node = Command::new("node").arg("--version").output();
    let why = if !node.is_ok_and(|output| output.status.success()) {
        "Node.js is not in PATH"
    } else if !root().join("node_modules/tap-parser").is_dir() {
        "the packages of npm are missing: run `npm ci`"
    } else {
        return true;
    };
    assert!(std::env::var_os("CI").is_none(), "{why}");
    eprintln!("SKIPPED: no format was checked against its consumer, {why}");
    false
}

fn cases() -> Vec<(&'static str, Vec<NamedLog>)> {
    let (alpha, beta) = (logs::alpha(), logs::beta());
    vec![
        ("green", vec![logs::shapes().named("shapes.jsonl")]),
        (
            "two",
            vec![alpha.named("alpha.jsonl"), beta.named("beta.jsonl")],
        ),
        (
            "twice",
            vec![alpha.named("a.jsonl"), alpha.named("b.jsonl")],
        ),
        ("alone", vec![alpha.named("alpha.jsonl")]),
        ("interrupted", vec![beta.named("beta.jsonl")]),
        ("browser", vec![logs::gamma().named("gamma.jsonl")]),
        ("nothing", vec![logs::nothing().named("nothing.jsonl")]),
        ("skipped", vec![logs::all_skipped().named("skipped.jsonl")]),
        ("versions", logs::shapes_through_time()),
    ]
}

#[test]
fn every_consumer_takes_its_format() {
    if !ready() {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers");
    fs::create_dir_all(&folder).expect("a folder");
    let mut list = Vec::new();
    for (name, logs) in cases() {
        let mut files = BTreeMap::new();
        for format in TAKEN {
            if format.is_of_one_log() && logs.len() > 1 {
                continue;
            }
            let file = format!("{name}.{}", format.file_name());
            let text = render(format, &logs).expect("a report");
            fs::write(folder.join(&file), text).expect("a file");
            files.insert(format.as_str(), file);
        }
        let matrix = Matrix::of(&logs);
        let outcome = Outcome::of_all(&matrix);
        list.push(serde_json::json!({
            "name": name,
            "outcome": outcome.as_str(),
            "green": outcome.is_green(),
            "tests": matrix.columns.iter().map(|column| column.cell.planned).sum::<u64>(),
            "files": files,
        }));
    }
    let list = serde_json::to_string(&list).expect("plain data");
    fs::write(folder.join("cases.json"), list).expect("a file");
    let output = Command::new("node")
        .arg(root().join("reports/tests/consumers/check.mjs"))
        .arg(&folder)
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
    assert!(
        said.starts_with("48 reports taken, 18 with a mistake refused"),
        "{said}"
    );
}
