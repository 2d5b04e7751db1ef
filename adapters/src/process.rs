//! The shape "process": one process runs one test.
//!
//! Messages come over file descriptor 3 (or standard output, for runtimes that can write to nothing
//! else), standard output and error are the test's own. Every process leads a process group of its
//! own, which is killed as a whole; on Linux it also dies with the thread that started it, should
//! winterproof itself be killed.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use command_fds::{CommandFdExt, FdMapping};
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep_until, timeout};
use winterproof_model::RuntimeInfo;
use winterproof_model::wire::{Ask, Message, Run, WireError};

use crate::channel::Channel;
use crate::group::{self, Group};
use crate::info::runtime_info;
use crate::manifest::{Manifest, Medium, Shape};
use crate::output::{Kept, Tail};
use crate::request::{as_file, as_folder, request};
use crate::shell::{Shell, Stage};
use crate::{ConnectError, Ended, Execution, Session, SessionError, Signal};

/// The file descriptor that messages come over.
const CHANNEL: i32 = 3;

/// What stands in an argument for the test's base URL.
const BASE_URL: &str = "{base_url}";

/// How long the channel may stay open after the end of the process.
const LINGER: Duration = Duration::from_millis(500);

/// How a process is started.
#[derive(Clone, Debug)]
pub(crate) struct Launch {
    /// The adapter, for messages.
    pub id: String,
    pub binary: PathBuf,
    pub args: Vec<String>,
    pub env: Vec<(String, String)>,
    pub channel: Medium,
    pub delivery: Delivery,
    /// Holds the host script and its files for as long as they are needed.
    pub _host_folder: Option<Arc<TempDir>>,
}

/// What is known of a runtime before it answers.
#[derive(Debug)]
pub(crate) struct Who<'a> {
    pub manifest: &'a Manifest,
    /// The options that are not as they are by default.
    pub options: BTreeMap<String, String>,
    /// The arguments and all options.
    pub flags: Vec<String>,
}

/// How a request reaches the far end.
#[derive(Clone, Debug)]
pub(crate) enum Delivery {
    /// On standard input.
    Stdin,
    /// In a folder that the command line names.
    Folder,
    /// In files that the command line names.
    Files(Shell),
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
        mut launch: Launch,
        who: Who<'_>,
        patience: Duration,
    ) -> Result<Self, ConnectError> {
        let manifest = who.manifest;
        let binary = launch.binary.display().to_string();
        let version_args = manifest.command.version.as_deref();
        if let (Delivery::Files(shell), Some(args)) = (&launch.delivery, version_args) {
            let version = launch.version(args, patience).await;
            launch.delivery = Delivery::Files(Shell {
                version,
                ..shell.clone()
            });
        }
        let mut execution = launch
            .start(Ask::Hello)
            .map_err(|source| ConnectError::Start {
                binary: binary.clone(),
                source,
            })?;
        let mut hello = match timeout(patience, execution.next()).await {
            Ok(Ok(Signal::Message(Message::Hello(hello)))) => hello,
            Ok(Err(error)) => return Err(error.into()),
            Ok(Ok(other)) => {
                let ended = execution.end(Duration::from_secs(1)).await;
                let how = match (other, ended.status) {
                    (Signal::Message(_), _) => "it said something else first".to_owned(),
                    (_, Some(status)) => status.to_string(),
                    (_, None) => "it had to be killed".to_owned(),
                };
                let stderr = execution.said(&ended);
                return Err(ConnectError::Silent {
                    binary,
                    how,
                    stderr,
                });
            }
            Err(_) => {
                let ended = execution.end(Duration::ZERO).await;
                let stderr = execution.said(&ended);
                let seconds = patience.as_secs();
                return Err(ConnectError::Hangs {
                    binary,
                    seconds,
                    stderr,
                });
            }
        };
        execution.end(Duration::from_secs(1)).await;
        if hello.version.is_empty() {
            let Some(args) = version_args else {
                let source = WireError::Malformed("missing field `version`".into());
                let id = launch.id;
                return Err(SessionError::Wire { id, source }.into());
            };
            let version = launch.version(args, patience).await;
            hello.version = version.ok_or_else(|| ConnectError::NoVersion {
                binary: binary.clone(),
                args: args.join(" "),
            })?;
        }
        let info = RuntimeInfo {
            binary: (manifest.shape != Shape::Embedded).then_some(binary),
            options: who.options,
            flags: who.flags,
            ..runtime_info(manifest, hello)
        };
        Ok(Self { launch, info })
    }
}

