//! A screen for browsers that need one, where there is none: an X server without hardware.

use std::env;
use std::fs;
use std::process::Stdio;
use std::time::Duration;

use rustix::process::Signal;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::group::{self, Group};
use crate::output::Tail;
use crate::process::indented;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A virtual screen; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Display {
    /// What the environment variable `DISPLAY` has to say.
    pub name: String,
    _server: Child,
    group: Group,
    _stderr: Tail,
}

impl Display {
    /// Whether the user has a screen.
    pub fn is_there() -> bool {
        ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    /// Starts a virtual one; `Err` says what is wrong, and what to do.
    pub async fn start() -> Result<Self, String> {
        let failed = |problem: String| {
            format!(
                "there is none: DISPLAY is not set, and {problem}; \
                 `apt-get install xvfb` brings a virtual one on Debian"
            )
        };
        let mut command = Command::new("Xvfb");
        command
            .args([
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
                "1024x768x24",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (mut server, group) = group::spawn(&mut command)
            .map_err(|error| failed(format!("Xvfb does not start: {error}")))?;
        let (Some(stdout), Some(stderr)) = (server.stdout.take(), server.stderr.take()) else {
            return Err(failed("Xvfb has no output".into()));
        };
        let mut stderr = Tail::of(stderr);
        let mut line = String::new();
        let read = timeout(PATIENCE, BufReader::new(stdout).read_line(&mut line)).await;
        let number: Option<u32> = line.trim().parse().ok();
        match (read, number) {
            (Ok(Ok(_)), Some(number)) => Ok(Self {
                name: format!(":{number}"),
                _server: server,
                group,
                _stderr: stderr,
            }),
            (read, _) => {
                let how = match read {
                    Err(_) => format!("Xvfb says nothing within {} s", PATIENCE.as_secs()),
                    Ok(_) => "Xvfb ends at once".to_owned(),
                };
                drop(group);
                let text = indented(&stderr.finish().await);
                Err(failed(format!("{how}{text}")))
            }
        }
    }

    /// The files that it takes its number with.
    fn files(&self) -> [String; 2] {
        let number = &self.name[1..];
        [
            format!("/tmp/.X{number}-lock"),
            format!("/tmp/.X11-unix/X{number}"),
        ]
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked to, it takes its files away.
        self.group.signal(Signal::TERM);
        let is_there = |file: &String| fs::exists(file).unwrap_or(false);
        for _ in 0..20 {
            if !self.files().iter().any(is_there) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
