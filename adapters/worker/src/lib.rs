//! The far end of the wire: in Rust, for JavaScript engines that live inside winterproof, and in
//! JavaScript ([`FAR_END`]), for hosts that are scripts.
//!
//! Owns: reading the request, the channel, the order of a run (scripts, event loop, deadline,
//! completion) and the end of the process. An engine crate brings an [`Engine`] and its [`Realm`],
//! which know how that engine evaluates, queues and reports; nothing else.
//!
//! A process serves one request and runs one test. The engine may crash, hang or eat memory: that
//! ends this process, and the harness at the other end sees it.

mod channel;
mod conductor;
mod limits;

use std::fs::File;
use std::io;
use std::process::exit;
use std::time::Instant;

use winterproof_model::wire::{Ask, Hello, Message, Request, WIRE_VERSION};

pub use channel::Host;
pub use limits::limit_memory;
pub use winterproof_model::wire::Run;

use conductor::{Conductor, Stop};

/// Where answers go: the harness hands the channel over as file descriptor 3.
const CHANNEL: &str = "/dev/fd/3";

/// The far end in JavaScript, for hosts that are scripts of their own: the function `farEnd()`, which
/// is put in front of such a host.
pub const FAR_END: &str = include_str!("far_end.js");

/// A JavaScript engine.
///
/// A value of it serves one request: it says who it is and, if there is a test to run, opens the one
/// realm that the test runs in. The smallest whole implementation is `docs/examples/toy-engine`.
///
/// ```
/// # use winterproof_worker::*;
/// # struct MyRealm;
/// # impl MyRealm { fn new(_: Host) -> Result<Self, std::io::Error> { Ok(Self) } }
/// # impl Realm for MyRealm {
/// #     type Value = String;
/// #     fn evaluate(&mut self, _: &str, _: &str) -> Result<(), String> { Ok(()) }
/// #     fn call(&mut self, _: Call<'_, String>) -> Result<(), CallError> { Ok(()) }
/// #     fn microtasks(&mut self, _: std::time::Instant) -> Microtasks<String> { Microtasks::Drained }
/// #     fn task(&mut self, _: std::time::Instant) -> Task<String> { Task::Idle }
/// #     fn describe(&mut self, value: &String) -> Description {
/// #         Description { message: value.clone(), stack: None }
/// #     }
/// # }
/// struct MyEngine;
///
/// impl Engine for MyEngine {
///     type Realm = MyRealm;
///
///     fn version(&self) -> String {
///         "1.2.3".to_owned()
///     }
///
///     fn engine(&self) -> String {
///         "QuickJS 2026-06-04".to_owned()
///     }
///
///     fn open(self, _: &Run, host: Host) -> Result<MyRealm, String> {
///         limit_memory(512 << 20);
///         MyRealm::new(host).map_err(|error| format!("the engine can't start: {error}"))
///     }
/// }
/// ```
pub trait Engine {
    /// A global object with its event loop.
    type Realm: Realm;

    /// The runtime's own version.
    fn version(&self) -> String;

    /// The JavaScript engine and its version, as reports show it.
    fn engine(&self) -> String;

    /// Makes the global object that `run` shall run in, with `globalThis.__winterproof__` on it: an
    /// object whose methods `send(text)` and `completed()` are those of `host`. An `Err` says why
    /// that is impossible.
    fn open(self, run: &Run, host: Host) -> Result<Self::Realm, String>;
}

/// A global object with its event loop.
///
/// Nothing here decides anything: the realm does one thing at a time and tells what came of it.
pub trait Realm {
    /// What a script can throw.
    type Value;

    /// Evaluates a classic script, which stacks shall call `url`. `Err` is what it threw, parsing
    /// included. Microtasks that it leaves behind are not run yet.
    fn evaluate(&mut self, url: &str, source: &str) -> Result<(), Self::Value>;