/// The first thing in a text that looks like a version: numbers, and dots or dashes between them.
pub(crate) fn version_in(text: &str) -> Option<String> {
    let other = |c: char| !c.is_ascii_alphanumeric() && !".-+".contains(c);
    text.split(other)
        .map(|word| word.trim_start_matches('v').trim_end_matches(['.', '-']))
        .find(|word| {
            let mut parts = word.split(['.', '-', '+']);
            let mut numbers = parts.by_ref().take(2);
            numbers.all(|part| part.parse::<u64>().is_ok()) && word.contains(['.', '-'])
        })
        .map(str::to_owned)
}

/// The standard error of a process, on lines of its own behind a message.
pub(crate) fn indented(stderr: &str) -> String {
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
    /// The arguments; one that is about the base URL is left out where there is none.
    fn args_of(&self, ask: &Ask) -> Vec<String> {
        let base_url = match ask {
            Ask::Run(run) => run.base_url.as_deref(),
            Ask::Hello => None,
        };
        let args = self.args.iter();
        args.filter_map(|arg| match (arg.contains(BASE_URL), base_url) {
            (false, _) => Some(arg.clone()),
            (true, base_url) => Some(arg.replace(BASE_URL, base_url?)),
        })
        .collect()
    }

    /// What messages call it: the adapter's host, where the binary is a program that runs others.
    pub(crate) fn shown(&self) -> String {
        format!("the host of {} ({})", self.id, self.binary.display())
    }

    fn start(&self, ask: Ask) -> io::Result<Process> {
        let request = request(ask)?;
        let key = request.key.clone();
        let args = self.args_of(&request.ask);
        match &self.delivery {
            Delivery::Stdin => {
                let stdin = as_file(&request)?;
                self.spawn(&key, &args, stdin.into(), None)
            }
            Delivery::Folder => {
                let folder = as_folder(request)?;
                let path = folder.path().to_string_lossy();
                let args = args.iter().map(|arg| arg.replace("{folder}", &path));
                let args: Vec<String> = args.collect();
                let mut process = self.spawn(&key, &args, Stdio::null(), None)?;
                process._folder = Some(folder);
                Ok(process)
            }
            Delivery::Files(shell) => {
                let stage = shell.stage(request)?;
                let args = with_files(&args, &stage.files);
                self.spawn(&key, &args, Stdio::null(), Some(stage))
            }
        }
    }

    /// The version that the binary tells when it is called with `args`.
    async fn version(&self, args: &[String], patience: Duration) -> Option<String> {
        let said = self.says(args, patience).await;
        said.ok().and_then(|said| version_in(&said))
    }

    /// What the binary says when it is called with `args`: standard output, then standard error.
    async fn says(&self, args: &[String], patience: Duration) -> io::Result<String> {
        let plain = Self {
            channel: Medium::Fd3,
            ..self.clone()
        };
        let mut process = plain.spawn("", args, Stdio::null(), None)?;
        let ended = process.end(patience).await;
        Ok(ended.stdout_tail + &ended.stderr_tail)
    }

    fn spawn(
        &self,
        key: &str,
        args: &[String],
        stdin: Stdio,
        stage: Option<Stage>,
    ) -> io::Result<Process> {
        let mut command = Command::new(&self.binary);
        command
            .args(args)
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .stdin(stdin)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let channel = match self.channel {
            Medium::Fd3 => {
                let (channel, far_end) = io::pipe()?;
                command
                    .fd_mappings(vec![FdMapping {
                        parent_fd: far_end.into(),
                        child_fd: CHANNEL,
                    }])
                    .map_err(io::Error::other)?;
                Some(channel.into())
            }
            Medium::Stdout => None,
        };
        let (mut child, group) = group::spawn(&mut command)?;
        // The command holds our copy of the far end; the channel ends only when it is gone too.
        drop(command);
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (channel, stdout) = match channel {
            Some(pipe) => (
                Channel::new(pipe, key, None)?,
                Output::Tail(Tail::of(stdout)),
            ),
            None => {
                let kept = Kept::default();
                let channel = Channel::new(stdout.into_owned_fd()?, key, Some(kept.clone()))?;
                (channel, Output::OfChannel(kept))
            }
        };
        let stderr = Tail::of(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?);
        Ok(Process {
            id: self.id.clone(),
            medium: self.channel,
            child,
            group: Some(group),
            channel: Some(channel),
            ended: None,
            linger: Instant::now(),
            stdout,
            stderr,
            stage,
            _folder: None,
        })
    }
}

