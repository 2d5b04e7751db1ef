//! A suite root: a folder in WPT's layout, embedded or on disk.
//!
//! Paths inside a root are written with a leading slash, as a URL's path is. Nothing outside the
//! root is ever read: neither through `..` nor through a symbolic link.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::beneath::Beneath;
use crate::embedded;

/// Where test files come from.
#[derive(Clone, Debug)]
pub struct SuiteRoot {
    name: String,
    place: Place,
    /// The folder as the system holds it open, for a root on disk where there is such a thing.
    beneath: Option<Arc<Beneath>>,
}

#[derive(Clone, Debug)]
pub(crate) enum Place {
    Embedded,
    /// The folder, canonical.
    Disk(PathBuf),
}

/// Paths that WPT's server answers with another file (its `rewrites`).
const REWRITTEN: [(&str, &str); 1] = [(
    "resources/WebIDLParser.js",
    "resources/webidl2/lib/webidl2.js",
)];

/// Why a folder is no suite root.
#[derive(Debug, thiserror::Error)]
pub enum RootError {
    /// It can't be opened.
    #[error("failed to open the suite root {path}: {source}")]
    Open {
        /// The folder as it was given.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// It is a file.
    #[error("the suite root {0} is not a folder")]
    NotAFolder(String),
    /// It has no testharness.js.
    #[error(
        "{0} has no resources/testharness.js; a suite root is a folder in web-platform-tests' layout"
    )]
    NoTestharness(String),
}

/// Why a file of a root can't be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none.
    #[error("{0} does not exist in the suite root")]
    Missing(String),
    /// It lies elsewhere.
    #[error("{0} lies outside the suite root, which is refused")]
    Outside(String),
    /// It is no text.
    #[error("{0} is not valid UTF-8")]
    NotUtf8(String),
    /// The system failed to read it.
    #[error("failed to read {path}: {source}")]
    Io {
        /// The path inside the root.
        path: String,
        /// What the system said.
        source: io::Error,
    },
}

impl SuiteRoot {
    /// Our own suites.
    pub fn embedded() -> Self {
        Self {
            name: "winterproof".to_owned(),
            place: Place::Embedded,
            beneath: None,
        }
    }

    /// The folder at `path`.
    pub fn open(path: &Path) -> Result<Self, RootError> {
        let shown = path.display().to_string();
        let folder = fs::canonicalize(path).map_err(|source| RootError::Open {
            path: shown.clone(),
            source,
        })?;
        if !folder.is_dir() {
            return Err(RootError::NotAFolder(shown));
        }
        if !folder.join("resources/testharness.js").is_file() {
            return Err(RootError::NoTestharness(shown));
        }
        let name = folder
            .file_name()
            .map_or_else(|| "root".to_owned(), |n| n.to_string_lossy().into_owned());
        Ok(Self {
            name,
            beneath: Beneath::open(&folder).map(Arc::new),
            place: Place::Disk(folder),
        })
    }

    /// A name for people: `winterproof` for the embedded root, else the folder's own.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The folder, for a root on disk.
    pub fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Embedded => None,
            Place::Disk(folder) => Some(folder),
        }
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// The bytes of the file at `path`.
    pub fn read(&self, path: &str) -> Result<Cow<'static, [u8]>, ReadError> {
        let inside = rewritten(path).ok_or_else(|| ReadError::Outside(path.to_owned()))?;
        let folder = match &self.place {
            Place::Embedded => {
                return embedded::read(&inside).ok_or_else(|| ReadError::Missing(path.to_owned()));
            }
            Place::Disk(folder) => folder,
        };
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                ReadError::Missing(path.to_owned())
            }
            _ => ReadError::Io {
                path: path.to_owned(),
                source,
            },
        };
        if let Some(read) = self.beneath.as_ref().and_then(|root| root.read(&inside)) {
            return read.map(Cow::Owned).map_err(failed);
        }
        let file = fs::canonicalize(folder.join(&inside)).map_err(failed)?;
        if !file.starts_with(folder) {
            return Err(ReadError::Outside(path.to_owned()));
        }
        fs::read(&file).map(Cow::Owned).map_err(failed)
    }

    /// Whether there is a file at `path`.
    pub fn has(&self, path: &str) -> bool {
        let Some(inside) = rewritten(path) else {
            return false;
        };
        let folder = match &self.place {
            Place::Embedded => return embedded::read(&inside).is_some(),
            Place::Disk(folder) => folder,
        };
        let has = self.beneath.as_ref().and_then(|root| root.has(&inside));
        has.unwrap_or_else(|| {
            let file = fs::canonicalize(folder.join(&inside));
            file.is_ok_and(|file| file.starts_with(folder) && file.is_file())
        })
    }

    /// The names in the folder at `path`, sorted, those of folders with a slash behind; `None` when
    /// there is no such folder.
    pub fn list(&self, path: &str) -> Option<Vec<String>> {
        let inside = inside(path)?;
        let mut names: Vec<String> = match &self.place {
            Place::Embedded => embedded::paths()
                .iter()
                .filter_map(|file| below(file, &inside))
                .collect(),
            Place::Disk(folder) => {
                let found = fs::canonicalize(folder.join(inside)).ok()?;
                if !found.starts_with(folder) {
                    return None;
                }
                let entries = fs::read_dir(found).ok()?.flatten();
                entries
                    .filter_map(|entry| {
                        let name = entry.file_name().into_string().ok()?;
                        let slash = if entry.path().is_dir() { "/" } else { "" };
                        Some(name + slash)
                    })
                    .collect()
            }
        };
        names.sort_unstable();
        names.dedup();
        let is_there = !names.is_empty() || self.folder().is_some();
        is_there.then_some(names)
    }

    /// When the folder at `path` last gained or lost a file; `None` when that can't be told.
    pub fn changed(&self, path: &str) -> Option<SystemTime> {
        let folder = self.folder()?.join(inside(path)?);
        fs::metadata(folder).ok()?.modified().ok()
    }

    /// The text of the file at `path`, without a byte order mark.
    pub fn read_text(&self, path: &str) -> Result<String, ReadError> {
        let bytes = self.read(path)?.into_owned();
        let text = String::from_utf8(bytes).map_err(|_| ReadError::NotUtf8(path.to_owned()))?;
        Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        })
    }
}

