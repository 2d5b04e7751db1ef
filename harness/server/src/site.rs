//! What a server answers: its own handlers and endpoints first, then the files of the suite root as
//! web-platform-tests' server would give them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hyper::body::Incoming;

use crate::endpoints;
use crate::observer::Watched;
use crate::origins::Origins;
use crate::request::{Entry, Request};
use crate::response::{Answer, Response};
use crate::server::Serving;
use crate::stash::Stash;
use crate::wpt;
use crate::wpt::beside::Beside;
use crate::{Asked, Files, Handler, Observer, Reply, Wptserve};

/// What all connections of a server share.
#[derive(Debug)]
pub(crate) struct Site {
    pub origins: Origins,
    pub files: Arc<dyn Files>,
    pub stash: Stash,
    pub beside: Beside,
    pub observer: Option<Arc<dyn Observer>>,
    pub wptserve: Option<Arc<Wptserve>>,
    handler: Option<Arc<dyn Handler>>,
    /// Paths, each behind the path of who asked for it, as far as that is told.
    unanswered: Mutex<BTreeSet<(String, String)>>,
}

impl Site {
    pub fn new(serving: &Serving, handler: Option<Arc<dyn Handler>>, origins: Origins) -> Self {
        Self {
            origins,
            files: Arc::clone(&serving.files),
            stash: Stash::default(),
            beside: Beside::default(),
            observer: serving.observer.clone(),
            wptserve: serving.wptserve.clone(),
            handler,
            unanswered: Mutex::default(),
        }
    }

    /// Whether somebody is asked before files are looked for.
    pub fn has_handler(&self) -> bool {
        self.handler.is_some()
    }

    /// A new test begins.
    pub fn begin(&self) {
        self.stash.clear();
        self.set().clear();
    }

    /// What nobody knew how to answer since then, for whoever says that its path begins so.
    pub fn unanswered(&self, who: &str) -> Vec<String> {
        let set = self.set();
        let asked = set.iter().filter(|(one, _)| one.starts_with(who));
        let paths: BTreeSet<&String> = asked.map(|(_, path)| path).collect();
        paths.into_iter().cloned().collect()
    }

    /// Nobody knows how to answer this request, which is for the script at `path`.
    pub fn is_unanswered(&self, request: &Request, path: &str) {
        let who = request.text("referer");
        let who = who.splitn(4, '/').nth(3).unwrap_or_default();
        self.set().insert((format!("/{who}"), path.to_owned()));
    }

    fn set(&self) -> std::sync::MutexGuard<'_, BTreeSet<(String, String)>> {
        self.unanswered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request.
    pub async fn answer(
        self: &Arc<Self>,
        request: http::Request<Incoming>,
        entry: Entry,
    ) -> Answer {
        let Some(request) = Request::new(request, entry, Arc::clone(self)) else {
            return refused(400, "the path is not UTF-8").into();
        };
        let mut watched = Watched::new(request);
        let answer = self.answer_to(&mut watched.request).await;
        watched.answered(&answer);
        answer
    }

    async fn answer_to(&self, request: &mut Request) -> Answer {
        if !is_one_message(request) {
            return refused(400, "the length of the body is told in two ways").into();
        }
        let answer = match self.own(request).await {
            Some(reply) => reply.into(),
            None => match endpoints::answer(request).await {
                Some(answer) => answer,
                None => wpt::answer(request).await,
            },
        };
        if matches!(answer, Answer::Response(_)) {
            request.drain().await;
        }
        match request.fault() {
            Some(response) => response.into(),
            None => answer,
        }
    }

    async fn own(&self, request: &mut Request) -> Option<Response> {
        let handler = self.handler_of(request)?;
        let body = request.body().await;
        Some(handler.answer(&request.path, body).await.into())
    }

    /// The handler, if the request is for it.
    pub fn handler_of(&self, request: &Request) -> Option<&dyn Handler> {
        let handler = self.handler.as_deref()?;
        let asked = Asked {
            method: request.method.as_str(),
            path: &request.path,
            destination: request.text("sec-fetch-dest"),
        };
        handler.wants(&asked).then_some(handler)
    }
}

/// Whether both sides must agree on where the request ends: hyper takes some that tell it twice.
fn is_one_message(request: &Request) -> bool {
    let codings = request.told("transfer-encoding");
    let lengths = request.told("content-length");
    let is_known = |coding: &&[u8]| coding.eq_ignore_ascii_case(b"chunked");
    lengths.len() + codings.len() <= 1 && codings.iter().all(is_known)
}

pub(crate) fn refused(status: u16, why: &str) -> Response {
    Response::of(status, "text/plain; charset=utf-8", format!("{why}\n"))
        .header("Connection", "close")
}

impl From<Reply> for Response {
    fn from(reply: Reply) -> Self {
        let cache = match reply.immutable {
            true => "max-age=31536000, immutable",
            false => "no-store",
        };
        let mut response =
            Self::of(reply.status, reply.mime, reply.body).header("Cache-Control", cache);
        for (name, value) in reply.headers {
            response.headers.set(name, value);
        }
        response
    }
}
