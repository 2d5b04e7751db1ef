//! What holds for every import: what was written can be read, and what is refused has a line.

use std::collections::BTreeMap;

use winterproof_adapters::{Expectations, ImportFormat, ImportOptions, ImportSource, import};
use winterproof_model::Scope;

/// Imports `text` for a runtime's own global and for a browser.
pub fn check(format: ImportFormat, path: &str, text: &str) {
    let given = BTreeMap::from([("debug".to_owned(), "false".to_owned())]);
    let name = path.rsplit('/').next().unwrap_or(path);
    let source = ImportSource {
        path,
        inside: name,
        text,
    };
    for scopes in [
        &[Scope::Shell][..],
        &[Scope::DedicatedWorker, Scope::Window],
    ] {
        let options = ImportOptions {
            under: None,
            reason: None,
            scopes,
            known: None,
            given: &given,
        };
        let lines = 1 + text.matches('\n').count();
        match import(format, &[source], &options) {
            Ok(imported) => {
                let read = Expectations::default().add("a.toml", &imported.text);
                assert!(read.is_ok(), "{read:?}\n{}", imported.text);
                for lost in &imported.lost {
                    assert!(lost.line <= lines, "{lost}");
                }
            }
            Err(error) => assert!((1..=lines).contains(&error.line), "{error}"),
        }
    }
}