    /// Calls one of the functions that the report hook left on the host's object, the one that
    /// [`Call::function`] names: with the kind as a string and the value, with the reason as a string, or
    /// without arguments. The test can't see that object any more, so the realm keeps it.
    fn call(&mut self, call: Call<'_, Self::Value>) -> Result<(), CallError>;

    /// Runs microtasks until none is left, then looks for rejections that nothing handled. It is
    /// called again after each that is not caught, and gives up at `until`.
    fn microtasks(&mut self, until: Instant) -> Microtasks<Self::Value>;

    /// Waits for the next task (a timer, an answer from the network) and runs it, without the microtasks
    /// that it leaves behind. Where none is left and none can come, it is idle, which ends a test that
    /// never settles at once.
    fn task(&mut self, until: Instant) -> Task<Self::Value>;

    /// A thrown value as text, for when there is no report hook to hand it to.
    fn describe(&mut self, value: &Self::Value) -> Description;
}

/// A call of the report hook.
#[derive(Debug)]
pub enum Call<'a, V> {
    /// Nothing caught this.
    Uncaught(Kind, &'a V),
    /// The deadline has passed or nothing is left to run.
    Expire(&'a str),
    /// Say what is still unsaid and that the test is done.
    Close,
}

impl<V> Call<'_, V> {
    /// The name of the function to call.
    pub fn function(&self) -> &'static str {
        match self {
            Self::Uncaught(..) => "uncaught",
            Self::Expire(_) => "expire",
            Self::Close => "close",
        }
    }
}

/// What was not caught.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A script, a task or a microtask threw.
    Error,
    /// A promise was rejected and nobody listens.
    Rejection,
}

impl Kind {
    /// The name that the report hook knows it by.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Rejection => "unhandledrejection",
        }
    }
}

/// Why the report hook could not be called.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum CallError {
    /// The hook has not left that function: it did not load.
    Absent,
    /// The hook threw this.
    Threw(String),
}

/// What came of running microtasks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Microtasks<V> {
    /// None is left, and neither is an unhandled rejection.
    Drained,
    /// Nothing caught this; there may be more to run.
    Uncaught(Kind, V),
    /// The time is up.
    Late,
}

/// What came of waiting for a task.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Task<V> {
    /// A task ran.
    Ran,
    /// A task ran and threw.
    Threw(V),
    /// No task is left, and none can come.
    Idle,
    /// The time is up.
    Late,
}

/// A thrown value as text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Description {
    /// The error's text.
    pub message: String,
    /// The engine's own stack text.
    pub stack: Option<String>,
}

/// Serves the request on standard input and ends the process.
///
/// Exit codes: 0 the request was served, 1 the host is at fault and said so on the channel, 2 there
/// is no request or no channel to answer on.
pub fn serve(engine: impl Engine) -> ! {
    limits::no_core_dumps();
    let code = match answer(engine) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("winterproof: {error}");
            2
        }
    };
    // At once: taking the engine apart costs time and can crash after all is said.
    exit(code)
}

fn answer(engine: impl Engine) -> Result<i32, String> {
    let mut line = String::new();
    io::stdin()
        .read_line(&mut line)
        .map_err(|error| format!("no request on standard input: {error}"))?;
    let request = Request::parse(&line).map_err(|error| error.to_string())?;
    let channel = File::options()
        .write(true)
        .open(CHANNEL)
        .map_err(|error| format!("no channel {CHANNEL} to answer on: {error}"))?;
    let host = Host::new(request.key, channel);
    host.say(&Message::Hello(Hello {
        wire: WIRE_VERSION,
        version: engine.version(),
        engine: Some(engine.engine()),
    }));
    match request.ask {
        Ask::Hello => Ok(0),
        Ask::Run(run) => Ok(conduct(engine, &run, &host)),
    }
}

fn conduct(engine: impl Engine, run: &Run, host: &Host) -> i32 {
    let stop = match engine.open(run, host.clone()) {
        Ok(mut realm) => Conductor::new(&mut realm, host).conduct(run).err(),
        Err(error) => Some(Stop::Fault(error)),
    };
    match stop {
        Some(Stop::Fault(message)) => {
            host.say(&Message::Fault { message });
            1
        }
        Some(Stop::Done) | None => 0,
    }
}
