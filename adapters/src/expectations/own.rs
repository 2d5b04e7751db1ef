//! Files with the user's expectations, for whatever suite root they run.
//!
//! A file is for every runtime. Of a folder, the files right in it are, too, and those in a folder that
//! is named like a runtime (`node/url.toml`) are for that one. Later ones count before earlier ones, and
//! those for one runtime before those for all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Expectations, ExpectationsError};
use crate::registry::Registry;

/// Where they are.
#[derive(Clone, Debug, Default)]
pub struct OwnExpectations {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// The ids of all runtimes that folders can be named like.
    pub runtimes: Vec<String>,
}

impl OwnExpectations {
    /// Those at `paths`, where folders can be named like the runtimes of `registry`.
    pub fn among(paths: Vec<PathBuf>, registry: &Registry) -> Self {
        Self {
            paths,
            runtimes: registry.manifests().map(|one| one.id.clone()).collect(),
        }
    }

    /// What they say of the runtime with this id.
    pub fn of(&self, id: &str) -> Result<Expectations, ExpectationsError> {
        let mut all = Expectations::default();
        for path in &self.paths {
            // A single file is shared by the runtimes of a run as well.
            for file in self.shared_files(path)? {
                all.add_shared(&file.display().to_string(), &read(&file)?)?;
            }
            let own = path.join(id);
            if own.is_dir() {
                for file in toml_files(&own)? {
                    all.add(&file.display().to_string(), &read(&file)?)?;
                }
            }
        }
        Ok(all)
    }

    /// The files at `path` for every runtime.
    fn shared_files(&self, path: &Path) -> Result<Vec<PathBuf>, ExpectationsError> {
        if !path.is_dir() {
            return Ok(vec![path.to_owned()]);
        }
        let entries = sorted(path).map_err(|source| io_error(path, source))?;
        for folder in entries.into_iter().filter(|path| path.is_dir()) {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let known = self.runtimes.iter().any(|id| **id == *name);
            if !known && !name.starts_with('.') {
                return Err(ExpectationsError::NoRuntime {
                    path: folder.display().to_string(),
                    known: self.runtimes.join(", "),
                });
            }
        }
        toml_files(path)
    }
}

/// The files with entries right in a folder, sorted; none where there is no such folder.
pub fn own_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|end| end == "toml");
    let files = sorted(folder)?.into_iter();
    Ok(files
        .filter(|path| is_toml(path) && !path.is_dir())
        .collect())
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, ExpectationsError> {
    own_files(folder).map_err(|source| io_error(folder, source))
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<io::Result<_>>()?;
    paths.sort_unstable();
    Ok(paths)
}

fn read(file: &Path) -> Result<String, ExpectationsError> {
    fs::read_to_string(file).map_err(|source| io_error(file, source))
}

fn io_error(path: &Path, source: io::Error) -> ExpectationsError {
    ExpectationsError::Io {
        path: path.display().to_string(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_for_all_and_folders_for_one_runtime() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, test: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = format!("[[expect]]\ntest = \"/{test}\"\nreason = \"r\"\nall = \"FAIL\"\n");
            fs::write(path, text).unwrap();
        };
        write("all.toml", "all");
        write("node/url.toml", "node");
        write("deno/url.toml", "deno");
        write("README.md", "no entry of any kind");
        let own = OwnExpectations {
            paths: vec![folder.path().to_owned()],
            runtimes: vec!["node".into(), "deno".into()],
        };
        let tests = |id: &str| {
            let entries = own.of(id).unwrap().entries.into_iter();
            entries
                .map(|it| (it.raw.test, it.shared))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            tests("node"),
            [("/all".into(), true), ("/node".into(), false)]
        );
        assert_eq!(tests("bun"), [("/all".into(), true)]);
        write("nodejs/url.toml", "node");
        let error = own.of("node").unwrap_err().to_string();
        assert!(
            error.ends_with("nodejs: there is no runtime of that name; known are node, deno"),
            "{error}"
        );
    }

    #[test]
    fn what_is_not_there_is_told() {
        let own = OwnExpectations {
            paths: vec!["nowhere.toml".into()],
            runtimes: Vec::new(),
        };
        let error = own.of("node").unwrap_err().to_string();
        assert!(
            error.starts_with("failed to read nowhere.toml: "),
            "{error}"
        );
    }
}
