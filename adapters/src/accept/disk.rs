//! The files themselves: what is written so far is read, and changes are written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Change, Written};
use crate::expectations::ExpectationsError;
use crate::folder::AdapterFolder;
use crate::whole_file::write_whole;

/// A file that can't be changed.
#[derive(Debug, thiserror::Error)]
#[error("failed to {action} {}: {source}", path.display())]
pub struct FileError {
    action: &'static str,
    path: PathBuf,
    source: io::Error,
}

impl Written {
    /// What an adapter's folder has.
    pub fn of_adapter(folder: &AdapterFolder) -> Result<Self, ExpectationsError> {
        Ok(Self {
            files: folder.expectation_texts()?,
            ..Self::default()
        })
    }
}

impl Change {
    /// Writes the file below `folder`, whole or not at all, or removes it. Gives what was done, for people.
    pub fn write(&self, folder: &Path) -> Result<String, FileError> {
        let path = folder.join(&self.path);
        let failed = |action, path: &Path, source| FileError {
            action,
            path: path.to_owned(),
            source,
        };
        if self.after.is_empty() {
            fs::remove_file(&path).map_err(|error| failed("remove", &path, error))?;
            return Ok(format!("removed {}", path.display()));
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| failed("make", parent, error))?;
        }
        write_whole(&path, &self.after).map_err(|error| failed("write", &path, error))?;
        Ok(format!("wrote {}", path.display()))
    }
}
