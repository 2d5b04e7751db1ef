//! The order of a run: scripts, then the event loop until the test is done, idle or late.

use std::borrow::Cow;
use std::fs;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use url::{Position, Url, quirks};
use winterproof_model::HarnessStatus;
use winterproof_model::wire::{Message, Run, Script, Text};

use crate::{Call, CallError, Description, Host, Kind, Microtasks, Realm, Task};

/// How long microtasks may still run after the test was told that its time is over.
const GRACE: Duration = Duration::from_millis(50);

pub(crate) struct Conductor<'a, R> {
    realm: &'a mut R,
    host: &'a Host,
}

/// Why a run ends before its regular end.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Stop {
    /// All is said.
    Done,
    /// The host is at fault.
    Fault(String),
}

impl<'a, R: Realm> Conductor<'a, R> {
    pub(crate) fn new(realm: &'a mut R, host: &'a Host) -> Self {
        Self { realm, host }
    }

    pub(crate) fn conduct(mut self, run: &Run) -> Result<(), Stop> {
        let until = Instant::now() + Duration::from_millis(run.timeout_ms);
        let prelude = prelude(run)?;
        if let Err(value) = self.realm.evaluate("winterproof:prelude", &prelude) {
            let Description { message, .. } = self.realm.describe(&value);
            return Err(Stop::Fault(format!("the prelude threw: {message}")));
        }
        for Script { url, text } in &run.scripts {
            let source = read(text)?;
            if let Err(value) = self.realm.evaluate(url, &source) {
                self.uncaught(Kind::Error, &value)?;
            }
        }
        match self.turn_until_done(until)? {
            Ended::Completed => {}
            Ended::Idle => self.expire("the runtime is idle and the test is not done")?,
            Ended::Late => self.expire(&format!("not done after {} ms", run.timeout_ms))?,
        }
        self.call(Call::Close)
    }

    fn turn_until_done(&mut self, until: Instant) -> Result<Ended, Stop> {
        loop {
            // Rejections that are already there belong to the test, also when it is complete.
            if !self.drain(until)? {
                return Ok(Ended::Late);
            }
            if self.host.is_completed() {
                return Ok(Ended::Completed);
            }
            match self.realm.task(until) {
                Task::Ran => {}
                Task::Threw(value) => self.uncaught(Kind::Error, &value)?,
                Task::Idle => return Ok(Ended::Idle),
                Task::Late => return Ok(Ended::Late),
            }
        }
    }

    /// Runs all microtasks; false if the time did not suffice.
    fn drain(&mut self, until: Instant) -> Result<bool, Stop> {
        loop {
            match self.realm.microtasks(until) {
                Microtasks::Drained => return Ok(true),
                Microtasks::Uncaught(kind, value) => self.uncaught(kind, &value)?,
                Microtasks::Late => return Ok(false),
            }
        }
    }

    fn expire(&mut self, reason: &str) -> Result<(), Stop> {
        self.call(Call::Expire(reason))?;
        self.drain(Instant::now() + GRACE)?;
        Ok(())
    }

    fn uncaught(&mut self, kind: Kind, value: &R::Value) -> Result<(), Stop> {
        match self.realm.call(Call::Uncaught(kind, value)) {
            Ok(()) => Ok(()),
            // testharness.js itself did not load: there is nobody to report to.
            Err(CallError::Absent) => {
                let Description { message, stack } = self.realm.describe(value);
                Err(self.error(message, stack))
            }
            Err(CallError::Threw(text)) => Err(self.error(threw("uncaught", &text), None)),
        }
    }

    /// Ends the test: what stopped it is the test's or the engine's doing, not the host's.
    fn error(&self, message: String, stack: Option<String>) -> Stop {
        self.host.say(&Message::Done {
            status: HarnessStatus::Error,
            message: Some(message),
            stack,
        });
        Stop::Done
    }

    fn call(&mut self, call: Call<'_, R::Value>) -> Result<(), Stop> {
        let function = call.function();
        self.realm.call(call).map_err(|error| match error {
            CallError::Absent => Stop::Fault(format!(
                "no script has set {function}() on the host's object"
            )),
            CallError::Threw(text) => self.error(threw(function, &text), None),
        })
    }
}

fn threw(function: &str, text: &str) -> String {
    format!("the report hook's {function}() threw: {text}")
}

enum Ended {
    Completed,
    Idle,
    Late,
}

fn read(text: &Text) -> Result<Cow<'_, str>, Stop> {
    match text {
        Text::Source(source) => Ok(Cow::Borrowed(source)),
        Text::File(path) => match fs::read_to_string(path) {
            Ok(source) => Ok(Cow::Owned(source)),
            Err(error) => Err(Stop::Fault(format!("failed to read {path}: {error}"))),
        },
    }
}

fn prelude(run: &Run) -> Result<String, Stop> {
    let address = match &run.base_url {
        Some(url) if !run.aliases.is_empty() => {
            let url = Url::parse(url)
                .map_err(|error| Stop::Fault(format!("the base URL is {url}: {error}")))?;
            address(&url)
        }
        _ => Value::Null,
    };
    let aliases = json!(run.aliases);
    let title = json!(run.title);
    let function = include_str!("prelude.js").trim_end();
    Ok(format!("{function}({aliases}, {address}, {title});"))
}

/// What WPT's tests read of `location`; their variants stand in its query.
fn address(url: &Url) -> Value {
    json!({
        "href": url.as_str(),
        "origin": url.origin().ascii_serialization(),
        "protocol": format!("{}:", url.scheme()),
        "host": &url[Position::BeforeHost..Position::AfterPort],
        "hostname": url.host_str().unwrap_or_default(),
        "port": &url[Position::BeforePort..Position::AfterPort],
        "pathname": url.path(),
        "search": quirks::search(url),
        "hash": quirks::hash(url),
    })
}

#[cfg(test)]
mod tests;
