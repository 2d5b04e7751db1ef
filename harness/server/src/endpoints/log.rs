//! What happened, noted under a token for whoever asks for it later.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::timeout;

use super::number;
use crate::request::Request;
use crate::response::Response;
use crate::site::Site;
use crate::wpt::json::Json;
use crate::wpt::query::Params;

/// Where notes lie in the stash.
const PLACE: &str = "/_server/log";

/// How long is waited for notes that are to come, in milliseconds.
const PATIENCE: u64 = 3000;

/// Somebody who notes under one token.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    site: Arc<Site>,
    token: String,
}

impl Notes {
    /// `None` without a token.
    pub(super) fn of(request: &Request, query: &Params) -> Option<Self> {
        let token = query.first("token")?;
        Some(Self {
            site: Arc::clone(&request.site),
            token: String::from_utf8_lossy(token).into_owned(),
        })
    }

    /// Adds a note, one line of JSON.
    pub(super) fn add(&self, note: &Json) {
        self.site.stash.update(PLACE, &self.token, |found| {
            let mut lines = found.map(Vec::from).unwrap_or_default();
            lines.extend_from_slice(format!("{note}\n").as_bytes());
            (Some(Bytes::from(lines)), ())
        });
    }
}

/// Notes what arrived, where the parameter `token` asks for that.
pub(super) fn note(request: &Request, query: &Params, what: &Json) {
    if let Some(notes) = Notes::of(request, query) {
        notes.add(what);
    }
}

/// Tells the notes under a token as a list, once there are `count` of them; those that are there when
/// that takes too long.
pub(super) async fn tell(request: &Request, query: &Params) -> Response {
    let token = query.first("token").unwrap_or_default();
    let token = String::from_utf8_lossy(token);
    let count = usize::try_from(number(query, "count", 0)).unwrap_or(usize::MAX);
    let is_enough = |found: Option<Bytes>| {
        let lines = found.as_deref().unwrap_or_default();
        let enough = lines.iter().filter(|byte| **byte == b'\n').count() >= count;
        let told = enough.then(|| lines.to_vec());
        (found, told)
    };
    let stash = &request.site.stash;
    let waited = stash.wait_for(PLACE, &token, is_enough);
    let patience = Duration::from_millis(number(query, "within", PATIENCE));
    let lines = match timeout(patience, waited).await {
        Ok(lines) => lines,
        Err(_) => stash.update(PLACE, &token, |found| {
            let lines = found.as_deref().unwrap_or_default().to_vec();
            (found, lines)
        }),
    };
    let lines = String::from_utf8_lossy(&lines);
    let notes = lines.lines().map(|line| Json::Written(line.to_owned()));
    let notes = Json::List(notes.collect()).to_string();
    Response::of(200, "application/json", notes).header("Cache-Control", "no-store")
}
