//! Adapters that are no part of winterproof: a user's folder, and an engine in the user's own binary.

use std::io;
use std::path::{Path, PathBuf};

use crate::folder::AdapterFolder;
use crate::manifest::{self, Manifest, Shape};
use crate::registry::Registry;
use crate::toml_file::TomlError;

/// Why a folder is no adapter.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// It is no folder.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// It has no manifest.
    #[error("the folder {} has no adapter.toml", .0.display())]
    NoManifest(PathBuf),
    /// Its manifest can't be read.
    #[error("failed to read {path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// What its manifest says can't be.
    #[error(transparent)]
    Toml(#[from] TomlError),
}

impl AdapterFolder {
    /// What the folder's `adapter.toml` declares.
    pub fn manifest(&self) -> Result<Manifest, AddError> {
        Ok(read(self)?.0)
    }
}

/// The manifest of a folder, its path and its text.
fn read(folder: &AdapterFolder) -> Result<(Manifest, String, String), AddError> {
    if let AdapterFolder::Disk(path) = folder
        && !path.is_dir()
    {
        return Err(AddError::NoFolder(path.clone()));
    }
    let path = folder.shown("adapter.toml");
    let text = match (folder.read_text("adapter.toml"), folder) {
        (Err(error), AdapterFolder::Disk(folder)) if error.kind() == io::ErrorKind::NotFound => {
            return Err(AddError::NoManifest(folder.clone()));
        }
        (Err(source), _) => return Err(AddError::Io { path, source }),
        (Ok(text), _) => text,
    };
    Ok((Manifest::parse(&path, &text)?, path, text))
}

impl Registry {
    /// Adds the adapter in a folder of the user's: it is known by its id from now on.
    pub fn add(&mut self, folder: &Path) -> Result<(), AddError> {
        let adapter = AdapterFolder::Disk(folder.to_owned());
        let (manifest, path, text) = read(&adapter)?;
        let wrong = |key, problem| AddError::Toml(manifest::error_at(&path, &text, key, problem));
        if let Some(known) = self.folder_of(&manifest.id) {
            return Err(wrong("id", taken(&manifest.id, known)));
        }
        if manifest.shape == Shape::Embedded {
            let problem = "embedded engines are part of winterproof; a folder of yours can have \
                           any other shape";
            return Err(wrong("shape", problem.to_owned()));
        }
        if let Some(host) = &manifest.command.host
            && let Err(error) = adapter.read_text(host)
        {
            let problem = format!(
                "the host script {} can't be read: {error}",
                adapter.shown(host)
            );
            return Err(wrong("host", problem));
        }
        self.insert(adapter, manifest);
        Ok(())
    }

    /// Adds an engine inside this very binary, which serves it when it is started again as
    /// `engine ID`, and gives its id.
    ///
    /// It takes the place of an engine of that id that is not in this build.
    pub fn add_engine(&mut self, folder: AdapterFolder) -> Result<String, AddError> {
        let (manifest, path, text) = read(&folder)?;
        let wrong = |key, problem| AddError::Toml(manifest::error_at(&path, &text, key, problem));
        if manifest.shape != Shape::Embedded {
            let problem = "an engine inside the binary has the shape \"embedded\"";
            return Err(wrong("shape", problem.to_owned()));
        }
        let id = manifest.id.clone();
        if let Some(known) = self.folder_of(&id)
            && !self.is_absent_engine(&id)
        {
            return Err(wrong("id", taken(&id, known)));
        }
        self.remove(&id);
        self.insert(folder, manifest);
        self.engines.push(id.clone());
        Ok(id)
    }
}

fn taken(id: &str, known: &AdapterFolder) -> String {
    format!(
        "the id {id:?} is that of {}; give the adapter another one",
        known.shown("adapter.toml")
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn folder(id: &str, shape: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "id = \"{id}\"\nversion = 1\ntitle = \"Toy\"\nshape = \"{shape}\"\nscopes = [\"shell\"]\n"
        );
        fs::write(folder.path().join("adapter.toml"), text).unwrap();
        folder
    }

    fn add(registry: &mut Registry, folder: &tempfile::TempDir) -> Result<String, String> {
        let folder = AdapterFolder::Disk(folder.path().to_owned());
        let added = registry.add_engine(folder);
        added.map_err(|error| error.to_string())
    }

    #[test]
    fn an_engine_is_present_once_it_is_added() {
        let mut registry = Registry::built_in(&[]).unwrap();
        let toy = folder("toy", "embedded");
        assert_eq!(add(&mut registry, &toy).unwrap(), "toy");
        let present = registry.present();
        assert!(present.iter().any(|spec| spec.id == "toy"), "{present:?}");
        let again = add(&mut registry, &toy).unwrap_err();
        assert!(again.contains("adapter.toml:1: the id \"toy\""), "{again}");
    }

    #[test]
    fn an_engine_that_is_not_in_this_build_gives_way() {
        let boa = folder("boa", "embedded");
        let mut registry = Registry::built_in(&[]).unwrap();
        assert_eq!(add(&mut registry, &boa).unwrap(), "boa");
        let known = registry.manifests().filter(|one| one.id == "boa");
        assert_eq!(known.map(|one| &one.title).collect::<Vec<_>>(), ["Toy"]);
        let mut registry = Registry::built_in(&["boa"]).unwrap();
        let taken = add(&mut registry, &boa).unwrap_err();
        assert!(taken.contains("is that of adapters/boa/"), "{taken}");
    }

    #[test]
    fn an_engine_has_the_shape_of_one() {
        let mut registry = Registry::built_in(&[]).unwrap();
        let node = add(&mut registry, &folder("node", "embedded")).unwrap_err();
        assert!(node.contains("is that of adapters/node/"), "{node}");
        let process = add(&mut registry, &folder("toy", "process")).unwrap_err();
        assert!(process.contains("adapter.toml:4: "), "{process}");
        let nowhere = tempfile::tempdir().unwrap();
        let none = add(&mut registry, &nowhere).unwrap_err();
        assert!(none.ends_with("has no adapter.toml"), "{none}");
    }
}
