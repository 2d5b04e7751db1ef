//! `winterproof accept`: expectation files brought up to date with run logs.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use miette::Result;
use similar::TextDiff;
use winterproof_adapters::{
    AcceptError, AdapterFolder, Change, Manifest, Target, Written, accept, own_files,
};
use winterproof_model::log::RunLog;
use winterproof_reports as reports;

use crate::args::AcceptArgs;
use crate::exit::Exit;
use crate::failure::Failure;

pub(crate) fn main(args: &AcceptArgs) -> Result<Exit> {
    let logs = reports::load_all(&args.logs).map_err(Failure::new)?;
    let shown: Vec<String> = args
        .logs
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let logs: Vec<(&str, &RunLog)> = shown
        .iter()
        .map(String::as_str)
        .zip(logs.iter().map(|log| &log.log))
        .collect();
    let Some((_, first)) = logs.first() else {
        return Ok(Exit::NoTests);
    };
    let id = &first.header.runtime.id;
    let (folder, written) = match &args.expectations {
        Some(path) => own(path, id)?,
        None => {
            let folder = folder(args.to.as_deref(), id)?;
            let written = Written::of_adapter(&AdapterFolder::Disk(folder.clone()));
            (folder, written.map_err(Failure::new)?)
        }
    };
    let accepted = accept(&logs, &written).map_err(|error| explain(&error, &folder))?;
    for unsettled in &accepted.unsettled {
        eprintln!(
            "{unsettled} ended in ways that no expectation can express; nothing is written about it"
        );
    }
    if accepted.changes.is_empty() {
        println!("The expectations in {} are up to date", folder.display());
        return Ok(Exit::Ok);
    }
    if args.write {
        for change in &accepted.changes {
            println!("{}", change.write(&folder).map_err(Failure::new)?);
        }
        return Ok(Exit::Ok);
    }
    for change in &accepted.changes {
        print!("{}", diff(change));
    }
    println!(
        "\nNothing was written; `--write` writes this to {}",
        folder.display()
    );
    Ok(Exit::Unexpected)
}

/// The adapter's folder, which the user names or which is where winterproof's sources have it.
fn folder(to: Option<&Path>, id: &str) -> Result<PathBuf, Failure> {
    let folder = to.map_or_else(|| Path::new("adapters").join(id), Path::to_path_buf);
    if !folder.is_dir() {
        return Err(
            Failure::new(format!("there is no folder {}", folder.display())).help(
                "`--to FOLDER` names the folder of the adapter, the one with its adapter.toml",
            ),
        );
    }
    let path = folder.join("adapter.toml");
    let manifest = match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(folder),
        Err(error) => return Err(cannot("read", &path, &error)),
        Ok(text) => Manifest::parse(&path.display().to_string(), &text).map_err(Failure::new)?,
    };
    if manifest.id != id {
        return Err(Failure::new(format!(
            "the logs are of the runtime {id} and {} is of {}",
            path.display(),
            manifest.id
        ))
        .help("`--to FOLDER` names the folder of the adapter that wrote the logs"));
    }
    Ok(folder)
}

/// The user's expectations of the runtime with this id, and the folder that their files are in. What is
/// not there yet is empty.
fn own(path: &Path, id: &str) -> Result<(PathBuf, Written), Failure> {
    let text = |path: &Path| match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", path, &error)),
        Ok(text) => Ok(Some(text)),
    };
    let is_toml = path.extension().is_some_and(|end| end == "toml");
    if path.is_file() || (is_toml && !path.is_dir()) {
        let name = path.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        let written = Written {
            files: text(path)?
                .map(|text| (name.clone(), text))
                .into_iter()
                .collect(),
            target: Target::File(name),
            ..Written::default()
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        return Ok((folder.to_owned(), written));
    }
    let in_folder = |folder: &Path| {
        let files = own_files(folder).map_err(|error| cannot("read", folder, &error))?;
        let both = files
            .into_iter()
            .map(|path| Ok((text(&path)?.unwrap_or_default(), path)));
        both.collect::<Result<Vec<(String, PathBuf)>, Failure>>()
    };
    let folder = path.join(id);
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let files = in_folder(&folder)?.into_iter();
    let shared = in_folder(path)?.into_iter();
    let written = Written {
        target: Target::Folder,
        files: files.map(|(text, path)| (name(&path), text)).collect(),
        shared: shared
            .map(|(text, path)| (path.display().to_string(), text))
            .collect(),
    };
    Ok((folder, written))
}

fn explain(error: &AcceptError, folder: &Path) -> Failure {
    let failure = Failure::new(error);
    match error {
        AcceptError::Incomplete { .. } => {
            failure.help("run the tests again; a filter makes a complete run of fewer tests")
        }
        AcceptError::Root { .. } | AcceptError::Options { .. } => failure.help(
            "`--expectations PATH` names a file or folder of your own, for `run --expectations PATH`",
        ),
        AcceptError::Toml(_) | AcceptError::Pattern { .. } | AcceptError::ByHand { .. } => {
            failure.help(format!("the file is in {}", folder.display()))
        }
        _ => failure,
    }
}

fn diff(change: &Change) -> String {
    let name = |side: &str, text: &str| match text {
        "" => "/dev/null".to_owned(),
        _ => format!("{side}/{}", change.path),
    };
    TextDiff::from_lines(&change.before, &change.after)
        .unified_diff()
        .header(&name("a", &change.before), &name("b", &change.after))
        .to_string()
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("failed to {what} {}: {error}", path.display()))
}
