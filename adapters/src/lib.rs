//! Adapters: how each runtime is found, started and spoken to.
//!
//! Owns: the manifest (`adapter.toml`), the registry of built-in adapters, the shapes of driving a
//! runtime, and the expectation files beside each manifest. Does not own: clocks and deadlines
//! (`runner::execute`), or what an ending means (`runner::settle`).

mod accept;
mod add;
mod browser;
mod build;
mod cache;
mod channel;
mod digest;
mod expectations;
mod find;
mod folder;
mod group;
mod guard;
mod http;
mod import;
mod info;
mod install;
mod lines;
mod manifest;
mod options;
mod output;
mod process;
mod registry;
mod request;
mod shell;
mod spec;
mod toml_file;
mod whole_file;

use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use winterproof_model::RuntimeInfo;
use winterproof_model::wire::{Message, Run, WireError};
use winterproof_server::Server;

pub use accept::{AcceptError, Accepted, Change, FileError, Target, Unsettled, Written, accept};
pub use add::AddError;
pub use expectations::{
    Expectations, ExpectationsError, OwnExpectations, Situation, Watch, own_files,
};
pub use find::Installed;
pub use folder::AdapterFolder;
pub use guard::{Watched, temporary_folder, watch_group};
pub use import::{
    ImportError, ImportFormat, ImportOptions, ImportSource, Imported, Lost, import, import_systems,
};
pub use install::{InstallError, Staged};
pub use manifest::{Deviation, Manifest, NpmPackage, Shape};
pub use options::{Form, RuntimeOption};
pub use registry::Registry;
pub use spec::{RuntimeSpec, SpecError};
pub use toml_file::TomlError;
pub use whole_file::write_whole;

/// A way to drive one runtime.
#[async_trait]
pub trait Adapter: Send + Sync {
    /// What is declared of the runtime.
    fn manifest(&self) -> &Manifest;

    /// What is foreseen of the tests on this runtime.
    fn expectations(&self) -> Result<Expectations, ExpectationsError>;

    /// SHA-256 over the adapter's own files, in lower-case hexadecimal; `None` where it has none.
    fn sha256(&self) -> Option<String> {
        None
    }

    /// Starts the runtime once and learns who answers.
    async fn connect(&self) -> Result<Arc<dyn Session>, ConnectError>;

    /// SHA-256 of the runtime's binary, in lower-case hexadecimal. The first time it takes as long as
    /// reading a hundred megabytes does, so only a run that writes a log asks for it.
    async fn binary_sha256(&self) -> Option<String>;
}

/// A runtime that has answered.
#[async_trait]
pub trait Session: Send + Sync {
    /// Who answered.
    fn info(&self) -> &RuntimeInfo;

    /// The server that its tests come from, where all of them have to come from one of its own.
    fn server(&self) -> Option<&Server> {
        None
    }

    /// Begins to execute one test.
    async fn start(&self, run: Run) -> Result<Box<dyn Execution>, SessionError>;

    /// As [`Session::start`], but waits until no other test is executed, and lets none begin before
    /// this one has ended. Where tests share nothing there is no need to wait.
    async fn start_alone(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        self.start(run).await
    }
}

/// A test that is being executed.
#[async_trait]
pub trait Execution: Send {
    /// The next thing that the far end says; [`Signal::Ended`] for ever after it has ended.
    async fn next(&mut self) -> Result<Signal, SessionError>;

    /// Waits up to `grace` for the far end to end by itself, then ends it and everything that it
    /// started, and gives what is left of it.
    async fn end(&mut self, grace: Duration) -> Ended;
}

/// What a far end does.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// It says something.
    Message(Message),
    /// It has ended and says nothing more.
    Ended,
    /// What it shared with other tests is gone, and any of them may be the cause. What it said does
    /// not count; the test is to be started again, alone.
    Lost,
}

