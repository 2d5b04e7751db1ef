//! The shape "http": a host that is a server. Each test is a request to it, its messages are the
//! lines of the answer.
//!
//! A host runs one test at a time, so that all it prints meanwhile is that test's, and one that has
//! to be killed takes no other test with it: tests that run at once have hosts of their own. A host
//! is used again only after an answer that ended as it should. What starts and ends hosts
//! ([`local`]) and what speaks with them ([`talk`]) know nothing of each other.

mod local;
mod talk;

use std::io;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::{Instant, sleep_until, timeout};
use winterproof_model::RuntimeInfo;
use winterproof_model::wire::{Ask, Message, Run};

use crate::http::local::{Host, Hosts};
use crate::http::talk::{Heard, Talk};
use crate::info::runtime_info;
use crate::process::{Launch, Who};
use crate::request::{include_scripts, request};
use crate::{ConnectError, Ended, Execution, Session, SessionError, Signal};

/// How long an answer may go on after the end of its process.
const LINGER: Duration = Duration::from_millis(500);

/// How long a host whose answer broke off may take to end by itself.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// Hosts of one runtime.
#[derive(Debug)]
pub(crate) struct HttpSession {
    hosts: Arc<Hosts>,
    info: RuntimeInfo,
    reads_files: bool,
}

impl HttpSession {
    /// Starts a host and asks who it is; it has `patience` to answer. `binary` is what the manifest
    /// calls so.
    pub(crate) async fn connect(
        launch: Launch,
        binary: String,
        who: Who<'_>,
        patience: Duration,
    ) -> Result<Self, ConnectError> {
        let hosts = Arc::new(Hosts::new(launch, patience));
        let (host, hello) = hosts.begin().await?;
        hosts.give_back(host);
        Ok(Self {
            hosts,
            info: RuntimeInfo {
                binary: Some(binary),
                options: who.options,
                flags: who.flags,
                ..runtime_info(who.manifest, hello)
            },
            reads_files: who.manifest.http.reads_files,
        })
    }
}

#[async_trait]
impl Session for HttpSession {
    fn info(&self) -> &RuntimeInfo {
        &self.info
    }

    async fn start(&self, run: Run) -> Result<Box<dyn Execution>, SessionError> {
        let request = request(Ask::Run(Box::new(run)));
        let mut request = request.map_err(failed("make a request for a test"))?;
        if !self.reads_files {
            include_scripts(&mut request).map_err(failed("read a script of the run"))?;
        }
        let host = self.hosts.take().await.map_err(|error| match error {
            ConnectError::Session(error) => error,
            error => SessionError::Host {
                id: self.info.id.clone(),
                source: Box::new(error),
            },
        })?;
        Ok(Box::new(Exchange {
            id: self.info.id.clone(),
            hosts: Arc::clone(&self.hosts),
            talk: Some(host.talk(&request).map_err(failed("listen to a host"))?),
            host: Some(host),
            exited: None,
            until: Instant::now(),
            is_done: false,
            end: None,
        }))
    }
}

fn failed(action: &'static str) -> impl FnOnce(io::Error) -> SessionError {
    move |source| SessionError::Io { action, source }
}

/// How an answer ended.
#[derive(Debug)]
enum AnswerEnd {
    /// As it should.
    Whole,
    /// Otherwise: what happened.
    Cut(String),
    /// Nobody knows; the process is gone, or may go.
    Gone,
}

/// A test that a host runs.
struct Exchange {
    id: String,
    hosts: Arc<Hosts>,
    /// `None` once nobody listens any more.
    talk: Option<Talk>,
    /// `None` once it is over.
    host: Option<Host>,
    exited: Option<ExitStatus>,
    /// Until when the answer is heard after the end of the process.
    until: Instant,
    is_done: bool,
    end: Option<AnswerEnd>,
}

impl Exchange {
    /// What the host says next; `None` at the end of the answer.
    async fn hear(&mut self) -> Result<Option<Message>, SessionError> {
        let (Some(host), Some(talk)) = (&mut self.host, &mut self.talk) else {
            return Ok(None);
        };
        while self.end.is_none() {
            tokio::select! {
                heard = talk.next() => match heard {
                    Heard::Message(message) => return message.map(Some).map_err(|source| {
                        SessionError::Wire { id: self.id.clone(), source }
                    }),
                    Heard::End => self.end = Some(AnswerEnd::Whole),
                    Heard::Cut(how) => self.end = Some(AnswerEnd::Cut(how)),
                },
                status = host.wait(), if self.exited.is_none() => {
                    self.exited = Some(status.map_err(failed("wait for a host"))?);
                    self.until = Instant::now() + LINGER;
                }
                () = sleep_until(self.until), if self.exited.is_some() => {
                    self.end = Some(AnswerEnd::Gone);
                }
            }
        }
        Ok(None)
    }

    /// Hears the answer to its end; what comes after the last message that counts does not.
    async fn finish(&mut self) {
        while let Ok(Some(_)) = self.hear().await {}
    }
}

#[async_trait]
impl Execution for Exchange {
    async fn next(&mut self) -> Result<Signal, SessionError> {
        match self.hear().await? {
            Some(Message::Fault { message }) => Err(SessionError::Fault {
                id: self.id.clone(),
                message,
            }),
            Some(message) => {
                self.is_done |= matches!(message, Message::Done { .. });
                Ok(Signal::Message(message))
            }
            None => Ok(Signal::Ended),
        }
    }

    async fn end(&mut self, grace: Duration) -> Ended {
        if !grace.is_zero() && timeout(grace, self.finish()).await.is_err() {
            self.end = None;
        }
        // It keeps what was printed and is no message.
        self.talk = None;
        let Some(mut host) = self.host.take() else {
            return Ended::default();
        };
        if self.is_done && self.exited.is_none() && matches!(self.end, Some(AnswerEnd::Whole)) {
            let (stdout_tail, stderr_tail) = host.printed();
            self.hosts.give_back(host);
            return Ended {
                stdout_tail,
                stderr_tail,
                ..Ended::default()
            };
        }
        // An answer that breaks off is often all that is seen first of a process that ends.
        if self.exited.is_none()
            && self.end.is_some()
            && let Ok(Ok(status)) = timeout(LAST_WORDS, host.wait()).await
        {
            self.exited = Some(status);
        }
        host.kill().await;
        let (stdout_tail, stderr_tail) = host.printed();
        let how = match self.end.take() {
            Some(AnswerEnd::Whole) => Some("the host ended its answer".to_owned()),
            Some(AnswerEnd::Cut(how)) => Some(how),
            Some(AnswerEnd::Gone) | None => None,
        };
        Ended {
            lost: false,
            status: self.exited,
            how,
            stdout_tail,
            stderr_tail,
        }
    }
}
