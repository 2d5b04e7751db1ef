//! `winterproof import`: expectation files of other runners, turned into ours.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use miette::Result;
use winterproof_adapters::{ImportFormat, ImportOptions, ImportSource, Imported, Lost, import};
use winterproof_model::TestId;

use crate::args::{ForeignFormat, ImportArgs};
use crate::exit::Exit;
use crate::failure::Failure;

/// A file to import: its path, the part of it below the folder that was named, and its text.
struct Read {
    path: String,
    inside: String,
    text: String,
}

pub(crate) fn main(args: &ImportArgs) -> Result<Exit> {
    let format = format(args.format);
    let endings = format.endings();
    let mut files = Vec::new();
    let mut programs = Vec::new();
    for path in &args.files {
        if !path.is_dir() {
            let name = path.file_name().unwrap_or(path.as_os_str());
            files.push(read(path, Path::new(name))?);
            continue;
        }
        let before = files.len();
        let mut found = Vec::new();
        walk(path, &mut found)?;
        for file in found {
            let shown = file.display().to_string();
            if endings.iter().any(|ending| shown.ends_with(ending)) {
                files.push(read(&file, file.strip_prefix(path).unwrap_or(&file))?);
            } else if format.is_program(&shown) {
                programs.push(shown);
            }
        }
        if files.len() == before && programs.is_empty() {
            let path = path.display();
            let endings = endings.join(" or *");
            return Err(Failure::new(format!("there is no file *{endings} in {path}")).into());
        }
    }
    let known = known(args)?;
    let given: BTreeMap<String, String> = args.given.iter().cloned().collect();
    let options = ImportOptions {
        under: args.under.as_deref(),
        reason: args.reason.as_deref(),
        scopes: &args.scopes,
        known: known.as_deref(),
        given: &given,
    };
    let sources: Vec<ImportSource<'_>> = files
        .iter()
        .map(|file| ImportSource {
            path: &file.path,
            inside: &file.inside,
            text: &file.text,
        })
        .collect();
    let mut imported = import(format, &sources, &options).map_err(|error| {
        let failure = Failure::new(&error);
        match error.help {
            Some(help) => failure.help(help),
            None => failure,
        }
    })?;
    imported.lost.extend(programs.into_iter().map(|path| Lost {
        path,
        line: 0,
        what: "the file".into(),
        why: "it is a program, not data; named by itself, it is told how to import it".into(),
    }));
    if let Some(path) = &args.output {
        make_way(path, &imported.text)?;
    }
    super::write_or_print(args.output.as_deref(), &imported.text)?;
    tell(&imported, files.len());
    Ok(match imported.tests {
        0 => Exit::NoTests,
        _ => Exit::Ok,
    })
}

fn format(format: ForeignFormat) -> ImportFormat {
    match format {
        ForeignFormat::Deno => ImportFormat::Deno,
        ForeignFormat::Node => ImportFormat::Node,
        ForeignFormat::Workerd => ImportFormat::Workerd,
        ForeignFormat::Wptrunner => ImportFormat::Wptrunner,
        ForeignFormat::Wptreport => ImportFormat::Wptreport,
    }
}

/// All files in a folder and the folders in it, by name.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failed = |error| Failure::new(format!("failed to list {}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    for path in paths {
        // What links to a folder may lead back here.
        if path.is_dir() && !path.is_symlink() {
            walk(&path, found)?;
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

fn read(path: &Path, inside: &Path) -> Result<Read, Failure> {
    let bytes = fs::read(path)
        .map_err(|error| Failure::new(format!("failed to read {}: {error}", path.display())))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|&&byte| byte == b'\n').count();
        Failure::new(format!("{}:{line}: the text is not UTF-8", path.display()))
    })?;
    Ok(Read {
        path: path.display().to_string(),
        inside: inside.display().to_string(),
        text,
    })
}

/// Makes the folder of a file that is to be written. What somebody wrote before stays as it is.
fn make_way(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| {
            Failure::new(format!("failed to make {}: {error}", folder.display()))
        })?;
    }
    let there = match fs::metadata(path) {
        // A device or a pipe has nothing to lose.
        Ok(there) if !there.is_file() => return Ok(()),
        Ok(_) => fs::read(path),
        Err(error) => Err(error),
    };
    match there {
        Ok(bytes) if bytes == text.as_bytes() => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Ok(_) => {
            let problem = format!("{} is there already, with other content", path.display());
            let help =
                "remove it, or name another file; `accept` brings the entries in it up to date";
            Err(Failure::new(problem).help(help))
        }
        Err(error) => Err(Failure::new(format!(
            "failed to read {}: {error}",
            path.display()
        ))),
    }
}

/// The tests that there are in the root, in order.
fn known(args: &ImportArgs) -> Result<Option<Vec<TestId>>, Failure> {
    let Some(path) = &args.root else {
        return Ok(None);
    };
    let root = super::root(Some(path))?;
    let found = root.discover(&[]).map_err(Failure::new)?;
    let mut ids = Vec::new();
    for file in &found.files {
        let tests = file.expand(&args.scopes).map_err(Failure::new)?;
        ids.extend(tests.into_iter().map(|test| test.id));
    }
    ids.sort();
    Ok(Some(ids))
}

fn tell(imported: &Imported, files: usize) {
    let count = |count: usize, one: &str, several: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {several}"),
    };
    let passing = match imported.passing {
        0 => String::new(),
        passing => format!(
            "; {} altogether, and nothing has to be said of that",
            count(passing, "test passes", "tests pass")
        ),
    };
    eprintln!(
        "imported {}: {}, {} by name{passing}",
        count(files, "file", "files"),
        count(imported.tests, "test or pattern", "tests and patterns"),
        count(imported.subtests, "subtest", "subtests"),
    );
    if !imported.lost.is_empty() {
        let lost = count(imported.lost.len(), "thing", "things");
        eprintln!("did not carry over: {lost}");
        for lost in &imported.lost {
            eprintln!("  {lost}");
        }
    }
    for name in &imported.unasked {
        eprintln!("--given {name}: no condition asks for it");
    }
}
