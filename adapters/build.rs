//! Makes cargo build this crate again when an adapter gains or loses a file.

use std::fs;

fn main() {
    for entry in fs::read_dir(".").expect("failed to list the adapters") {
        let entry = entry.expect("failed to list the adapters");
        println!("cargo::rerun-if-changed={}", entry.path().display());
    }
}
