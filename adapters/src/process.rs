//! The shape "process": one process runs one test.
//!
//! The request is the process's standard input (a file, so that nothing waits for it to be read),
//! messages come over file descriptor 3, standard output and error are the test's own. Every
//! process leads a process group of its own, which is killed as a whole; on Linux it also dies with
//! the thread that started it, should winterproof itself be killed.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use command_fds::{CommandFdExt, FdMapping};
use rustix::buffer::spare_capacity;
#[cfg(target_os = "linux")]
use rustix::fs::{MemfdFlags, memfd_create};
use rustix::io::{Errno, ioctl_fionbio, read};
use rustix::process::{Pid, Signal as OsSignal, kill_process_group};
use tokio::net::unix::pipe;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, sleep_until, timeout};
use winterproof_model::RuntimeInfo;
use winterproof_model::wire::{Ask, Message, Request, Run, WIRE_VERSION, WireError};

use crate::guard::{Watched, watch};
use crate::info::runtime_info;
use crate::manifest::Manifest;
use crate::output::Tail;
use crate::{ConnectError, Ended, Execution, Session, SessionError, Signal};

/// The file descriptor that messages come over.
const CHANNEL: i32 = 3;

/// How long the channel may stay open after the end of the process.
const LINGER: Duration = Duration::from_millis(500);

/// How long messages are let pile up in the channel before they are read: to be woken by each would
/// cost more than the message itself does. The end of the process ends the wait.
const GATHER: Duration = Duration::from_millis(4);

/// How much there is room for in the buffer, at least, when the channel is read.
const ROOM: usize = 16 * 1024;

/// No message is longer; the report hook cuts far below it.
const LONGEST_MESSAGE: usize = 1024 * 1024;

/// How much is kept of a line that does not end.
const LONGEST_LINE: usize = 4 * LONGEST_MESSAGE;

/// How a process is started.
#[derive(Clone, Debug)]
pub(crate) struct Launch {
    /// The adapter, for messages.
    pub id: String,
    pub binary: PathBuf,
    pub args: Vec<String>,
    pub env: Vec<(String, String)>,
    /// Holds the host script for as long as it is needed.
    pub _host_folder: Option<Arc<tempfile::TempDir>>,
}

/// Processes of one binary.
#[derive(Debug)]
pub(crate) struct ProcessSession {
    launch: Launch,
    info: RuntimeInfo,
}

impl ProcessSession {
    /// Starts the runtime once and asks who it is; it has `patience` to answer.
    pub(crate) async fn connect(
        launch: Launch,
        manifest: &Manifest,
        patience: Duration,
    ) -> Result<Self, ConnectError> {
        let binary = launch.binary.display().to_string();
        let mut execution = launch
            .start(Ask::Hello)
            .map_err(|source| ConnectError::Start {
                binary: binary.clone(),
                source,
            })?;
        let hello = match timeout(patience, execution.next()).await {
            Ok(Ok(Signal::Message(Message::Hello(hello)))) => hello,
            Ok(Err(error)) => return Err(error.into()),
            Ok(Ok(other)) => {
                let ended = execution.end(Duration::from_secs(1)).await;
                let how = match (other, ended.status) {
                    (Signal::Message(_), _) => "it said something else first".to_owned(),
                    (Signal::Ended, Some(status)) => status.to_string(),
                    (Signal::Ended, None) => "it had to be killed".to_owned(),
                };
                let stderr = indented(&ended.stderr_tail);
                return Err(ConnectError::Silent {
                    binary,
                    how,
                    stderr,
                });
            }
            Err(_) => {
                let ended = execution.end(Duration::ZERO).await;
                let stderr = indented(&ended.stderr_tail);
                let seconds = patience.as_secs();
                return Err(ConnectError::Hangs {
                    binary,
                    seconds,
                    stderr,
                });
            }
        };
        execution.end(Duration::from_secs(1)).await;
        let info = RuntimeInfo {
            binary: manifest.command.host.is_some().then_some(binary),
            flags: manifest.command.args.clone(),
            ..runtime_info(manifest, hello)
        };
        Ok(Self { launch, info })
    }
}