/// `{file}` stands for the first of the files, an argument `{files}` for all of them.
fn with_files(args: &[String], files: &[String]) -> Vec<String> {
    let first = files.first().map(String::as_str).unwrap_or_default();
    let mut named = Vec::new();
    for arg in args {
        match arg.as_str() {
            "{files}" => named.extend_from_slice(files),
            _ => named.push(arg.replace("{file}", first)),
        }
    }
    named
}

/// A process that runs a test.
#[derive(Debug)]
struct Process {
    id: String,
    medium: Medium,
    child: Child,
    /// `None` once it is killed.
    group: Option<Group>,
    /// `None` once it has been read to its end.
    channel: Option<Channel>,
    ended: Option<ExitStatus>,
    /// Until when the channel is read after the end of the process.
    linger: Instant,
    stdout: Output,
    stderr: Tail,
    /// The files of the request, where the command line names them.
    stage: Option<Stage>,
    /// Holds the folder with the request for as long as the process may read it.
    _folder: Option<TempDir>,
}

/// What becomes of standard output.
#[derive(Debug)]
enum Output {
    /// It is read in the background.
    Tail(Tail),
    /// It is the channel, which puts here what is no message.
    OfChannel(Kept),
}

impl Process {
    /// What it wrote, for people who look for its mistake.
    fn said(&self, ended: &Ended) -> String {
        let stderr = indented(&ended.stderr_tail);
        // Some have nothing else to complain over.
        match self.medium {
            Medium::Stdout => indented(&ended.stdout_tail) + &stderr,
            Medium::Fd3 => stderr,
        }
    }

    /// The process is gone: so goes what it left behind, which would hold the channel open.
    fn has_ended(&mut self, status: ExitStatus) {
        self.ended = Some(status);
        self.linger = Instant::now() + LINGER;
        self.group = None;
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
            match channel.message() {
                Some(Ok(Message::Fault { message })) => {
                    return Err(SessionError::Fault {
                        id: self.id.clone(),
                        message,
                    });
                }
                Some(Ok(mut message)) => {
                    if let Some(stage) = &self.stage {
                        stage.hear(&mut message);
                    }
                    return Ok(Signal::Message(message));
                }
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
        if let (Some(channel), Output::OfChannel(kept)) = (self.channel.take(), &self.stdout) {
            self.stdout = Output::Tail(Tail::read_by(channel.drain(), kept.clone()));
        }
        if self.ended.is_none() {
            match timeout(grace, self.child.wait()).await {
                Ok(Ok(status)) => self.has_ended(status),
                _ => {
                    self.group = None;
                    // Only reaps: what it says is that we killed it.
                    let _ = self.child.wait().await;
                }
            }
        }
        let shown = |tail: String| match &self.stage {
            Some(stage) => stage.shown(&tail),
            None => tail,
        };
        Ended {
            lost: false,
            status: self.ended,
            how: None,
            stdout_tail: shown(match &mut self.stdout {
                Output::Tail(tail) => tail.finish().await,
                Output::OfChannel(kept) => kept.text(),
            }),
            stderr_tail: shown(self.stderr.finish().await),
        }
    }
}

#[cfg(test)]
mod tests {
    use winterproof_model::Scope;

    use super::*;

    #[test]
    fn an_argument_about_the_base_url_stands_only_where_there_is_one() {
        let launch = Launch {
            id: "x".into(),
            binary: "/x".into(),
            args: vec!["--base={base_url}".into(), "host".into()],
            env: Vec::new(),
            channel: Medium::Fd3,
            delivery: Delivery::Stdin,
            _host_folder: None,
        };
        let run = |base_url: Option<&str>| {
            Ask::Run(Box::new(Run {
                test: "/a.any.js".parse().unwrap(),
                scope: Scope::Shell,
                title: None,
                scripts: Vec::new(),
                timeout_ms: 1,
                base_url: base_url.map(str::to_owned),
                aliases: Vec::new(),
            }))
        };
        let with = launch.args_of(&run(Some("http://a/b?c d")));
        assert_eq!(with, ["--base=http://a/b?c d", "host"]);
        assert_eq!(launch.args_of(&run(None)), ["host"]);
        assert_eq!(launch.args_of(&Ask::Hello), ["host"]);
    }
}
