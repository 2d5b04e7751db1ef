//! The JavaScript of the extensions, as a table for `RuntimeOptions::residual_lazy_js_sources`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::registry::Sources;

/// The extension crates whose scripts are loaded.
const EXTENSIONS: &[&str] = &["deno_crypto", "deno_fetch", "deno_web", "deno_webidl"];

pub(crate) fn embed(sources: &Sources, out: &Path) {
    let mut scripts = BTreeMap::new();
    for extension in EXTENSIONS {
        for path in scripts_in(&sources.folder_of(extension)) {
            let text = fs::read_to_string(&path).expect("a script is readable");
            // deno_core takes it for granted.
            assert!(text.is_ascii(), "{} is not ASCII", path.display());
            let name = path
                .file_name()
                .expect("a file has a name")
                .to_string_lossy();
            scripts.insert(format!("ext:{extension}/{name}"), path);
        }
    }
    // fetch() loads it and needs nothing of it.
    let tls = fs::canonicalize("src/tls.js").expect("our own script is there");
    scripts.insert(String::from("ext:deno_net/02_tls.js"), tls);
    // Sorted by name: deno_core searches it so.
    let mut table = String::from("&[\n");
    for (name, path) in scripts {
        let _ = writeln!(table, "    ({name:?}, include_str!({path:?})),");
    }
    table.push_str("]\n");
    fs::write(out.join("scripts.rs"), table).expect("the output folder is writable");
}

fn scripts_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).expect("a package's folder is readable");
    entries
        .map(|entry| entry.expect("a package's folder is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
}
