//! Starts the far end as the harness does, and hears what it says.

pub mod alike;

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, PipeReader, Read, Write, pipe};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use command_fds::{CommandFdExt, FdMapping};
use libtest_mimic::{Arguments, Trial};
use winterproof_model::wire::{Ask, Message, Request, Run, Script, WIRE_VERSION};
use winterproof_model::{HarnessStatus, Scope, SubtestStatus};

/// The test API and the hook, as each run has them first.
pub const HARNESS: (&str, &str) = (
    "/resources/testharness.js",
    include_str!("../../../../suites/resources/testharness.js"),
);
pub const HOOK: (&str, &str) = (
    "/resources/testharnessreport.js",
    include_str!("../../../../suites/resources/testharnessreport.js"),
);

const FAR_END: &str = "WINTERPROOF_TEST_FAR_END";
const KEY: &str = "0123456789abcdef0123456789abcdef";

/// Is the far end when it was started as one, and runs the tests when not.
pub fn main(serve: fn(), tests: &[(&str, fn())]) -> ExitCode {
    if env::var_os(FAR_END).is_some() {
        serve();
    }
    let trial = |(name, test): &(&str, fn())| {
        let test = *test;
        Trial::test(*name, move || {
            test();
            Ok(())
        })
    };
    let trials = tests.iter().map(trial).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// Functions with their names.
macro_rules! tests {
    ($($name:ident)*) => { &[$((stringify!($name), $name)),*] };
}
pub(crate) use tests;

/// Runs a test file to its end.
pub fn run(source: &str) -> Seen {
    FarEnd::run(source).finish()
}

/// Runs these scripts and no others to their end.
pub fn run_scripts(scripts: &[(&str, &str)]) -> Seen {
    FarEnd::start(Ask::Run(Box::new(job(scripts)))).finish()
}

fn job(scripts: &[(&str, &str)]) -> Run {
    let script = |&(url, source): &(&str, &str)| Script::new(url, source);
    Run {
        test: "/a.any.js".parse().expect("a test id"),
        scope: Scope::Shell,
        title: None,
        scripts: scripts.iter().map(script).collect(),
        timeout_ms: 20_000,
        base_url: None,
        aliases: Vec::new(),
    }
}

fn test_file(source: &str) -> Run {
    job(&[HARNESS, HOOK, ("/a.any.js", source)])
}

/// A far end that runs.
pub struct FarEnd {
    child: Child,
    channel: Option<PipeReader>,
}

impl FarEnd {
    pub fn run(source: &str) -> Self {
        Self::start(Ask::Run(Box::new(test_file(source))))
    }

    pub fn run_for(source: &str, time: Duration) -> Self {
        let timeout_ms = time.as_millis().try_into().expect("a short time");
        Self::start(Ask::Run(Box::new(Run {
            timeout_ms,
            ..test_file(source)
        })))
    }

    pub fn with_base(source: &str, base: &str) -> Self {
        Self::start(Ask::Run(Box::new(Run {
            base_url: Some(base.to_owned()),
            ..test_file(source)
        })))
    }

    pub fn with_aliases(source: &str, aliases: &[&str]) -> Self {
        Self::start(Ask::Run(Box::new(Run {
            aliases: aliases.iter().map(ToString::to_string).collect(),
            ..test_file(source)
        })))
    }

    pub fn start(ask: Ask) -> Self {
        let (reader, writer) = pipe().expect("a pipe");
        let mapping = FdMapping {
            parent_fd: OwnedFd::from(writer),
            child_fd: 3,
        };
        Self::spawn(ask, Some(reader), vec![mapping])
    }

    pub fn start_without_channel(ask: Ask) -> Self {
        Self::spawn(ask, None, Vec::new())
    }

    fn spawn(ask: Ask, channel: Option<PipeReader>, mappings: Vec<FdMapping>) -> Self {
        let request = Request {
            wire: WIRE_VERSION,
            key: KEY.to_owned(),
            ask,
        };
        let mut command = Command::new(env::current_exe().expect("this program"));
        command
            .env(FAR_END, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .fd_mappings(mappings)
            .expect("one mapping collides with no other");
        let mut child = command.spawn().expect("this program starts again");
        let mut stdin = child.stdin.take().expect("it is piped");
        stdin
            .write_all(request.to_line().as_bytes())
            .expect("the far end reads its request");
        Self { child, channel }
    }

    /// Hears everything to the end.
    pub fn finish(self) -> Seen {
        self.hear(|_| false)
    }

    /// Ends the process with the first message that `last` is true of.
    pub fn kill_after(self, last: impl Fn(&Message) -> bool) -> Seen {
        self.hear(last)
    }

    fn hear(mut self, last: impl Fn(&Message) -> bool) -> Seen {
        let mut messages = Vec::new();
        for line in self.channel.take().into_iter().flat_map(lines) {
            let message = Message::parse(line.as_bytes(), KEY)
                .unwrap_or_else(|| panic!("not a message: {line:?}"))
                .unwrap_or_else(|error| panic!("{error}: {line:?}"));
            let is_last = last(&message);
            messages.push(message);
            if is_last {
                self.child.kill().expect("it still runs");
            }
        }
        let output = self.child.wait_with_output().expect("it ends");
        Seen {
            messages,
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code(),
        }
    }
}

fn lines(channel: impl Read) -> impl Iterator<Item = String> {
    BufReader::new(channel)
        .lines()
        .map(|line| line.expect("the channel carries UTF-8"))
}

/// All that a far end said and how it ended.
#[derive(Debug)]
pub struct Seen {
    pub messages: Vec<Message>,
    pub stdout: String,
    pub stderr: String,
    /// `None` after a signal.
    pub code: Option<i32>,
}

impl Seen {
    pub fn done(&self) -> Option<&Message> {
        let is_done = |message: &&Message| matches!(message, Message::Done { .. });
        self.messages.iter().find(is_done)
    }

    #[track_caller]
    pub fn status(&self) -> HarnessStatus {
        match self.done() {
            Some(Message::Done { status, .. }) => *status,
            _ => panic!("it was never done: {self:?}"),
        }
    }

    pub fn subtests(&self) -> BTreeMap<&str, SubtestStatus> {
        let subtest = |message| match message {
            &Message::Subtest {
                ref name, status, ..
            } => Some((name.as_str(), status)),
            _ => None,
        };
        self.messages.iter().filter_map(subtest).collect()
    }

    #[track_caller]
    pub fn subtest(&self, name: &str) -> SubtestStatus {
        match self.subtests().get(name) {
            Some(status) => *status,
            None => panic!("no subtest {name:?} in {self:?}"),
        }
    }

    #[track_caller]
    pub fn stack<'a>(&'a self, of: &str) -> &'a str {
        let stack = |message: &'a Message| match message {
            Message::Subtest { name, stack, .. } if name == of => stack.as_deref(),
            _ => None,
        };
        match self.messages.iter().find_map(stack) {
            Some(stack) => stack,
            None => panic!("no stack of {of:?} in {self:?}"),
        }
    }

    pub fn uncaught(&self) -> Vec<String> {
        let uncaught = |message: &Message| match message {
            Message::Uncaught { kind, message, .. } => Some(format!("{kind}: {message}")),
            _ => None,
        };
        self.messages.iter().filter_map(uncaught).collect()
    }
}
