//! The folder of an adapter: manifest, host script, expectations.

use std::path::PathBuf;
use std::{fs, io};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::expectations::ExpectationsError;
use crate::manifest::Manifest;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR"]
#[include = "*/adapter.toml"]
#[include = "*/host.*"]
#[include = "*/expectations/*.toml"]
struct Files;

/// A folder with an `adapter.toml`.
#[derive(Clone, Debug)]
pub enum AdapterFolder {
    /// One that is part of winterproof, by its name.
    BuiltIn(String),
    /// One of the user's.
    Disk(PathBuf),
}

impl From<PathBuf> for AdapterFolder {
    fn from(path: PathBuf) -> Self {
        Self::Disk(path)
    }
}

impl From<&str> for AdapterFolder {
    fn from(path: &str) -> Self {
        Self::Disk(path.into())
    }
}

impl AdapterFolder {
    /// The folders that are part of winterproof, sorted by name.
    pub fn built_in() -> Vec<Self> {
        let mut names: Vec<String> = Files::iter()
            .filter_map(|path| path.strip_suffix("/adapter.toml").map(str::to_owned))
            .collect();
        names.sort_unstable();
        names.into_iter().map(Self::BuiltIn).collect()
    }

    /// How messages name the file `path` of this folder.
    pub fn shown(&self, path: &str) -> String {
        match self {
            Self::BuiltIn(name) => format!("adapters/{name}/{path}"),
            Self::Disk(folder) => folder.join(path).display().to_string(),
        }
    }

    /// The text of the file at `path`, relative to the folder.
    pub fn read_text(&self, path: &str) -> io::Result<String> {
        match self {
            Self::BuiltIn(name) => {
                let file = Files::get(&format!("{name}/{path}")).ok_or(io::ErrorKind::NotFound)?;
                String::from_utf8(file.data.into_owned())
                    .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
            }
            Self::Disk(folder) => fs::read_to_string(folder.join(path)),
        }
    }

    /// SHA-256 over the manifest and the files that it names, in lower-case hexadecimal; `None` when
    /// one of them can't be read.
    pub fn sha256(&self, manifest: &Manifest) -> Option<String> {
        let command = &manifest.command;
        let files = command.host.iter().chain(&command.files);
        let manifest = "adapter.toml".to_owned();
        let mut whole = Sha256::new();
        for path in std::iter::once(&manifest).chain(files) {
            let text = self.read_text(path).ok()?;
            whole.update((path.len() as u64).to_be_bytes());
            whole.update(path);
            whole.update(Sha256::digest(text));
        }
        let digest = whole.finalize();
        Some(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The files in `expectations`, sorted: path relative to the folder, and text.
    pub(crate) fn expectation_texts(&self) -> Result<Vec<(String, String)>, ExpectationsError> {
        let failed = |path: &str, source| ExpectationsError::Io {
            path: self.shown(path),
            source,
        };
        let files = self.expectation_files();
        let files = files.map_err(|error| failed("expectations", error))?;
        files
            .into_iter()
            .map(|path| match self.read_text(&path) {
                Ok(text) => Ok((path, text)),
                Err(error) => Err(failed(&path, error)),
            })
            .collect()
    }

    /// The files in `expectations`, relative to the folder, sorted.
    fn expectation_files(&self) -> io::Result<Vec<String>> {
        let mut files = match self {
            Self::BuiltIn(name) => {
                let prefix = format!("{name}/");
                Files::iter()
                    .filter_map(|path| path.strip_prefix(&prefix).map(str::to_owned))
                    .filter(|path| path.starts_with("expectations/"))
                    .collect()
            }
            Self::Disk(folder) => match fs::read_dir(folder.join("expectations")) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
                Err(error) => return Err(error),
                Ok(entries) => toml_files(entries)?,
            },
        };
        files.sort_unstable();
        Ok(files)
    }
}

fn toml_files(entries: fs::ReadDir) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in entries {
        if let Ok(name) = entry?.file_name().into_string()
            && name.ends_with(".toml")
        {
            files.push(format!("expectations/{name}"));
        }
    }
    Ok(files)
}
