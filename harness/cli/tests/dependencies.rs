//! Who may know whom: the edges between the crates of the workspace.
//!
//! `model` knows nobody, `reports` reads logs and knows no runner, an embedded engine knows the far
//! end of the wire alone. What only tests need is not looked at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// What `cargo metadata` says of the workspace, as far as it is looked at.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_root: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    /// Of those that are not in a registry.
    path: Option<PathBuf>,
    /// `dev` or `build`.
    kind: Option<String>,
}

/// What a crate in that folder may know; `None` for a folder that no rule is about.
fn may_know(folder: &str) -> Option<&'static [&'static str]> {
    Some(match folder {
        "harness/model" => &[],
        "suites" | "harness/server" | "adapters/worker" | "reports" => &["harness/model"],
        "adapters" => &["harness/model", "harness/server", "adapters/worker"],
        "harness/runner" => &["harness/model", "suites", "adapters", "harness/server"],
        // What tests of a runtime are made of: a run without logs' reports.
        "harness/conformance" => &[
            "harness/model",
            "harness/server",
            "harness/runner",
            "suites",
            "adapters",
            "adapters/worker",
        ],
        "harness/cli" => &["*"],
        // An example of a runtime that tests itself.
        "docs/examples/toy-engine" => &["adapters/worker"],
        // An embedded engine.
        _ if folder
            .strip_prefix("adapters/")
            .is_some_and(|name| !name.contains('/')) =>
        {
            &["adapters/worker", "harness/model"]
        }
        _ => return None,
    })
}

/// What is wrong with an edge.
fn objection(from: &str, to: &str) -> Option<String> {
    let Some(known) = may_know(from) else {
        return Some(format!("{from}: no rule says what this crate may know"));
    };
    if known.contains(&"*") || known.contains(&to) {
        return None;
    }
    Some(format!(
        "{from} -> {to}: it may know {known:?} and nothing else of ours"
    ))
}

fn metadata() -> Metadata {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .args(["--manifest-path", manifest])
        .output()
        .expect("cargo starts");
    serde_json::from_slice(&output.stdout).expect("cargo describes the workspace")
}

fn folder(metadata: &Metadata, path: &Path) -> String {
    path.strip_prefix(&metadata.workspace_root)
        .expect("it lies in the workspace")
        .to_string_lossy()
        .into_owned()
}

/// Every edge between two crates of ours, by their folders.
fn edges(metadata: &Metadata) -> BTreeSet<(String, String)> {
    let mut edges = BTreeSet::new();
    for package in &metadata.packages {
        let from = package.manifest_path.parent().expect("a file has a folder");
        for dependency in &package.dependencies {
            if let Some(path) = &dependency.path
                && dependency.kind.as_deref() != Some("dev")
            {
                let to = folder(metadata, path);
                edges.insert((folder(metadata, from), to));
            }
        }
    }
    edges
}

#[test]
fn every_crate_knows_only_whom_it_may() {
    let metadata = metadata();
    let edges = edges(&metadata);
    for known in [("harness/runner", "adapters"), ("harness/cli", "reports")] {
        let known = (known.0.to_owned(), known.1.to_owned());
        assert!(edges.contains(&known), "{known:?} is not seen: {edges:?}");
    }
    let objections: Vec<String> = edges
        .iter()
        .filter_map(|(from, to)| objection(from, to))
        .collect();
    assert!(
        objections.is_empty(),
        "edges that the house does not have:\n  {}",
        objections.join("\n  ")
    );
}

#[test]
fn every_crate_has_a_rule() {
    let metadata = metadata();
    for package in &metadata.packages {
        let parent = package.manifest_path.parent().expect("a file has a folder");
        let folder = folder(&metadata, parent);
        assert!(may_know(&folder).is_some(), "no rule is about {folder}");
    }
}

#[test]
fn forbidden_edges_are_objected_to() {
    for (from, to) in [
        ("harness/model", "suites"),
        ("reports", "harness/runner"),
        ("suites", "adapters"),
        ("adapters", "harness/runner"),
        ("adapters/boa", "adapters"),
        ("adapters/worker", "harness/server"),
        ("harness/server", "suites"),
        ("harness/runner", "harness/cli"),
        ("harness/conformance", "reports"),
        ("elsewhere", "harness/model"),
    ] {
        let text = objection(from, to).expect("it is forbidden");
        assert!(text.starts_with(from), "{text}");
    }
    assert_eq!(objection("adapters/boa", "adapters/worker"), None);
}