fn indented(stderr: &str) -> String {
    let mut text = String::new();
    for line in stderr.trim().lines() {
        text.push_str("\n    ");
        text.push_str(line);
    }
    text
}

#[async_trait]
impl Session for ProcessSession {
    fn info(&self) -> &RuntimeInfo {
        &self.info
    }

    async fn start(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        let execution = self
            .launch
            .start(Ask::Run(Box::new(run)))
            .map_err(|source| SessionError::Io {
                action: "start the process of a test",
                source,
            })?;
        Ok(Box::new(execution))
    }
}

impl Launch {
    fn start(&self, ask: Ask) -> io::Result<Process> {
        let mut secret = [0_u8; 16];
        getrandom::fill(&mut secret).map_err(io::Error::other)?;
        let key = format!("{:032x}", u128::from_be_bytes(secret));
        let request = Request {
            wire: WIRE_VERSION,
            key,
            ask,
        };

        let mut stdin = request_file()?;
        stdin.write_all(request.to_line().as_bytes())?;
        stdin.rewind()?;
        let (channel, far_end) = io::pipe()?;
        let mut command = Command::new(&self.binary);
        command
            .args(&self.args)
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::from(stdin))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .kill_on_drop(true)
            .fd_mappings(vec![FdMapping {
                parent_fd: far_end.into(),
                child_fd: CHANNEL,
            }])
            .map_err(io::Error::other)?;
        die_with_parent(&mut command);
        let mut child = command.spawn()?;
        // The command holds our copy of the far end; the channel ends only when it is gone too.
        drop(command);
        let stdout = Tail::of(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
        let stderr = Tail::of(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?);
        let group = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        Ok(Process {
            id: self.id.clone(),
            key: request.key,
            child,
            group,
            _watched: group.map(watch),
            channel: Some(Channel::new(channel.into())?),
            ended: None,
            linger: Instant::now(),
            stdout,
            stderr,
        })
    }
}

/// A file without a name. In memory where that is possible: a disk's takes longer to make and to take
/// away than the request to write.
fn request_file() -> io::Result<File> {
    #[cfg(target_os = "linux")]
    if let Ok(file) = memfd_create("request", MemfdFlags::CLOEXEC) {
        return Ok(file.into());
    }
    tempfile::tempfile()
}

#[cfg(target_os = "linux")]
fn die_with_parent(command: &mut Command) {
    #[expect(
        unsafe_code,
        reason = "pre_exec is unsafe by nature; prctl is safe to call there"
    )]
    // SAFETY: between fork and exec only one async-signal-safe system call is made.
    unsafe {
        command.pre_exec(|| {
            rustix::process::set_parent_process_death_signal(Some(OsSignal::KILL))?;
            Ok(())
        });
    }
}

#[cfg(not(target_os = "linux"))]
fn die_with_parent(_command: &mut Command) {}

/// A process that runs a test.
#[derive(Debug)]
struct Process {
    id: String,
    key: String,
    child: Child,
    group: Option<Pid>,
    _watched: Option<Watched>,
    /// `None` once it has been read to its end.
    channel: Option<Channel>,
    ended: Option<ExitStatus>,
    /// Until when the channel is read after the end of the process.
    linger: Instant,
    stdout: Tail,
    stderr: Tail,
}

impl Process {
    fn kill_group(&self) {
        if let Some(group) = self.group {
            // It may have ended by itself in the meantime.
            let _ = kill_process_group(group, OsSignal::KILL);
        }
    }

    /// The process is gone: so goes what it left behind, which would hold the channel open.
    fn has_ended(&mut self, status: ExitStatus) {
        self.ended = Some(status);
        self.linger = Instant::now() + LINGER;
        self.kill_group();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.ended.is_none() {
            self.kill_group();
        }
    }
}

