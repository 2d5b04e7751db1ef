//! Where hosts are: processes on this machine, each listening on a port of 127.0.0.1 that it is given
//! when it is started.
//!
//! Does not own: what is said to them.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::fd::OwnedFd;
use std::process::{ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{Instant, timeout, timeout_at};
use winterproof_model::wire::{Ask, Hello, Message, Request};

use crate::channel::Channel;
use crate::group::{self, Group};
use crate::http::talk::{Heard, Place, Talk};
use crate::manifest::Medium;
use crate::output::{Kept, Printed};
use crate::process::{Launch, indented};
use crate::request::request;
use crate::{ConnectError, SessionError};

/// How often it is looked whether a new host listens.
const LOOK: Duration = Duration::from_millis(10);

/// How long one that answers strangely may take to end: somebody else may have its port.
const DOUBT: Duration = Duration::from_millis(500);

/// How many ports are tried: a free one can be taken before the host takes it.
const PORTS: usize = 3;

/// The hosts of a session.
#[derive(Debug)]
pub(crate) struct Hosts {
    launch: Launch,
    /// How long one may take to say hello.
    patience: Duration,
    idle: Mutex<Vec<Host>>,
}

impl Hosts {
    pub(crate) fn new(launch: Launch, patience: Duration) -> Self {
        Self {
            launch,
            patience,
            idle: Mutex::default(),
        }
    }

    /// A host for one test.
    pub(crate) async fn take(&self) -> Result<Host, ConnectError> {
        loop {
            // Nothing panics while it is locked.
            let idle = self
                .idle
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop();
            let Some(mut host) = idle else {
                return Ok(self.begin().await?.0);
            };
            // One that has ended since is no loss: nobody was using it.
            if let Ok(None) = host.child.try_wait() {
                host.printed();
                return Ok(host);
            }
        }
    }

    /// Takes back a host that can run another test.
    pub(crate) fn give_back(&self, host: Host) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(host);
    }

    /// Starts a host and asks who it is.
    pub(crate) async fn begin(&self) -> Result<(Host, Hello), ConnectError> {
        let (launch, patience) = (self.launch.clone(), self.patience);
        // By a thread of the pool: on Linux a process dies with the thread that started it.
        let begun = tokio::spawn(async move {
            let mut tried = 1;
            loop {
                match Host::start(&launch, patience).await {
                    Err(error) if tried < PORTS && is_taken(&error) => tried += 1,
                    result => return result,
                }
            }
        });
        begun.await.unwrap_or_else(|error| {
            Err(ConnectError::Start {
                binary: self.launch.shown(),
                source: io::Error::other(error),
            })
        })
    }
}

/// Whether somebody else has taken the port; only the host's own words tell.
fn is_taken(error: &ConnectError) -> bool {
    let ConnectError::Silent { stderr, .. } = error else {
        return false;
    };
    let stderr = stderr.to_ascii_lowercase();
    ["eaddrinuse", "address already in use", "address in use"]
        .iter()
        .any(|words| stderr.contains(words))
}

/// A process that is a host.
#[derive(Debug)]
pub(crate) struct Host {
    child: Child,
    /// `None` once it is killed.
    group: Option<Group>,
    place: Place,
    stdout: Stdout,
    stderr: Printed,
}

/// What becomes of standard output.
#[derive(Debug)]
enum Stdout {
    /// It is the tests'.
    Printed(Printed),
    /// Messages come over it; while nobody listens, nothing is printed.
    Channel {
        pipe: OwnedFd,
        /// What is no message.
        kept: Kept,
    },
}

impl Host {
    async fn start(launch: &Launch, patience: Duration) -> Result<(Self, Hello), ConnectError> {
        let deadline = Instant::now() + patience;
        let failed = |source| ConnectError::Start {
            binary: launch.shown(),
            source,
        };
        let mut host = Self::spawn(launch).map_err(failed)?;
        match timeout_at(deadline, host.meet(launch)).await {
            Ok(Ok(hello)) => Ok((host, hello)),
            Ok(Err(Refusal::Error(error))) => Err(error),
            Ok(Err(Refusal::Ended(status))) => {
                host.kill().await;
                Err(ConnectError::Silent {
                    binary: launch.shown(),
                    how: status.to_string(),
                    stderr: indented(&host.printed().1),
                })
            }
            Ok(Err(Refusal::Strange(problem))) => {
                let ended = timeout(DOUBT, host.wait()).await;
                host.kill().await;
                let (binary, stderr) = (launch.shown(), indented(&host.printed().1));
                Err(match ended {
                    Ok(Ok(status)) => ConnectError::Silent {
                        binary,
                        how: status.to_string(),
                        stderr,
                    },
                    _ => ConnectError::Strange {
                        binary,
                        problem,
                        stderr,
                    },
                })
            }
            Err(_) => {
                host.kill().await;
                Err(ConnectError::Hangs {
                    binary: launch.shown(),
                    seconds: patience.as_secs(),
                    stderr: indented(&host.printed().1),
                })
            }
        }
    }

