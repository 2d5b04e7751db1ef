//! The own web server of a web-platform-tests checkout, for what we don't answer ourselves: Python 3
//! runs the checkout's own code in a process beside us.

mod pass;

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use serde::Deserialize;

pub(crate) use pass::pass;

/// What starts it.
const DRIVER: &str = include_str!("driver.py");

/// Where in a checkout it is.
const SERVE: &str = "tools/serve/serve.py";

/// How long it may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many lines of what it says on standard error are kept.
const KEPT: usize = 5;

/// The own server of a checkout. It runs until this is dropped, and no longer than this process, even
/// if that is killed.
#[derive(Debug)]
pub struct Wptserve {
    process: Process,
    ports: Ports,
}

/// Its process, which leads a group of its own and ends with this.
#[derive(Debug)]
struct Process(Child);

/// The ports of such a server on 127.0.0.1.
#[derive(Clone, Debug, Deserialize)]
pub struct Ports {
    /// For HTTP.
    pub http: [u16; 2],
    /// For HTTP over TLS; they answer where there is a certificate.
    pub https: [u16; 2],
    /// The one that handlers are told for HTTP/2. It does not answer.
    pub h2: u16,
    /// For HTTP without TLS, for requests that came over TLS.
    behind: u16,
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum WptserveError {
    /// There is nothing to run it with.
    #[error("there is no python3 in PATH, which the checkout's wptserve runs in")]
    NoPython,
    /// There is nothing to run.
    #[error("{} has no {SERVE}, which starts a checkout's wptserve", .0.display())]
    NoTools(PathBuf),
    /// It has ended.
    #[error("the checkout's wptserve ended before it answered: {0}")]
    Ended(String),
    /// It does nothing.
    #[error("the checkout's wptserve did not answer within {} s", PATIENCE.as_secs())]
    Late,
    /// It could not be started.
    #[error("the checkout's wptserve could not be started: {0}")]
    Io(#[from] io::Error),
}

impl Wptserve {
    /// Starts that of the checkout in this folder, and waits until it answers.
    pub fn start(checkout: &Path) -> Result<Self, WptserveError> {
        Self::start_with(checkout, None)
    }

    /// The same, with the files of a certificate and its key for TLS.
    pub fn start_with(
        checkout: &Path,
        certificate: Option<[&Path; 2]>,
    ) -> Result<Self, WptserveError> {
        if !checkout.join(SERVE).is_file() {
            return Err(WptserveError::NoTools(checkout.to_owned()));
        }
        let mut child = Command::new("python3")
            .args(["-c", DRIVER])
            .arg(checkout)
            .args(certificate.into_iter().flatten())
            // What is compiled of the checkout's code is not left in it.
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => WptserveError::NoPython,
                _ => error.into(),
            })?;
        let errors = child.stderr.take().map(last_lines);
        let (sender, receiver) = mpsc::channel();
        let stdout = child.stdout.take();
        thread::spawn(move || {
            let Some(mut stdout) = stdout.map(BufReader::new) else {
                return;
            };
            let mut line = String::new();
            let _ = stdout.read_line(&mut line);
            let _ = sender.send(line);
            // Handlers can print.
            let _ = io::copy(&mut stdout, &mut io::sink());
        });
        let process = Process(child);
        let Ok(line) = receiver.recv_timeout(PATIENCE) else {
            return Err(WptserveError::Late);
        };
        match serde_json::from_str(&line) {
            Ok(ports) => Ok(Self { process, ports }),
            Err(_) => {
                drop(process);
                let said = errors.and_then(|errors| errors.join().ok());
                let said = said.filter(|said| !said.is_empty());
                let said = said.unwrap_or_else(|| "it did not say why".to_owned());
                Err(WptserveError::Ended(said))
            }
        }
    }

    /// Where it answers.
    pub fn ports(&self) -> &Ports {
        &self.ports
    }

    /// Its process, which leads a group of its own.
    pub fn id(&self) -> u32 {
        self.process.0.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(leader) = Pid::from_raw(self.0.id().cast_signed()) {
            // Its stash is a process of its own.
            let _ = kill_process_group(leader, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

/// Reads all that comes, and gives the last lines at the end.
fn last_lines(stderr: ChildStderr) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut lines = VecDeque::new();
        // A line without an end is no reason to fill the memory.
        let mut reader = BufReader::new(stderr);
        let mut line = Vec::new();
        while let Ok(1..) = reader.by_ref().take(4096).read_until(b'\n', &mut line) {
            lines.push_back(String::from_utf8_lossy(&line).trim_end().to_owned());
            line.clear();
            if lines.len() > KEPT {
                lines.pop_front();
            }
        }
        Vec::from(lines).join("\n")
    })
}
