//! `winterproof init`: a file of settings and an example for continuous integration.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use miette::Result;

use crate::args::{CiExample, InitArgs};
use crate::config;
use crate::exit::Exit;
use crate::failure::Failure;

const CONFIG: &str = include_str!("../init/winterproof.toml");
const GITHUB: &str = include_str!("../init/github.yml");
const GITLAB: &str = include_str!("../init/gitlab.yml");

pub(crate) fn main(args: &InitArgs) -> Result<Exit> {
    let mut files = vec![(config::FILE, CONFIG)];
    match args.ci {
        CiExample::Github => files.push((".github/workflows/winterproof.yml", GITHUB)),
        CiExample::Gitlab => files.push(("winterproof.gitlab-ci.yml", GITLAB)),
        CiExample::None => {}
    }
    // Nothing is written unless everything can be.
    if let Some((path, _)) = files.iter().find(|(path, _)| Path::new(path).exists()) {
        return Err(Failure::new(format!("{path} is there already; nothing was written")).into());
    }
    for (path, text) in files {
        write_new(Path::new(path), text)?;
        println!("wrote {path}");
    }
    println!("next: fill in what to run on, then `winterproof run`");
    Ok(Exit::Ok)
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::new(format!("{} is there already", path.display())),
        _ => Failure::new(format!("failed to write {}: {error}", path.display())),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
