//! Who hears what a server answers: logs for people, recordings of runs.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use http::HeaderMap;

use crate::origins::Origins;
use crate::request::Request;
use crate::response::Answer;

/// Hears of each request when its answer begins, from any thread. What a [`Handler`](crate::Handler)
/// answers is its own affair, and not heard of.
pub trait Observer: Debug + Send + Sync + 'static {
    /// Whether bodies of requests are kept for it.
    fn wants_bodies(&self) -> bool {
        false
    }

    /// A request has been answered, or its client is gone.
    fn answered(&self, exchange: &Exchange<'_>);
}

/// A request and how it was answered.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    /// `GET` and the like.
    pub method: &'a str,
    /// The whole URL that was asked for.
    pub url: &'a str,
    /// The origins of the server that was asked.
    pub origins: &'a Origins,
    /// Which of its ports was asked, as [`Origins::ports`] has them: `http`, `https` or `h2`, and the
    /// index.
    pub port: (&'static str, usize),
    /// Path and query as they were sent.
    pub target: &'a str,
    /// The headers of the request.
    pub headers: &'a HeaderMap,
    /// The body of the request, as far as it was read and the observer wants it.
    pub body: &'a [u8],
    /// How it was answered.
    pub outcome: Outcome,
    /// When the head of the request was there.
    pub started: Instant,
    /// How long it took until the answer began.
    pub duration: Duration,
}

/// How a request was answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// With this status.
    Status(u16),
    /// With bytes that the server doesn't look into.
    Raw,
    /// The handler has taken the connection over: a WebSocket.
    Takeover,
    /// Not at all: the client went away before.
    Gone,
}

impl Outcome {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Response(response) => Self::Status(response.status),
            Answer::Raw(_) => Self::Raw,
            Answer::Takeover(_) | Answer::Tunnel(..) => Self::Takeover,
        }
    }
}

/// A request that is being answered; its observer hears of it when this is dropped, as it is when the
/// client goes away.
pub(crate) struct Watched {
    pub request: Request,
    outcome: Outcome,
    started: Instant,
}

impl Watched {
    pub fn new(mut request: Request) -> Self {
        if let Some(observer) = &request.site.observer
            && observer.wants_bodies()
        {
            request.keep_body();
        }
        Self {
            request,
            outcome: Outcome::Gone,
            started: Instant::now(),
        }
    }

    pub fn answered(&mut self, answer: &Answer) {
        self.outcome = Outcome::of(answer);
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let request = &self.request;
        let Some(observer) = &request.site.observer else {
            return;
        };
        if request.site.handler_of(request).is_some() {
            return;
        }
        observer.answered(&Exchange {
            method: request.method.as_str(),
            url: &request.url(),
            origins: &request.site.origins,
            port: port(request),
            target: &request.target(),
            headers: &request.headers,
            body: request.kept(),
            outcome: self.outcome,
            started: self.started,
            duration: self.started.elapsed(),
        });
    }
}

fn port(request: &Request) -> (&'static str, usize) {
    let at = |scheme| {
        let mut ports = request.site.origins.ports(scheme).iter();
        let index = ports.position(|port| *port == request.entry.port)?;
        Some((scheme, index))
    };
    let found = ["http", "https", "h2"].into_iter().find_map(at);
    found.unwrap_or((request.scheme(), 0))
}
