//! Brings what the crates of Deno leave out of a library: their JavaScript, of which they record no
//! more than where it lay, and the WebAssembly interpreter behind QuickJS.

mod registry;
mod scripts;
mod wamr;

use std::env;
use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=Cargo.toml");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let sources = registry::Sources::find();
    scripts::embed(&sources, &out);
    if env::var_os("CARGO_FEATURE_QUICKJS").is_some() {
        wamr::build(&sources.folder_of("v8x"));
    }
}
