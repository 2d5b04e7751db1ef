//! Endpoints whose body takes its time, is long, or never ends.

use std::time::Duration;

use bytes::Bytes;
use tokio::io::AsyncReadExt;
use tokio::time::sleep;

use super::log::Notes;
use super::{number, with_headers};
use crate::request::Request;
use crate::response::{Answer, Response};
use crate::wpt::json::Json;
use crate::wpt::query::Params;

/// How often an endless body says something, so that it is heard when nobody listens any more.
const BEAT: Duration = Duration::from_millis(20);

/// How many bytes a part of a big body has.
const PART: usize = 64 * 1024;

/// Gives each `chunk` as a part of its own, `delay` milliseconds apart.
pub(super) async fn stream(request: &mut Request, query: &Params) -> Response {
    request.drain().await;
    let chunks: Vec<Bytes> = query.all(b"chunk").map(Bytes::copy_from_slice).collect();
    let delay = Duration::from_millis(number(query, "delay", 0));
    with_headers(Response::new(200), query).stream(move |sender| async move {
        for (at, chunk) in chunks.into_iter().enumerate() {
            if at > 0 {
                sleep(delay).await;
            }
            sender.send(chunk).await?;
        }
        Some(())
    })
}

/// Gives `size` bytes, each the low byte of its place; under `token` it notes how many were taken
/// when nobody takes more.
pub(super) async fn big(request: &mut Request, query: &Params) -> Response {
    request.drain().await;
    let size = usize::try_from(number(query, "size", 0)).unwrap_or(usize::MAX);
    let mut taken = Taken::new(request, query);
    let part: Bytes = (0..=u8::MAX).cycle().take(PART).collect();
    with_headers(Response::new(200), query).stream(move |sender| async move {
        while taken.count() < size {
            let next = part.slice(..PART.min(size - taken.count()));
            let length = next.len();
            sender.send(next).await?;
            taken.add(length);
        }
        Some(())
    })
}

/// Never ends: a byte now and then, and under `token` a note when nobody listens any more.
pub(super) async fn endless(request: &mut Request, query: &Params) -> Response {
    request.drain().await;
    let mut taken = Taken::new(request, query);
    with_headers(Response::new(200), query).stream(move |sender| async move {
        loop {
            sender.send(&b"."[..]).await?;
            taken.add(1);
            sleep(BEAT).await;
        }
    })
}

/// Says nothing, ever, once the request is there. Under `token` it notes that it waits, and when the
/// other side ends the connection.
pub(super) async fn silent(request: &mut Request, query: &Params) -> Answer {
    let notes = Notes::of(request, query);
    let note = move |what: &str| {
        if let Some(notes) = &notes {
            notes.add(&Json::Text(what.into()));
        }
    };
    note("waiting");
    Answer::Takeover(Box::new(move |mut wire| {
        Box::pin(async move {
            let mut rest = [0; 4096];
            while matches!(wire.read(&mut rest).await, Ok(1..)) {}
            note("ended");
        })
    }))
}

/// How much of a body has been taken, which is noted once no more is.
///
/// Its count is reached by methods alone: a closure that named the field would take a copy of that, and
/// leave what notes it behind.
struct Taken {
    notes: Option<Notes>,
    count: usize,
}

impl Taken {
    fn new(request: &Request, query: &Params) -> Self {
        let notes = Notes::of(request, query);
        Self { notes, count: 0 }
    }

    fn count(&self) -> usize {
        self.count
    }

    fn add(&mut self, length: usize) {
        self.count += length;
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Some(notes) = &self.notes {
            notes.add(&Json::Written(self.count.to_string()));
        }
    }
}