    fn spawn(launch: &Launch) -> io::Result<Self> {
        let port = free_port()?;
        let args = launch
            .args
            .iter()
            .map(|arg| arg.replace("{port}", &port.to_string()));
        let mut command = Command::new(&launch.binary);
        command
            .args(args)
            .envs(launch.env.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let (mut child, group) = group::spawn(&mut command)?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let stderr = child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self {
            child,
            group: Some(group),
            place: Place {
                address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
                authority: format!("127.0.0.1:{port}"),
                path: "/".to_owned(),
            },
            stdout: match launch.channel {
                Medium::Stdout => Stdout::Channel {
                    pipe: stdout.into_owned_fd()?,
                    kept: Kept::default(),
                },
                Medium::Fd3 => Stdout::Printed(Printed::of(stdout.into_owned_fd()?)?),
            },
            stderr: Printed::of(stderr.into_owned_fd()?)?,
        })
    }

    /// Waits until it listens, and hears who it is.
    async fn meet(&mut self, launch: &Launch) -> Result<Hello, Refusal> {
        let unable = |source| ConnectError::Start {
            binary: launch.shown(),
            source,
        };
        while !listens(self.place.address).await {
            if let Ok(status) = timeout(LOOK, self.wait()).await {
                return Err(Refusal::Ended(status.map_err(unable)?));
            }
        }
        let request = request(Ask::Hello).map_err(unable)?;
        let mut talk = self.talk(&request).map_err(unable)?;
        let mut hello = None;
        loop {
            let id = launch.id.clone();
            let heard = tokio::select! {
                heard = talk.next() => heard,
                status = self.wait() => return Err(Refusal::Ended(status.map_err(unable)?)),
            };
            match heard {
                Heard::Message(Ok(Message::Hello(heard))) => hello = Some(heard),
                Heard::Message(Ok(Message::Fault { message })) => {
                    return Err(SessionError::Fault { id, message }.into());
                }
                Heard::Message(Ok(_)) => {
                    return Err(Refusal::Strange("it said something else first".into()));
                }
                Heard::Message(Err(source)) => return Err(SessionError::Wire { id, source }.into()),
                Heard::End => {
                    return hello.ok_or_else(|| {
                        Refusal::Strange("it answered without saying hello".to_owned())
                    });
                }
                Heard::Cut(how) => return Err(Refusal::Strange(how)),
            }
        }
    }

    /// A request to it.
    pub(crate) fn talk(&self, request: &Request) -> io::Result<Talk> {
        let printed = match &self.stdout {
            Stdout::Printed(_) => None,
            Stdout::Channel { pipe, kept } => Some(Channel::new(
                pipe.try_clone()?,
                &request.key,
                Some(kept.clone()),
            )?),
        };
        Ok(Talk::new(&self.place, request, printed))
    }

    /// Waits until it ends by itself.
    pub(crate) async fn wait(&mut self) -> io::Result<ExitStatus> {
        self.child.wait().await
    }

    /// Ends it and everything that it started.
    pub(crate) async fn kill(&mut self) {
        self.group = None;
        // Only reaps: what it says is that we killed it.
        let _ = self.child.wait().await;
    }

    /// What it has printed since it was last asked: the last of standard output and of standard
    /// error.
    pub(crate) fn printed(&mut self) -> (String, String) {
        let stdout = match &self.stdout {
            Stdout::Printed(printed) => printed.take(),
            Stdout::Channel { kept, .. } => kept.take(),
        };
        (stdout, self.stderr.take())
    }
}

/// Why a host is none.
enum Refusal {
    Ended(ExitStatus),
    /// It answers, and not as a host does.
    Strange(String),
    Error(ConnectError),
}

impl From<ConnectError> for Refusal {
    fn from(error: ConnectError) -> Self {
        Self::Error(error)
    }
}

impl From<SessionError> for Refusal {
    fn from(error: SessionError) -> Self {
        Self::Error(error.into())
    }
}

fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

async fn listens(address: SocketAddr) -> bool {
    let Ok(stream) = TcpStream::connect(address).await else {
        return false;
    };
    // A connection to a port where nobody listens can, rarely, end where it begins.
    stream.local_addr().is_ok_and(|local| local != address)
}