/// How the process of a far end ended.
#[derive(Clone, Debug, Default)]
pub struct Ended {
    /// The exit status; `None` when it had to be killed or is no process.
    pub status: Option<ExitStatus>,
    /// Whether the attempt does not count, as for [`Signal::Lost`].
    pub lost: bool,
    /// What ended the test where that is not the end of a process, as the beginning of a sentence.
    pub how: Option<String>,
    /// The last part of its standard output.
    pub stdout_tail: String,
    /// The last part of its standard error.
    pub stderr_tail: String,
}

/// Why no session came about: the runtime is missing or does not answer as it should.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// No binary was found.
    #[error("{title} was not found on this machine: {looked}")]
    NotFound {
        /// The runtime's name.
        title: String,
        /// Where it was looked for, and what to do.
        looked: String,
    },
    /// The engine is not part of this build.
    #[error("this winterproof was built without {title}; build it with `--features {id}`")]
    NotBuilt {
        /// The adapter.
        id: String,
        /// The runtime's name.
        title: String,
    },
    /// The binary can't be started.
    #[error("failed to start {binary}: {source}")]
    Start {
        /// The binary.
        binary: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// It ended without a word.
    #[error("{binary} ended before it said hello ({how}){stderr}")]
    Silent {
        /// The binary.
        binary: String,
        /// How it ended.
        how: String,
        /// What it wrote to standard error, on lines of its own.
        stderr: String,
    },
    /// It neither ended nor said hello.
    #[error("{binary} did not say hello within {seconds} s and was killed{stderr}")]
    Hangs {
        /// The binary.
        binary: String,
        /// How long it was waited for.
        seconds: u64,
        /// What it wrote to standard error, on lines of its own.
        stderr: String,
    },
    /// It answers and does not say in which version.
    #[error("{binary} does not tell its version: `{binary} {args}` says nothing like one")]
    NoVersion {
        /// The binary.
        binary: String,
        /// The arguments that should make it.
        args: String,
    },
    /// It answers, and not as a host does.
    #[error("{binary} did not say hello: {problem}{stderr}")]
    Strange {
        /// The binary.
        binary: String,
        /// What it did instead.
        problem: String,
        /// What it wrote to standard error, on lines of its own.
        stderr: String,
    },
    /// It is another program than its name says.
    #[error("{binary} is not {title}: {said}")]
    Other {
        /// The binary.
        binary: String,
        /// What it should be.
        title: String,
        /// What it says of itself.
        said: String,
    },
    /// There is no screen.
    #[error("{title} needs a display, and {problem}")]
    Display {
        /// The runtime's name.
        title: String,
        /// Why there is none, and what to do.
        problem: String,
    },
    /// A file of the adapter is missing.
    #[error("the adapter {id} names the file {file}, which can't be read: {problem}")]
    Host {
        /// The adapter.
        id: String,
        /// The file.
        file: String,
        /// Why.
        problem: String,
    },
    /// What the host script has to become first could not be made.
    #[error("the host of {id} could not be built: {problem}")]
    Build {
        /// The adapter.
        id: String,
        /// The step, and why.
        problem: String,
    },
    /// The session failed.
    #[error(transparent)]
    Session(#[from] SessionError),
}

/// What goes wrong in a session through no fault of the runtime's.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The operating system refused something.
    #[error("failed to {action}: {source}")]
    Io {
        /// What was tried.
        action: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// A host that took part in the run is gone, and no other came about.
    #[error("the host of {id} could not be started again: {source}")]
    Host {
        /// The adapter.
        id: String,
        /// Why.
        source: Box<ConnectError>,
    },
    /// The host does not speak the wire.
    #[error("the host of {id} is at fault: {source}")]
    Wire {
        /// The adapter.
        id: String,
        /// What is wrong.
        source: WireError,
    },
    /// The host says that it failed itself.
    #[error("the host of {id} is at fault: {message}")]
    Fault {
        /// The adapter.
        id: String,
        /// What it says.
        message: String,
    },
}
