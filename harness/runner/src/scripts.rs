//! The scripts of a test, and what names a suite exactly.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use winterproof_adapters::temporary_folder;
use winterproof_model::log::SuiteInfo;
use winterproof_model::wire::{Script, Text};
use winterproof_server::Server;
use winterproof_suites::{
    MetaScript, SuiteRoot, TESTHARNESS, TESTHARNESSREPORT, Test, testharnessreport,
};

use crate::plan::Plan;

/// How many scripts of a test are the harness: the first ones.
pub(crate) const HARNESS: usize = 2;

/// Reads the scripts of tests; those which many tests share are put into files of the run, once.
#[derive(Debug)]
pub(crate) struct Scripts {
    root: SuiteRoot,
    /// Without one (the disk is full, say) every request has the texts themselves.
    folder: Option<TempDir>,
    shared: Mutex<HashMap<String, Script>>,
}

impl Scripts {
    pub(crate) fn new(root: SuiteRoot) -> Self {
        Self {
            root,
            folder: temporary_folder("scripts-").ok(),
            shared: Mutex::default(),
        }
    }

    /// Everything that has to be evaluated for a test of `file`, in order; `Err` says what is wrong
    /// with the file. Pipes are applied as `server` would for whoever asks at `origin`.
    pub(crate) fn of(
        &self,
        test: &Test,
        server: &Server,
        origin: &str,
    ) -> Result<Vec<Script>, String> {
        let file = &test.file;
        file.meta.as_ref().map_err(ToString::to_string)?;
        let piped = |path: &str, query: &str| {
            let text = server.piped(origin, path, query)?;
            Some(text.map(|text| String::from_utf8_lossy(&text).into_owned()))
        };
        let mut scripts = self.harness()?;
        for script in file.scripts() {
            match script {
                Ok(MetaScript { path, .. }) if path == TESTHARNESS || path == TESTHARNESSREPORT => {
                }
                Ok(MetaScript { path, query }) => scripts.push(match piped(&path, &query) {
                    Some(text) => Script::new(&path, text?),
                    None => self.shared(&path)?,
                }),
                Err(reference) => {
                    return Err(format!(
                        "{}: META script={reference} leads out of the suite root",
                        file.path
                    ));
                }
            }
        }
        // Of all files it is only the worker that is asked for with the variant.
        let query = match file.path.ends_with(".worker.js") {
            true => test.id.variant().strip_prefix('?').unwrap_or_default(),
            false => "",
        };
        let text = piped(&file.path, query).unwrap_or_else(|| self.read(&file.path))?;
        scripts.push(Script::new(&file.path, text));
        Ok(scripts)
    }

    /// What is evaluated before anything of a test.
    pub(crate) fn harness(&self) -> Result<Vec<Script>, String> {
        let paths: [&str; HARNESS] = [TESTHARNESS, TESTHARNESSREPORT];
        let scripts = paths.map(|path| self.shared(path));
        scripts.into_iter().collect()
    }

    fn shared(&self, path: &str) -> Result<Script, String> {
        // Nothing panics while it is locked.
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(script) = shared.get(path) {
            return Ok(script.clone());
        }
        let source = match path {
            TESTHARNESSREPORT => testharnessreport(),
            _ => self.read(path)?,
        };
        let script = Script {
            url: path.to_owned(),
            text: match self.write(shared.len(), &source) {
                Some(file) => Text::File(file),
                None => Text::Source(source),
            },
        };
        shared.insert(path.to_owned(), script.clone());
        Ok(script)
    }

    /// Puts a text into a file of the run.
    fn write(&self, number: usize, source: &str) -> Option<String> {
        let path = self.folder.as_ref()?.path().join(format!("{number}.js"));
        fs::write(&path, source).ok()?;
        path.into_os_string().into_string().ok()
    }

    fn read(&self, path: &str) -> Result<String, String> {
        self.root.read_text(path).map_err(|error| error.to_string())
    }
}

/// What names the tests of `plan` exactly.
///
/// The hash is over path and content of testharness.js, of each planned file and of its META
/// scripts, sorted by path. Files that tests fetch while they run are not part of it.
pub fn suite_info(root: &SuiteRoot, plan: &Plan) -> SuiteInfo {
    let mut hashes: BTreeMap<String, [u8; 32]> = BTreeMap::new();
    let mut add = |path: String| {
        hashes
            .entry(path)
            .or_insert_with_key(|path| match root.read(path) {
                Ok(bytes) => Sha256::digest(&bytes).into(),
                Err(_) => [0; 32],
            });
    };
    add(TESTHARNESS.to_owned());
    for planned in &plan.tests {
        for script in planned.test.file.scripts().into_iter().flatten() {
            add(script.path);
        }
    }
    for planned in &plan.tests {
        let file = &planned.test.file;
        hashes.insert(file.path.clone(), file.hash);
    }
    let mut whole = Sha256::new();
    for (path, hash) in hashes {
        whole.update((path.len() as u64).to_be_bytes());
        whole.update(path);
        whole.update(hash);
    }
    SuiteInfo {
        name: root.name().to_owned(),
        revision: root.folder().and_then(revision),
        hash: whole
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    }
}

/// The commit that a checkout is at, if it is one and git is there.
fn revision(folder: &Path) -> Option<String> {
    if !folder.join(".git").exists() {
        return None;
    }
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["rev-parse", "HEAD"])
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned()).filter(|text| output.status.success() && !text.is_empty())
}
