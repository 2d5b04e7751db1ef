//! Makes cargo build this crate again when a suite gains or loses a file.

use std::fs;

fn main() {
    for entry in fs::read_dir(".").expect("failed to list the suites") {
        let entry = entry.expect("failed to list the suites");
        println!("cargo::rerun-if-changed={}", entry.path().display());
    }
}