fn failed(action: &'static str) -> impl FnOnce(io::Error) -> SessionError {
    move |source| SessionError::Io { action, source }
}

#[async_trait]
impl Execution for Process {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        loop {
            let Some(channel) = &mut self.channel else {
                return Ok(Signal::Ended);
            };
            match channel.message(&self.key) {
                Some(Ok(Message::Fault { message })) => {
                    return Err(SessionError::Fault {
                        id: self.id.clone(),
                        message,
                    });
                }
                Some(Ok(message)) => return Ok(Signal::Message(message)),
                Some(Err(source)) => {
                    return Err(SessionError::Wire {
                        id: self.id.clone(),
                        source,
                    });
                }
                None => {}
            }
            tokio::select! {
                read = channel.fill(self.ended.is_none()) => {
                    if read.map_err(failed("read the channel of a test"))? == 0 {
                        self.channel = None;
                    }
                }
                status = self.child.wait(), if self.ended.is_none() => {
                    self.has_ended(status.map_err(failed("wait for the process of a test"))?);
                }
                () = sleep_until(self.linger), if self.ended.is_some() => self.channel = None,
            }
        }
    }

    async fn end(&mut self, grace: Duration) -> Ended {
        self.channel = None;
        if self.ended.is_none() {
            match timeout(grace, self.child.wait()).await {
                Ok(Ok(status)) => self.has_ended(status),
                _ => {
                    self.kill_group();
                    // Only reaps: what it says is that we killed it.
                    let _ = self.child.wait().await;
                }
            }
        }
        Ended {
            status: self.ended,
            stdout_tail: self.stdout.finish().await,
            stderr_tail: self.stderr.finish().await,
        }
    }
}

/// The near end of the channel, cut into lines.
#[derive(Debug)]
struct Channel {
    pipe: OwnedFd,
    buffer: Vec<u8>,
    /// Where in the buffer the next line begins.
    start: usize,
    /// Up to where no newline was found.
    searched: usize,
}

impl Channel {
    fn new(fd: OwnedFd) -> io::Result<Self> {
        ioctl_fionbio(&fd, true)?;
        Ok(Self {
            pipe: fd,
            buffer: Vec::with_capacity(ROOM),
            start: 0,
            searched: 0,
        })
    }

    /// Reads what is there, waiting until something is, and a little for what comes `soon` after it; 0
    /// at the end. Loses nothing when cancelled.
    async fn fill(&mut self, soon: bool) -> io::Result<usize> {
        self.buffer.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        if self.buffer.len() > LONGEST_LINE {
            // No message is that long: somebody else writes. One of ours may have begun by now.
            let end = self.buffer.len() - LONGEST_MESSAGE;
            self.buffer.drain(..end);
            self.searched -= end;
        }
        self.buffer.reserve(ROOM);
        loop {
            match read(&self.pipe, spare_capacity(&mut self.buffer)) {
                Ok(count) => return Ok(count),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => {
                    // Watched only while nothing is there: each message wakes whoever watches.
                    let watched = pipe::Receiver::from_owned_fd(self.pipe.try_clone()?)?;
                    watched.readable().await?;
                    drop(watched);
                    if soon {
                        sleep(GATHER).await;
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The next message that has been read whole. Lines without the key are not from the host.
    fn message(&mut self, key: &str) -> Option<Result<Message, WireError>> {
        loop {
            let Some(length) = self.buffer[self.searched..]
                .iter()
                .position(|&b| b == b'\n')
            else {
                self.searched = self.buffer.len();
                return None;
            };
            let end = self.searched + length;
            let line = &self.buffer[self.start..end];
            let message = Message::parse(line, key);
            self.start = end + 1;
            self.searched = self.start;
            if message.is_some() {
                return message;
            }
        }
    }
}
