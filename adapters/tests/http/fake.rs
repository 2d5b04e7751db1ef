//! A runtime whose host plays something, in a folder of its own, and the processes that came of it.

use std::env;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use winterproof_adapters::{
    ConnectError, Ended, Execution, Registry, RuntimeSpec, Session, Signal,
};
use winterproof_model::wire::Message;

use crate::common::{job, processes};
use crate::play::{FOLDER, PLAY, PORT, TEST};

const MANIFEST: &str = r#"
id = "fake"
version = 1
title = "Fake"
shape = "http"
scopes = ["shell"]

[command]
args = ["FOLDER/runtime", "{port}"]
"#;

pub struct Fake {
    folder: TempDir,
}

impl Fake {
    /// A runtime whose host plays this: "A then B" plays A when it is first started, and then B.
    pub fn new(play: &str) -> Self {
        Self::with(play, "")
    }

    /// The same with more in its manifest.
    pub fn with(play: &str, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let manifest = MANIFEST.replace("FOLDER", path) + more;
        fs::write(folder.path().join("adapter.toml"), manifest).unwrap();
        let this = env::current_exe().unwrap();
        let script = format!(
            "{PLAY}='{play}' {FOLDER}='{path}' {PORT}=$1 exec '{}' --exact {TEST} --nocapture\n",
            this.display(),
        );
        // A shell reads it: a file that was just written can't always be started.
        fs::write(folder.path().join("runtime"), script).unwrap();
        Self { folder }
    }

    pub async fn connect(&self, patience: Duration) -> Result<Arc<dyn Session>, ConnectError> {
        let mut registry = Registry::built_in(&[]).unwrap().waiting(patience);
        registry.add(self.folder.path()).unwrap();
        let spec = RuntimeSpec::parse("fake=/bin/sh").unwrap();
        registry.resolve(&spec).unwrap().connect().await
    }

    pub async fn session(&self) -> Arc<dyn Session> {
        self.connect(Duration::from_secs(60)).await.unwrap()
    }

    /// Why it can't be connected to, as people read it, with its folder left out.
    pub async fn refusal(&self, patience: Duration) -> String {
        match self.connect(patience).await {
            Ok(session) => panic!("it answered: {:?}", session.info()),
            Err(error) => self.redacted(&error.to_string()),
        }
    }

    pub fn redacted(&self, message: &str) -> String {
        message.replace(self.folder.path().to_str().unwrap(), "FOLDER")
    }

    /// How often a host was started.
    pub fn starts(&self) -> usize {
        fs::read(self.folder.path().join("starts")).unwrap().len()
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

/// What came of a test.
#[derive(Debug)]
pub struct Outcome {
    /// Each message by its kind.
    pub said: Vec<&'static str>,
    /// The process that ran it.
    pub by: String,
    pub ended: Ended,
}

/// Hears a test up to its end, as the runner does.
pub async fn hear(mut execution: Box<dyn Execution>) -> Outcome {
    let (mut said, mut by) = (Vec::new(), String::new());
    while let Signal::Message(message) = execution.next().await.unwrap() {
        said.push(match message {
            Message::Hello(_) => "hello",
            Message::Started { name } => {
                by = name;
                "started"
            }
            Message::Subtest { .. } => "subtest",
            Message::Done { .. } => "done",
            other => panic!("{other:?}"),
        });
        if said.ends_with(&["done"]) {
            break;
        }
    }
    let ended = execution.end(Duration::from_secs(20)).await;
    Outcome { said, by, ended }
}

pub async fn test(session: &dyn Session) -> Outcome {
    hear(session.start(job()).await.unwrap()).await
}
