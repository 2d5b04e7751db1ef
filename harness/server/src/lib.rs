//! The web server that tests talk to: HTTP/1.1, HTTP/2, TLS and WebSocket on several origins, on
//! loopback only, on free ports.
//!
//! Owns: everything between a connection and a response, with the conventions of web-platform-tests'
//! own server (<https://web-platform-tests.org/writing-tests/server-features.html>), the answers of its
//! handlers, and endpoints of our own. Does not own: where files come from ([`Files`]), and which tests there are.

mod connection;
mod endpoints;
mod heads;
mod observer;
mod origins;
mod request;
mod response;
mod server;
mod site;
mod socket;
mod stash;
mod tls;
mod wpt;
mod wptserve;

#[doc(hidden)]
pub mod fuzzing;

use std::borrow::Cow;
use std::fmt::Debug;
use std::time::SystemTime;

use async_trait::async_trait;

pub use bytes::Bytes;
pub use http::HeaderMap;
pub use observer::{Exchange, Observer, Outcome};
pub use origins::{Hosts, Origins};
pub use server::{Server, ServerError, Serving};
pub use tls::Authority;
pub use wptserve::{Ports, Wptserve, WptserveError};

/// Whether servers know how to answer for a Python script of web-platform-tests: its path there, or
/// its file name alone.
pub fn answers_for(script: &str) -> bool {
    wpt::answers_for(script)
}

/// Where the files come from.
pub trait Files: Debug + Send + Sync + 'static {
    /// The content of the file at `path` (percent-decoded, with a leading slash); `None` when there
    /// is none that may be read.
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>>;

    /// Whether there is such a file.
    fn has(&self, path: &str) -> bool {
        self.read(path).is_some()
    }

    /// The names in the folder at `path`, sorted, those of folders with a slash behind; `None` when
    /// there is no such folder.
    fn list(&self, _path: &str) -> Option<Vec<String>> {
        None
    }

    /// When the folder at `path` last changed: as long as that stays the same, so do the names in it.
    /// `None` where nobody can tell.
    fn changed(&self, _path: &str) -> Option<SystemTime> {
        None
    }
}

/// Somebody who answers requests before files are looked for.
#[async_trait]
pub trait Handler: Debug + Send + Sync + 'static {
    /// Whether this request is for it.
    fn wants(&self, asked: &Asked<'_>) -> bool;

    /// Answers a request to `path` that it wanted, which has this body. Dropped when whoever asked
    /// is gone.
    async fn answer(&self, path: &str, body: Bytes) -> Reply;
}

/// A request as far as it is known before its body is read.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// `GET`, `POST` and the like.
    pub method: &'a str,
    /// Percent-decoded, with a leading slash.
    pub path: &'a str,
    /// What the answer is wanted for (`Sec-Fetch-Dest`), such as `worker`; empty when it isn't said.
    pub destination: &'a str,
}

/// The name of a header and its value.
pub type Header = (Vec<u8>, Vec<u8>);

/// What a handler answers.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The media type of the body.
    pub mime: &'static str,
    /// Headers beside those, names and values; each takes the place of what it is called like.
    pub headers: Vec<Header>,
    /// Whether it stays the same for ever, and may be kept.
    pub immutable: bool,
    /// The body.
    pub body: Bytes,
}
