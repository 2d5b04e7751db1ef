//! Where the files of tests are in the checkout that winterproof stands in.

use std::path::{Component, Path, PathBuf};

use winterproof_model::TestId;
use winterproof_reports::NamedLog;

/// The folders that tests may lie in, relative to this one.
pub(crate) struct Places(Vec<PathBuf>);

impl Places {
    /// The root that the user names, or where roots usually are: a folder of that name, our own
    /// `suites`, this folder.
    pub(crate) fn new(root: Option<&Path>, logs: &[NamedLog]) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        if let Some(root) = root {
            // A checkout knows its files by paths from its top.
            let relative = root.strip_prefix(&here).unwrap_or(root);
            return Self(vec![relative.to_owned()]);
        }
        let names = logs
            .iter()
            .map(|named| named.log.header.suite.name.as_str());
        let mut folders: Vec<PathBuf> = Vec::new();
        for name in names.chain(["suites", ""]) {
            let folder = PathBuf::from(name);
            if plain(&folder) && !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        Self(folders)
    }

    /// The path of a test's file, if it is there.
    pub(crate) fn of(&self, id: &TestId) -> Option<String> {
        let source = id.source();
        let source = Path::new(source.trim_start_matches('/'));
        if !plain(source) {
            return None;
        }
        let mut files = self.0.iter().map(|folder| folder.join(source));
        let file = files.find(|file| file.is_file())?;
        Some(file.to_string_lossy().replace('\\', "/"))
    }
}

/// Whether a path stays below where it begins: logs come from anywhere.
fn plain(path: &Path) -> bool {
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
}
