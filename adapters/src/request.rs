//! Requests: made with a key that nobody can guess, and brought to a process as its standard input or as
//! a file in a folder of its own.

use std::fs::{self, File};
use std::io::{self, Seek, Write};

#[cfg(target_os = "linux")]
use rustix::fs::{MemfdFlags, memfd_create};
use tempfile::TempDir;
use winterproof_model::wire::{Ask, Request, Text, WIRE_VERSION};

use crate::guard::temporary_folder;

/// The name of the request in its folder.
const FILE: &str = "request.json";

/// How long a secret is.
pub(crate) const SECRET: usize = 32;

/// Hexadecimal digits that nobody can guess.
pub(crate) fn secret() -> io::Result<String> {
    let mut bytes = [0_u8; SECRET / 2];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// A request with a key of its own.
pub(crate) fn request(ask: Ask) -> io::Result<Request> {
    Ok(Request {
        wire: WIRE_VERSION,
        key: secret()?,
        ask,
    })
}

/// The request as a file, so that nothing waits for it to be read.
pub(crate) fn as_file(request: &Request) -> io::Result<File> {
    let mut file = nameless_file()?;
    file.write_all(request.to_line().as_bytes())?;
    file.rewind()?;
    Ok(file)
}

/// The request as `request.json` in a folder, with the texts of all scripts in it.
pub(crate) fn as_folder(mut request: Request) -> io::Result<TempDir> {
    include_scripts(&mut request)?;
    let folder = temporary_folder("test-")?;
    fs::write(folder.path().join(FILE), request.to_line())?;
    Ok(folder)
}

/// In memory where that is possible: a disk's takes longer to make and to take away than the request
/// to write.
fn nameless_file() -> io::Result<File> {
    #[cfg(target_os = "linux")]
    if let Ok(file) = memfd_create("request", MemfdFlags::CLOEXEC) {
        return Ok(file.into());
    }
    tempfile::tempfile()
}

/// Puts the texts of scripts in the place of their files.
pub(crate) fn include_scripts(request: &mut Request) -> io::Result<()> {
    if let Ask::Run(run) = &mut request.ask {
        for script in &mut run.scripts {
            if let Text::File(path) = &script.text {
                script.text = Text::Source(fs::read_to_string(path)?);
            }
        }
    }
    Ok(())
}
