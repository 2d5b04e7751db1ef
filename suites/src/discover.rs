//! Which files of a root are test files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use winterproof_model::Requirement;

use crate::area::{Area, AreaError};
use crate::embedded;
use crate::expect::Header;
use crate::meta::Meta;
use crate::requirements::{self, RequirementsError};
use crate::root::{Place, ReadError, SuiteRoot};
use crate::test::SourceFile;

/// What was found in a root.
#[derive(Clone, Debug, Default)]
pub struct Discovered {
    /// The test files, sorted by path.
    pub files: Vec<Arc<SourceFile>>,
    /// The areas with a `suite.toml`, by folder.
    pub areas: BTreeMap<String, Area>,
    /// The requirement maps of the areas that have one, by folder.
    pub requirements: BTreeMap<String, Arc<[Requirement]>>,
}

/// Why a root can't be searched.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    /// A folder can't be listed.
    #[error("failed to list {path}: {source}")]
    List {
        /// The folder.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file can't be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// An area's description is wrong.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// A requirement map is wrong.
    #[error(transparent)]
    Requirements(#[from] RequirementsError),
}

/// Folders whose files only support tests, wherever they stand (WPT's manifest does the same).
const NO_TESTS_IN: [&str; 2] = ["resources", "support"];
/// Folders at the root that hold no tests.
const NO_TESTS_AT_ROOT: [&str; 3] = ["common", "tools", "node_modules"];

fn is_test_name(name: &str) -> bool {
    [".any.js", ".worker.js", ".window.js"]
        .iter()
        .any(|suffix| name.len() > suffix.len() && name.ends_with(suffix))
}

/// Whether tests may stand in a folder of that name, `depth` folders below the root.
fn may_hold_tests(name: &str, depth: usize) -> bool {
    let never = name.starts_with('.') || NO_TESTS_IN.contains(&name);
    !never && (depth > 0 || !NO_TESTS_AT_ROOT.contains(&name))
}

fn is_test_path(path: &str) -> bool {
    let mut parts: Vec<&str> = path.split('/').collect();
    let name = parts.pop().unwrap_or_default();
    is_test_name(name)
        && !name.starts_with('.')
        && parts
            .iter()
            .enumerate()
            .all(|(at, part)| may_hold_tests(part, at))
}

impl SuiteRoot {
    /// Finds the test files whose path (with a leading slash) begins with one of `prefixes`, or all
    /// of them when there are none. On disk, a prefix that names a folder means that folder alone.
    pub fn discover(&self, prefixes: &[String]) -> Result<Discovered, DiscoverError> {
        let mut paths = match self.place() {
            Place::Embedded => {
                let mut paths = embedded::paths();
                paths.retain(|path| is_test_path(path));
                paths
            }
            Place::Disk(folder) => on_disk(folder, prefixes)?,
        };
        paths.sort_unstable();
        paths.dedup();
        let mut found = Discovered::default();
        let mut last = String::new();
        for path in paths {
            let path = format!("/{path}");
            if !prefixes.is_empty() && !prefixes.iter().any(|prefix| path.starts_with(prefix)) {
                continue;
            }
            let folder = path[1..].split('/').next().unwrap_or_default();
            // Paths are sorted: whatever belongs to an area comes in one piece.
            if folder != last {
                if let Some(area) = Area::load(self, folder)? {
                    found.areas.insert(folder.to_owned(), area);
                }
                if let Some(map) = requirements::load(self, folder)? {
                    found.requirements.insert(folder.to_owned(), map.into());
                }
                last = folder.to_owned();
            }
            let bare = found.areas.contains_key(folder);
            found.files.push(Arc::new(self.source_file(path, bare)?));
        }
        Ok(found)
    }

    fn source_file(&self, path: String, bare: bool) -> Result<SourceFile, ReadError> {
        let bytes = self.read(&path)?;
        // A file which is not UTF-8 is decoded as a browser would: what is wrong becomes U+FFFD.
        let text = String::from_utf8_lossy(&bytes);
        let (meta, expect) = match Header::parse(&path, &text) {
            Ok(expect) => (Meta::parse(&path, &text), expect),
            Err(error) => (Err(error), None),
        };
        Ok(SourceFile {
            meta,
            expect,
            bare,
            hash: Sha256::digest(&bytes).into(),
            path,
        })
    }
}

fn on_disk(root: &Path, prefixes: &[String]) -> Result<Vec<String>, DiscoverError> {
    let mut paths = Vec::new();
    if prefixes.is_empty() {
        walk(root, "", 0, &mut paths)?;
    }
    for prefix in prefixes {
        // The folder part of a prefix is enough to spare the walk of a whole checkout.
        let start = match prefix.rfind('/') {
            Some(at) => prefix[..at].trim_start_matches('/'),
            None => "",
        };
        let whole = prefix.trim_matches('/');
        let start = if root.join(whole).is_dir() {
            whole
        } else {
            start
        };
        if start.split('/').any(|part| part == "..") || !root.join(start).is_dir() {
            continue;
        }
        let depth = if start.is_empty() {
            0
        } else {
            start.split('/').count()
        };
        walk(root, start, depth, &mut paths)?;
    }
    paths.retain(|path| is_test_path(path));
    Ok(paths)
}

fn walk(
    root: &Path,
    folder: &str,
    depth: usize,
    found: &mut Vec<String>,
) -> Result<(), DiscoverError> {
    let failed = |source| DiscoverError::List {
        path: root.join(folder).display().to_string(),
        source,
    };
    for entry in fs::read_dir(root.join(folder)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        // A link to a folder is not followed: it could lead out of the root or in a circle.
        if entry.file_type().map_err(failed)?.is_dir() {
            if may_hold_tests(&name, depth) {
                walk(root, &path, depth + 1, found)?;
            }
        } else if is_test_name(&name) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_folders_hold_no_tests() {
        assert!(is_test_path("url/a.any.js"));
        assert!(is_test_path("url/deep/a.worker.js"));
        assert!(!is_test_path("url/resources/a.any.js"));
        assert!(!is_test_path("common/a.any.js"));
        assert!(is_test_path("url/common/a.any.js"));
        assert!(!is_test_path("url/a.js"));
        assert!(!is_test_path(".git/a.any.js"));
    }

    #[test]
    fn a_root_on_disk_is_searched_below_the_prefix() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for path in [
            "resources/testharness.js",
            "a/x.any.js",
            "a/b/y.window.js",
            "ab/z.any.js",
        ] {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let root = SuiteRoot::open(root).unwrap();
        let paths = |prefix: &str| -> Vec<String> {
            let found = root.discover(&[prefix.to_owned()]).unwrap();
            found.files.iter().map(|file| file.path.clone()).collect()
        };
        assert_eq!(paths("/a/"), ["/a/b/y.window.js", "/a/x.any.js"]);
        assert_eq!(paths("/a"), ["/a/b/y.window.js", "/a/x.any.js"]);
        assert_eq!(paths("/ab/"), ["/ab/z.any.js"]);
        assert_eq!(paths("/a/x"), ["/a/x.any.js"]);
        assert!(paths("/../").is_empty());
    }
}
