//! From a file to its tests.

use std::sync::Arc;

use winterproof_model::{Scope, TestId, TestIdError};

use crate::expect::Header;
use crate::meta::{Meta, MetaError};
use crate::root::resolve;

/// A test file of a root.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path inside the root, with a leading slash.
    pub path: String,
    /// What its head says, or what is wrong with it.
    pub meta: Result<Meta, MetaError>,
    /// How its tests say that they end, in the suite that tests the harness.
    pub expect: Option<Header>,
    /// Whether it belongs to a suite that is written for runtimes (a `suite.toml` says so), and
    /// wants none of the aliases that WPT's tests take for granted.
    pub bare: bool,
    /// SHA-256 of its content.
    pub hash: [u8; 32],
}

/// A test: a file in one scope and one variant.
#[derive(Clone, Debug)]
pub struct Test {
    /// Its name.
    pub id: TestId,
    /// The file it comes from.
    pub file: Arc<SourceFile>,
    /// The scope it runs in.
    pub scope: Scope,
}

/// A script that a META comment names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MetaScript {
    /// Its path inside the root, with a leading slash.
    pub path: String,
    /// The query behind it, without the question mark; empty for none. Pipes are in it.
    pub query: String,
}

impl SourceFile {
    fn scopes(&self) -> Vec<Scope> {
        if self.path.ends_with(".worker.js") {
            return vec![Scope::DedicatedWorker];
        }
        if self.path.ends_with(".window.js") {
            return vec![Scope::Window];
        }
        match &self.meta {
            Ok(meta) => meta.globals.scopes(),
            Err(_) => crate::Globals::default().scopes(),
        }
    }

    /// The tests that a runtime with `offered` scopes (best first) makes of this file: one a
    /// variant, in the first scope that both sides have.
    ///
    /// Where there is no common scope, the tests are named after the file's own first scope, and
    /// after a window where it has none; such a test can only be skipped.
    pub fn expand(self: &Arc<Self>, offered: &[Scope]) -> Result<Vec<Test>, TestIdError> {
        let own = self.scopes();
        let scope = offered
            .iter()
            .find(|scope| own.contains(scope))
            .or_else(|| own.first())
            .copied()
            .unwrap_or(Scope::Window);
        let none = [String::new()];
        let variants = match &self.meta {
            Ok(meta) if !meta.variants.is_empty() => meta.variants.as_slice(),
            _ => &none,
        };
        variants
            .iter()
            .map(|variant| {
                Ok(Test {
                    id: TestId::new(&self.path, scope, variant)?,
                    file: Arc::clone(self),
                    scope,
                })
            })
            .collect()
    }

    /// The globals of its META comments, when a test can run in none of them (`shadowrealm`, say).
    pub fn foreign_globals(&self) -> Option<String> {
        let meta = self.meta.as_ref().ok()?;
        self.scopes().is_empty().then(|| meta.globals.to_string())
    }

    /// The META scripts; `Err` holds a reference that leads out of the root.
    pub fn scripts(&self) -> Vec<Result<MetaScript, String>> {
        let Ok(meta) = &self.meta else {
            return Vec::new();
        };
        meta.scripts
            .iter()
            .map(|script| {
                let path = resolve(&self.path, script).ok_or_else(|| script.clone())?;
                let address = script.split('#').next().unwrap_or_default();
                let query = address.split_once('?').map_or("", |(_, query)| query);
                let query = query.to_owned();
                Ok(MetaScript { path, query })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Arc<SourceFile> {
        Arc::new(SourceFile {
            path: path.to_owned(),
            meta: Meta::parse(path, text),
            expect: None,
            bare: false,
            hash: [0; 32],
        })
    }

    fn ids(file: &Arc<SourceFile>, offered: &[Scope]) -> Vec<String> {
        let tests = file.expand(offered).unwrap();
        tests.iter().map(|test| test.id.to_string()).collect()
    }

    #[test]
    fn one_test_a_variant_in_the_best_scope() {
        let any = file("/a/b.any.js", "// META: variant=?1\n// META: variant=?2\n");
        assert_eq!(
            ids(&any, &[Scope::Shell]),
            ["/a/b.any.js?1", "/a/b.any.js?2"]
        );
        assert_eq!(
            ids(&any, &[Scope::DedicatedWorker, Scope::Window]),
            ["/a/b.any.worker.html?1", "/a/b.any.worker.html?2"]
        );
    }

    #[test]
    fn scripts_have_their_queries() {
        let text = "// META: script=/c.js\n// META: script=d.js?pipe=sub&x#y?z\n\
                    // META: script=../../e.js?x\n";
        let script = |path: &str, query: &str| {
            Ok(MetaScript {
                path: path.to_owned(),
                query: query.to_owned(),
            })
        };
        assert_eq!(
            file("/a/b.any.js", text).scripts(),
            [
                script("/c.js", ""),
                script("/a/d.js", "pipe=sub&x"),
                Err("../../e.js?x".to_owned())
            ]
        );
    }

    #[test]
    fn a_file_without_a_common_scope_keeps_its_own() {
        let window = file("/a/b.any.js", "// META: global=window\n");
        assert_eq!(ids(&window, &[Scope::Shell]), ["/a/b.any.html"]);
        let worker = file("/a/b.worker.js", "");
        assert_eq!(ids(&worker, &[Scope::Shell]), ["/a/b.worker.html"]);
        assert_eq!(worker.foreign_globals(), None);
        let foreign = "// META: global=shadowrealm,window-module\n";
        let foreign = file("/a/b.any.js", foreign);
        assert_eq!(ids(&foreign, &[Scope::Window]), ["/a/b.any.html"]);
        assert_eq!(
            foreign.foreign_globals().as_deref(),
            Some("shadowrealm, window-module")
        );
    }
}
