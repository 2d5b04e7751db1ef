//! Where the binary of a runtime is.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use semver::Version;

use crate::ConnectError;
use crate::cache;
use crate::manifest::{Manifest, NpmPackage};
use crate::spec::RuntimeSpec;

/// A runtime that `winterproof runtimes install` has put into the user's cache folder.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Installed {
    /// The version of its package.
    pub version: Version,
    /// The binary.
    pub binary: PathBuf,
}

impl Installed {
    /// Whether it is this version of the runtime of `manifest`.
    pub fn is(&self, manifest: &Manifest, version: &str) -> bool {
        begins(&self.version, &manifest.package_version(version))
    }
}

/// The folder that installed runtimes of an adapter are in, one folder a version.
pub(crate) fn folder(id: &str) -> Option<PathBuf> {
    Some(cache::folder()?.join("runtimes").join(id))
}

/// The installed runtimes of this adapter, the newest first.
pub(crate) fn installed(manifest: &Manifest) -> Vec<Installed> {
    let Some(package) = manifest.npm_package() else {
        return Vec::new();
    };
    let entries = folder(&manifest.id).and_then(|folder| fs::read_dir(folder).ok());
    let mut found: Vec<Installed> = entries
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            // Whatever else lies there is none.
            let version = Version::parse(entry.file_name().to_str()?).ok()?;
            let binary = binary_of(&entry.path(), package);
            binary.is_file().then_some(Installed { version, binary })
        })
        .collect();
    found.sort_by(|a, b| b.version.cmp(&a.version));
    found
}

/// The binary of a package that npm has installed into `folder`.
pub(crate) fn binary_of(folder: &Path, package: &NpmPackage) -> PathBuf {
    folder
        .join("node_modules")
        .join(&package.name)
        .join(&package.file)
}

/// The binary that `spec` means; `Err` says where it was looked for, and what to do.
pub(crate) fn find(manifest: &Manifest, spec: &RuntimeSpec) -> Result<PathBuf, String> {
    if let Some(path) = &spec.binary {
        return existing(path, || format!("{} is no file", path.display()));
    }
    if let Some(asked) = &spec.version {
        return of_version(manifest, asked);
    }
    let binary = &manifest.binary;
    let mut looked = Vec::new();
    if let Some(variable) = &binary.env {
        // What somebody names and is not there is no runtime to leave out.
        if let Some(path) = env::var_os(variable) {
            let path = PathBuf::from(path);
            return existing(&path, || {
                format!("{variable}={} is no file", path.display())
            });
        }
        looked.push(format!("{variable} is not set"));
    }
    if !binary.path.is_empty() {
        let path = env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
        let mut places = "PATH has".to_owned();
        if binary.cargo.is_some()
            && let Some(folder) = cargo_folder(|variable| env::var_os(variable))
        {
            places = format!("PATH and {} have", folder.display());
            folders.push(folder);
        }
        if let Some(found) = one_of(&binary.path, &folders) {
            return Ok(found);
        }
        looked.push(format!("{places} no {}", binary.path.join(" or ")));
    }
    if let Some(installed) = installed(manifest).into_iter().next() {
        return Ok(installed.binary);
    }
    if looked.is_empty() {
        looked.push("its manifest says nowhere to look".to_owned());
    }
    Err(format!("{}{}", looked.join(", "), remedy(manifest, None)))
}

/// As [`find`], for somebody who wants to start it.
pub(crate) fn binary(manifest: &Manifest, spec: &RuntimeSpec) -> Result<PathBuf, ConnectError> {
    find(manifest, spec).map_err(|looked| ConnectError::NotFound {
        title: manifest.title.clone(),
        looked,
    })
}

/// The first file of one of these names in one of these folders.
fn one_of(names: &[String], folders: &[PathBuf]) -> Option<PathBuf> {
    folders
        .iter()
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// Where `cargo install` puts programs, which need not be in `PATH`.
fn cargo_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let root = variable("CARGO_INSTALL_ROOT").or_else(|| variable("CARGO_HOME"));
    let root = match root {
        Some(root) => PathBuf::from(root),
        None => PathBuf::from(variable("HOME")?).join(".cargo"),
    };
    Some(root.join("bin"))
}

/// The program of this name: in `PATH`, or in the folders of the user's own programs, which need not be
/// there.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    folders.extend(cargo_folder(|variable| env::var_os(variable)));
    folders.extend(env::var_os("HOME").map(|home| Path::new(&home).join(".local/bin")));
    one_of(&[name.to_owned()], &folders)
}

/// Absolute: a bare name would be looked up in `PATH` when it is started.
fn existing(path: &Path, otherwise: impl FnOnce() -> String) -> Result<PathBuf, String> {
    match std::path::absolute(path) {
        Ok(path) if path.is_file() => Ok(path),
        _ => Err(otherwise()),
    }
}

fn of_version(manifest: &Manifest, asked: &str) -> Result<PathBuf, String> {
    let wanted = manifest.package_version(asked);
    let installed = installed(manifest);
    let found = installed.iter().find(|one| begins(&one.version, &wanted));
    if let Some(found) = found {
        return Ok(found.binary.clone());
    }
    let versions: Vec<String> = installed
        .iter()
        .map(|one| one.version.to_string())
        .collect();
    let there = match versions.as_slice() {
        [] => format!("no version of {} is installed", manifest.title),
        _ => format!("installed are {}", versions.join(", ")),
    };
    Err(format!("{there}{}", remedy(manifest, Some(asked))))
}

/// Whether `version` is `wanted`, or is what it begins with up to a dot or a dash.
fn begins(version: &Version, wanted: &str) -> bool {
    let version = version.to_string();
    match version.strip_prefix(wanted) {
        Some(rest) => rest.is_empty() || rest.starts_with(['.', '-', '+']),
        None => false,
    }
}

/// What brings it, as the end of a message.
fn remedy(manifest: &Manifest, version: Option<&str>) -> String {
    let id = &manifest.id;
    let spec = RuntimeSpec {
        version: version.map(str::to_owned),
        ..RuntimeSpec::of(id)
    };
    match manifest.installation(&spec) {
        Some(command) => format!("; `{command}` brings it, `-r {id}=PATH` names it"),
        None => format!("; `-r {id}=PATH` names it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_puts_programs_where_its_variables_say() {
        let folder = |set: &[(&str, &str)]| {
            let found = cargo_folder(|name| {
                let (_, value) = set.iter().find(|(variable, _)| *variable == name)?;
                Some((*value).into())
            });
            found.map(|folder| folder.display().to_string())
        };
        let (home, cargo) = (("HOME", "/h"), ("CARGO_HOME", "/c"));
        assert_eq!(folder(&[]), None);
        assert_eq!(folder(&[home]).as_deref(), Some("/h/.cargo/bin"));
        assert_eq!(folder(&[home, cargo]).as_deref(), Some("/c/bin"));
        let root = ("CARGO_INSTALL_ROOT", "/r");
        assert_eq!(folder(&[home, cargo, root]).as_deref(), Some("/r/bin"));
    }

    #[test]
    fn a_version_is_asked_for_by_how_it_begins() {
        let version = Version::parse("22.3.10").unwrap();
        for wanted in ["22", "22.3", "22.3.10"] {
            assert!(begins(&version, wanted), "{wanted}");
        }
        for wanted in ["2", "22.3.1", "23", "22.3.10.1"] {
            assert!(!begins(&version, wanted), "{wanted}");
        }
    }
}
