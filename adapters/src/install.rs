//! Brings runtimes to this machine: from npm, through the user's own npm client, so that the
//! registries, proxies and credentials of their configuration hold.
//!
//! A runtime is installed into a folder of its own below the user's cache folder, one a version. It
//! is put in its place only after it was started once from where npm left it, so a folder that is
//! there is whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use semver::Version;
use serde::Deserialize;
use tokio::process::Command;
use tokio::time::timeout;

use crate::find::{Installed, binary_of, folder};
use crate::manifest::{Manifest, NpmPackage};
use crate::output::last_lines;
use crate::spec::SpecError;

/// How long npm may take; it has time-outs of its own, far below.
const PATIENCE: Duration = Duration::from_secs(15 * 60);

/// Why a runtime could not be installed.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// There is no such runtime.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// No package brings it to this machine.
    #[error("{title} can't be installed from npm on this system{instead}")]
    NoPackage {
        /// The runtime's name.
        title: String,
        /// What to do, as the end of the sentence.
        instead: String,
    },
    /// No home is known.
    #[error("there is no cache folder to install into: set HOME or XDG_CACHE_HOME")]
    NoFolder,
    /// A folder can't be made or moved.
    #[error("failed to {action} {path}: {source}")]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The npm client can't be started.
    #[error("failed to start npm: {0}; it comes with Node.js (https://nodejs.org)")]
    NoNpm(io::Error),
    /// npm did not end.
    #[error("`npm {0}` did not end within 15 minutes and was killed")]
    Hangs(String),
    /// npm failed.
    #[error("`npm {command}` failed ({status}):\n{output}")]
    Npm {
        /// What was run.
        command: String,
        /// How it ended.
        status: std::process::ExitStatus,
        /// What it wrote.
        output: String,
    },
    /// The package is not what the manifest says.
    #[error("the npm package {package} has no {file}, which the manifest of {id} names")]
    Content {
        /// The package.
        package: String,
        /// What is missing.
        file: String,
        /// The adapter.
        id: String,
    },
}

/// A runtime that npm has put into a folder where nobody looks yet.
#[derive(Debug)]
pub struct Staged {
    manifest: Manifest,
    folder: tempfile::TempDir,
    /// What it will be, but for the place of the binary.
    pub installed: Installed,
}

/// Fetches the runtime of `manifest`, in this version or the newest.
pub(crate) async fn fetch(
    manifest: &Manifest,
    version: Option<&str>,
) -> Result<Staged, InstallError> {
    let package = manifest
        .npm_package()
        .ok_or_else(|| InstallError::NoPackage {
            title: manifest.title.clone(),
            instead: manifest.instead(),
        })?;
    let place = folder(&manifest.id).ok_or(InstallError::NoFolder)?;
    fs::create_dir_all(&place).map_err(failed("make the folder", &place))?;
    let staging = tempfile::Builder::new()
        .prefix(".staging-")
        .tempdir_in(&place)
        .map_err(failed("make a folder in", &place))?;
    let wanted = version.map_or("latest".into(), |version| manifest.package_version(version));
    npm(staging.path(), &format!("{}@{wanted}", package.name)).await?;
    let binary = binary_of(staging.path(), package);
    let content = |file: &str| InstallError::Content {
        package: package.name.clone(),
        file: file.to_owned(),
        id: manifest.id.clone(),
    };
    if !binary.is_file() {
        return Err(content(&package.file));
    }
    let version = version_of(staging.path(), package).ok_or_else(|| content("package.json"))?;
    make_executable(&binary).map_err(failed("make executable", &binary))?;
    Ok(Staged {
        manifest: manifest.clone(),
        folder: staging,
        installed: Installed { version, binary },
    })
}

impl Staged {
    /// Puts it where it is found.
    pub fn keep(self) -> Result<Installed, InstallError> {
        let Installed { version, binary } = self.installed;
        let place = folder(&self.manifest.id)
            .ok_or(InstallError::NoFolder)?
            .join(version.to_string());
        if !place.exists() {
            let staging = self.folder.keep();
            fs::rename(&staging, &place).map_err(failed("make the folder", &place))?;
        }
        let binary = match self.manifest.npm_package() {
            Some(package) => binary_of(&place, package),
            None => binary,
        };
        Ok(Installed { version, binary })
    }
}

async fn npm(folder: &Path, package: &str) -> Result<(), InstallError> {
    let mut command = Command::new("npm");
    command
        .args(["install", "--no-audit", "--no-fund", "--no-save"])
        // Nothing of a package runs before it is known to be a runtime.
        .args(["--ignore-scripts", "--global=false", "--prefix"])
        .arg(folder)
        .arg(package)
        .current_dir(folder)
        .stdin(Stdio::null())
        .kill_on_drop(true);
    let shown = format!("install {package}");
    let output = match timeout(PATIENCE, command.output()).await {
        Ok(output) => output.map_err(InstallError::NoNpm)?,
        Err(_) => return Err(InstallError::Hangs(shown)),
    };
    if output.status.success() {
        return Ok(());
    }
    Err(InstallError::Npm {
        command: shown,
        status: output.status,
        output: last_lines(&output.stderr),
    })
}

fn version_of(folder: &Path, package: &NpmPackage) -> Option<Version> {
    #[derive(Deserialize)]
    struct Package {
        version: Version,
    }
    let path = folder
        .join("node_modules")
        .join(&package.name)
        .join("package.json");
    let package: Package = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    Some(package.version)
}

/// Packages of npm lose the mode of their files where their own scripts would set it.
fn make_executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_mode(permissions.mode() | 0o111);
    fs::set_permissions(path, permissions)
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> InstallError {
    let path = path.to_owned();
    move |source| InstallError::Io {
        action,
        path,
        source,
    }
}
