//! The process of a browser: started with a new profile and in a process group of its own, killed as
//! a whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use rustix::process::Signal;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use super::display::Display;
use crate::group::{self, Group};
use crate::guard::temporary_folder;
use crate::manifest::Manifest;
use crate::output::Tail;

/// How long a browser may take to say its version.
const VERSION: Duration = Duration::from_secs(20);

/// How a browser is started.
#[derive(Clone, Debug)]
pub(crate) struct Launch {
    pub binary: PathBuf,
    manifest: Manifest,
    /// A screen of its own.
    display: Option<Arc<Display>>,
    /// The key of the servers, as the browser wants to hear of it.
    key_hash: String,
}

/// A browser that was started; dropping it ends it and everything that it started.
#[derive(Debug)]
pub(crate) struct Browser {
    pub group: Arc<Group>,
    profile: Option<TempDir>,
}

/// The browser's own process, to wait for, and what it writes.
#[derive(Debug)]
pub(crate) struct Process {
    pub child: Child,
    pub stderr: Tail,
    _stdout: Tail,
}

impl Launch {
    pub fn new(
        binary: PathBuf,
        manifest: &Manifest,
        display: Option<Display>,
        key_hash: &str,
    ) -> Self {
        Self {
            binary,
            manifest: manifest.clone(),
            display: display.map(Arc::new),
            key_hash: key_hash.to_owned(),
        }
    }

    fn display(&self) -> Option<(&'static str, &str)> {
        Some(("DISPLAY", self.display.as_ref()?.name.as_str()))
    }

    /// The arguments, before they are filled in.
    pub fn args(&self) -> impl Iterator<Item = &String> {
        let command = &self.manifest.command;
        let is_root = rustix::process::geteuid().is_root();
        let root_args = is_root.then_some(&command.root_args);
        root_args.into_iter().flatten().chain(&command.args)
    }

    /// Starts the browser with the page at `url`.
    pub fn start(&self, url: &str) -> io::Result<(Browser, Process)> {
        let profile = temporary_folder("profile-")?;
        let command = &self.manifest.command;
        for (name, text) in &command.profile {
            fs::write(profile.path().join(name), text)?;
        }
        let folder = profile.path().to_string_lossy().into_owned();
        let fill = |text: &String| {
            text.replace("{profile}", &folder)
                .replace("{key_hash}", &self.key_hash)
                .replace("{url}", url)
        };
        let mut process = Command::new(&self.binary);
        process
            .args(self.args().map(fill))
            .envs(command.env.iter().map(|(name, value)| (name, fill(value))))
            .envs(self.display())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (mut child, group) = group::spawn(&mut process)?;
        let browser = Browser {
            group: Arc::new(group),
            profile: Some(profile),
        };
        let process = Process {
            stderr: Tail::of(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?),
            _stdout: Tail::of(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?),
            child,
        };
        Ok((browser, process))
    }

    /// What the browser says when it is asked for its version.
    pub async fn version(&self) -> io::Result<String> {
        let mut process = Command::new(&self.binary);
        let asked = self.manifest.command.version.clone();
        process
            .args(asked.unwrap_or_else(|| vec!["--version".into()]))
            .envs(self.display());
        let output = group::output(&mut process, VERSION).await?;
        let output = output.ok_or(io::ErrorKind::TimedOut)?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.group.signal(Signal::KILL);
        if let Some(profile) = self.profile.take() {
            remove(profile.keep());
        }
    }
}

/// Removes a profile; processes that were killed just now may still be writing into it.
fn remove(profile: PathBuf) {
    for _ in 0..20 {
        if fs::remove_dir_all(&profile).is_ok() || !Path::new(&profile).exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}
