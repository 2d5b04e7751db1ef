//! A runtime as a shell script in a folder of its own, and the processes that came of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use winterproof_adapters::{ConnectError, Execution, Registry, RuntimeSpec, Session, Signal};
use winterproof_model::wire::Message;

use crate::common::{job, processes};

/// What every script begins with. Its children are known by the folder in their environment.
const PRELUDE: &str = r#"#!/bin/sh
export WINTERPROOF_TEST_FOLDER='{folder}'
read -r request
key=${request#*'"key":"'}
key=${key%%'"'*}
say() { printf '%s %s\n' "$key" "$1" >&3; }
hello() { say '{"type":"hello","wire":1,"version":"9.8.7","engine":"E 1"}'; }
pass() { say '{"type":"subtest","name":"it","status":"PASS"}'; }
finish() { say '{"type":"done","status":"OK"}'; }
"#;

pub struct Fake {
    folder: TempDir,
}

impl Fake {
    /// A runtime that is a file with this text.
    pub fn of(text: &str) -> Self {
        Self::made(|_| text.to_owned())
    }

    /// A runtime that is this script, connected or not.
    pub fn new(script: &str) -> Self {
        Self::behind(PRELUDE, script)
    }

    /// A runtime that is this script behind another beginning, in which `{folder}` is its folder.
    pub fn behind(prelude: &str, script: &str) -> Self {
        Self::made(|folder| format!("{}{script}\n", prelude.replace("{folder}", folder)))
    }

    pub fn made(text: impl FnOnce(&str) -> String) -> Self {
        let fake = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fake.install(&text(fake.folder.path().to_str().unwrap()));
        fake
    }

    /// A runtime that says hello when it is asked to, and runs a test like this.
    pub fn running(script: &str) -> Self {
        let asked = "hello\ncase $request in *'\"type\":\"hello\"'*) exit 0;; esac";
        Self::new(&format!("{asked}\n{script}"))
    }

    /// Another program writes the file: were it open for writing here while some other test starts
    /// a process, that process would hold it open, and "text file busy" would be the answer.
    fn install(&self, text: &str) {
        let mut install = Command::new("install")
            .args(["-m", "755", "/dev/stdin"])
            .arg(self.binary())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = install.stdin.take().unwrap();
        stdin.write_all(text.as_bytes()).unwrap();
        drop(stdin);
        assert!(install.wait().unwrap().success());
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn binary(&self) -> PathBuf {
        self.folder.path().join("runtime")
    }

    pub async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError> {
        connect(&self.binary(), Duration::from_secs(20)).await
    }

    /// Why it can't be connected to, as people read it, with its folder left out.
    pub async fn refusal(&self) -> String {
        match self.connect().await {
            Ok(session) => panic!("it answered: {:?}", session.info()),
            Err(error) => self.redacted(&error),
        }
    }

    pub fn redacted(&self, error: &ConnectError) -> String {
        let folder = self.folder.path().to_str().unwrap();
        error.to_string().replace(folder, "FOLDER")
    }

    pub async fn start(&self) -> Box<dyn Execution> {
        let session = self.connect().await.unwrap();
        session.start(job()).await.unwrap()
    }

    /// The processes that came of it and still run.
    pub fn processes(&self) -> Vec<String> {
        processes::of(self.folder.path())
    }

    /// That none of them is left.
    #[track_caller]
    pub fn leaves_nothing(&self) {
        processes::are_gone(self.folder.path(), Duration::from_secs(30));
    }
}

pub async fn connect(binary: &Path, patience: Duration) -> Result<Arc<dyn Session>, ConnectError> {
    connect_as("node", binary, patience).await
}

/// Connects to this binary as to the runtime of the adapter `id`.
pub async fn connect_as(
    id: &str,
    binary: &Path,
    patience: Duration,
) -> Result<Arc<dyn Session>, ConnectError> {
    let registry = Registry::built_in(&[]).unwrap().waiting(patience);
    let spec = RuntimeSpec::parse(&format!("{id}={}", binary.display())).unwrap();
    registry.resolve(&spec).unwrap().connect().await
}

/// What it says until it ends, each message by its kind.
pub async fn said(execution: &mut dyn Execution) -> Vec<&'static str> {
    let mut said = Vec::new();
    while let Signal::Message(message) = execution.next().await.unwrap() {
        said.push(match message {
            Message::Hello(_) => "hello",
            Message::Created { .. } => "created",
            Message::Started { .. } => "started",
            Message::Subtest { .. } => "subtest",
            Message::Uncaught { .. } => "uncaught",
            Message::Done { .. } => "done",
            Message::Fault { .. } => "fault",
        });
    }
    said
}
