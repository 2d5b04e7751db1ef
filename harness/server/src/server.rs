//! The listeners of a server, on loopback only.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;

use crate::connection;
use crate::origins::{Hosts, Origins};
use crate::request::{Entry, Request};
use crate::site::Site;
use crate::tls::Authority;
use crate::wpt::{headers_beside, piped_text};
use crate::{Bytes, Files, Handler, Header, Observer, Wptserve};

/// How many ports are tried until one is free on IPv4 and IPv6.
const TRIES: usize = 32;

/// How many connections a listener has at once; more have to wait.
const CONNECTIONS: usize = 4096;

/// A running server; dropping it ends it, with all its connections.
#[derive(Debug)]
pub struct Server {
    site: Arc<Site>,
    listeners: Vec<JoinHandle<()>>,
}

/// What all servers of a run have in common.
#[derive(Clone, Debug)]
pub struct Serving {
    /// The files of the suite root.
    pub files: Arc<dyn Files>,
    /// Who vouches for the servers.
    pub authority: Arc<Authority>,
    /// What they are called.
    pub hosts: Hosts,
    /// Whether the tests expect the names that web-platform-tests give to hosts.
    pub wpt: bool,
    /// Who hears what they answer.
    pub observer: Option<Arc<dyn Observer>>,
    /// Who is asked for what a Python script would answer that they don't know.
    pub wptserve: Option<Arc<Wptserve>>,
}

impl Serving {
    /// Serves `files` under the names of this machine, with a new authority.
    pub fn new(files: Arc<dyn Files>) -> Result<Self, ServerError> {
        Ok(Self {
            files,
            authority: Authority::new()?,
            hosts: Hosts::of_this_machine(),
            wpt: false,
            observer: None,
            wptserve: None,
        })
    }
}

/// Why there is no server.
#[derive(Debug, thiserror::Error)]
#[error("failed to start the server for the tests on 127.0.0.1: {0}")]
pub struct ServerError(#[from] io::Error);

impl Server {
    /// Starts a server on free ports; `handler` is asked before files are looked for.
    pub async fn start(
        serving: &Serving,
        handler: Option<Arc<dyn Handler>>,
    ) -> Result<Self, ServerError> {
        Self::start_at(serving, handler, 0).await
    }

    /// Starts a server whose first port for HTTP is `first`, or a free one for 0. The second is the next
    /// one then, if nobody has it.
    pub async fn start_at(
        serving: &Serving,
        handler: Option<Arc<dyn Handler>>,
        first: u16,
    ) -> Result<Self, ServerError> {
        let mut doors = Vec::new();
        for (tls, http2) in [
            (false, false),
            (false, false),
            (true, false),
            (true, false),
            (true, true),
        ] {
            let tls = tls.then(|| serving.authority.acceptor(http2));
            let next = match doors.len() {
                0 => Some(bind(first).await?),
                // Behind the last port there is 0, and that is a free one.
                1 if first > 0 => bind(first.wrapping_add(1)).await.ok(),
                _ => None,
            };
            let door = match next {
                Some(door) => door,
                None => bind(0).await?,
            };
            doors.push((door, tls));
        }
        let port = |at: usize| doors[at].0.port;
        let (host, alternate) = serving.hosts.names();
        let origins = Origins {
            host: host.to_owned(),
            alternate: alternate.to_owned(),
            subdomains: serving.hosts == Hosts::Wpt,
            http: [port(0), port(1)],
            https: [port(2), port(3)],
            h2: port(4),
        };
        let site = Arc::new(Site::new(serving, handler, origins));
        let mut listeners = Vec::new();
        for (door, tls) in doors {
            let entry = Entry {
                tls: tls.is_some(),
                port: door.port,
                client: 0,
            };
            for listener in door.listeners {
                let accepting = accept(listener, tls.clone(), entry, Arc::clone(&site));
                listeners.push(tokio::spawn(accepting));
            }
        }
        Ok(Self { site, listeners })
    }

    /// Where it answers.
    pub fn origins(&self) -> &Origins {
        &self.site.origins
    }

    /// A new test begins: nothing is left of the one before.
    pub fn begin(&self) {
        self.site.begin();
    }

    /// The paths of what the test asked for and nobody knows how to answer, sorted.
    pub fn unanswered(&self) -> Vec<String> {
        self.site.unanswered("")
    }

    /// As [`Server::unanswered`], where tests run at the same time: what was asked for by whoever says
    /// (`Referer`) that its own path begins with `who`.
    pub fn unanswered_by(&self, who: &str) -> Vec<String> {
        self.site.unanswered(who)
    }

    /// What whoever asks for the file at `path` gets, if pipes make that of it: because its name says
    /// that it has templates (`.sub.`), or because the query names some; `origin` and `query` are those
    /// of the address. `Err` says what is wrong with it.
    pub fn piped(&self, origin: &str, path: &str, query: &str) -> Option<Result<Bytes, String>> {
        let request = Request::made_up(Arc::clone(&self.site), origin, path, query);
        let text = piped_text(&request)?;
        Some(text.map_err(|error| format!("{path}: {error}")))
    }

    /// The headers that stand beside the file at `path` (`.headers`), for an answer that is made of
    /// it; `Err` says what is wrong with them.
    pub fn headers_beside(
        &self,
        origin: &str,
        path: &str,
        query: &str,
    ) -> Result<Vec<Header>, String> {
        let request = Request::made_up(Arc::clone(&self.site), origin, path, query);
        headers_beside(&request).map_err(|error| format!("the headers beside {path}: {error}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for listener in &self.listeners {
            listener.abort();
        }
    }
}

/// A port that is listened to on IPv4 and, where the machine has it, on IPv6: `localhost` can mean
/// either.
struct Door {
    port: u16,
    listeners: Vec<TcpListener>,
}

/// Binds to `wanted`, or to a free port for 0.
async fn bind(wanted: u16) -> io::Result<Door> {
    let mut tries = 0;
    loop {
        let four = TcpListener::bind((Ipv4Addr::LOCALHOST, wanted)).await?;
        let port = four.local_addr()?.port();
        match TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await {
            Ok(six) => {
                let listeners = vec![four, six];
                return Ok(Door { port, listeners });
            }
            // Somebody else has the port there.
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && wanted != 0 => {
                return Err(error);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && tries < TRIES => tries += 1,
            Err(_) => {
                let listeners = vec![four];
                return Ok(Door { port, listeners });
            }
        }
    }
}

/// Accepts connections until it is aborted, which ends them too.
async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, entry: Entry, site: Arc<Site>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        if connections.len() >= CONNECTIONS {
            connections.join_next().await;
            continue;
        }
        match listener.accept().await {
            Ok((stream, from)) if is_loopback(from) => {
                let client = from.port();
                let entry = Entry { client, ..entry };
                let serving = connection::serve(stream, tls.clone(), entry, Arc::clone(&site));
                connections.spawn(serving);
            }
            Ok(_) => {}
            // The process has no file descriptors left, or the client is gone already.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
}

fn is_loopback(address: SocketAddr) -> bool {
    address.ip().to_canonical().is_loopback()
}