/// The path relative to the root of what stands for `path`; `None` when it leads out.
fn rewritten(path: &str) -> Option<String> {
    let inside = inside(path)?;
    let found = REWRITTEN.iter().find(|(from, _)| *from == inside);
    Some(found.map_or(inside, |(_, to)| (*to).to_owned()))
}

/// The path relative to the root with `.` and `..` resolved; `None` when it leads out.
fn inside(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ if part.contains(['\\', '\0']) => return None,
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The name of what is in `folder` and is, or leads to, the file at this path.
fn below(file: &str, folder: &str) -> Option<String> {
    let rest = match folder {
        "" => file,
        _ => file.strip_prefix(folder)?.strip_prefix('/')?,
    };
    Some(match rest.split_once('/') {
        Some((name, _)) => format!("{name}/"),
        None => rest.to_owned(),
    })
}

/// What `reference` means inside the file at `path`: absolute from the root, or relative to the
/// file's folder. A query or fragment is not part of the file's name.
pub(crate) fn resolve(path: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next().unwrap_or_default();
    let whole = if reference.starts_with('/') {
        reference.to_owned()
    } else {
        let folder = path.rfind('/').map_or("", |at| &path[..at]);
        format!("{folder}/{reference}")
    };
    inside(&whole).map(|inside| format!("/{inside}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_inside_the_root() {
        let cases = [
            ("/a/b.any.js", "c.js", Some("/a/c.js")),
            ("/a/b.any.js", "../c.js?x=1", Some("/c.js")),
            ("/a/b.any.js", "/c/./d.js", Some("/c/d.js")),
            ("/a/b.any.js", "../../c.js", None),
            ("/a/b.any.js", "/../c.js", None),
        ];
        for (path, reference, expected) in cases {
            assert_eq!(resolve(path, reference).as_deref(), expected, "{reference}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_what_lies_inside_is_read() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("root");
        fs::create_dir_all(folder.join("resources")).unwrap();
        fs::write(folder.join("resources/testharness.js"), "").unwrap();
        fs::create_dir_all(folder.join("resources/webidl2/lib")).unwrap();
        fs::write(folder.join("resources/webidl2/lib/webidl2.js"), "").unwrap();
        fs::write(outer.path().join("secret.js"), "").unwrap();
        std::os::unix::fs::symlink(outer.path().join("secret.js"), folder.join("link.js")).unwrap();
        let root = SuiteRoot::open(&folder).unwrap();
        assert!(matches!(root.read("/link.js"), Err(ReadError::Outside(_))));
        assert!(matches!(
            root.read("/../secret.js"),
            Err(ReadError::Outside(_))
        ));
        assert!(matches!(root.read("/none.js"), Err(ReadError::Missing(_))));
        assert!(root.read("/resources/testharness.js").is_ok());
        assert!(root.read("/resources/WebIDLParser.js").is_ok());
        for (path, has) in [
            ("/resources/testharness.js", true),
            ("/resources/WebIDLParser.js", true),
            ("/resources", false),
            ("/none.js", false),
            ("/link.js", false),
            ("/../secret.js", false),
        ] {
            assert_eq!(root.has(path), has, "{path}");
        }
        assert_eq!(
            root.list("/resources").unwrap(),
            ["testharness.js", "webidl2/"]
        );
        assert_eq!(root.list("/.."), None);
        assert_eq!(root.list("/none"), None);
    }

    #[test]
    fn the_embedded_root_has_folders_too() {
        let root = SuiteRoot::embedded();
        assert!(root.list("/").unwrap().contains(&"url/".to_owned()));
        let names = root.list("/resources/").unwrap();
        assert!(names.contains(&"testharness.js".to_owned()));
        assert_eq!(root.list("/resources/testharness.js"), None);
    }
}
