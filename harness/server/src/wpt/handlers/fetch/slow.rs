//! `fetch/api/resources`: answers that take their time, have no end, or break off.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::time::sleep;

use crate::request::Request;
use crate::response::{Answer, Response, written};
use crate::site::Site;
use crate::wpt::handlers::support::{Outcome, filled, key, milliseconds, number_or};

/// Says that chunks follow, and after `count` of them sends what is none.
pub(super) async fn bad_chunk_encoding(request: &mut Request) -> Outcome<Answer> {
    let query = request.query();
    let time = milliseconds(&query, "ms", 1000.0)?;
    let count: i64 = number_or(&query, "count", 50)?;
    request.drain().await;
    Ok(Answer::Raw(written(async move |out| {
        sleep(time).await;
        out.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            .await?;
        sleep(time).await;
        for _ in 0..count {
            out.send("a\r\nTEST_CHUNK\r\n").await?;
            sleep(time).await;
        }
        out.send("garbage").await
    })))
}

/// Sends 8 GiB of zeros.
pub(super) async fn huge_response(_request: &mut Request) -> Response {
    const PIECE: usize = 1024 * 1024;
    const PIECES: usize = 8 * 1024;
    let response = Response::new(200)
        .header("Content-type", "text/plain")
        .header("Content-Length", (PIECE * PIECES).to_string())
        .header("Cache-Control", "max-age=86400");
    response.stream(async move |out| {
        let piece = Bytes::from(vec![0; PIECE]);
        for _ in 0..PIECES {
            out.send(piece.clone()).await?;
        }
        Some(())
    })
}

/// Tells in the stash whether an answer is still being read.
struct Reading {
    site: Arc<Site>,
    folder: String,
    key: Option<String>,
}

impl Reading {
    fn is(&self, state: &'static str) {
        if let Some(key) = &self.key {
            self.site.stash.put(&self.folder, key, state);
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.is("closed");
    }
}

/// Sends dots until nobody reads them, or until there is something under `abortKey`; tells under
/// `stateKey` whether it does.
pub(super) async fn infinite_slow_response(request: &mut Request) -> Response {
    let query = request.query();
    let reading = Reading {
        site: Arc::clone(&request.site),
        folder: request.folder().to_owned(),
        key: filled(&query, "stateKey").map(key),
    };
    let abort = filled(&query, "abortKey").map(key);
    reading.is("open");
    let response = Response::new(200).header("Content-type", "text/plain");
    response.stream(async move |out| {
        let stash = &reading.site.stash;
        out.send(vec![b'.'; 2048]).await?;
        loop {
            out.send(".").await?;
            let abort = abort.as_ref();
            if abort.is_some_and(|abort| stash.take(&reading.folder, abort).is_some()) {
                return Some(());
            }
            sleep(Duration::from_millis(10)).await;
        }
    })
}

/// Sends `count` lines, with a pause before the headers and around each line.
pub(super) async fn trickle(request: &mut Request) -> Outcome {
    let query = request.query();
    let time = milliseconds(&query, "ms", 500.0)?;
    let count: i64 = number_or(&query, "count", 50)?;
    request.drain().await;
    sleep(time).await;
    let mut response = Response::new(200);
    if !query.contains("notype") {
        response = response.header("Content-type", "text/plain");
    }
    Ok(response.stream(async move |out| {
        sleep(time).await;
        for _ in 0..count {
            out.send("TEST_TRICKLE\n").await?;
            sleep(time).await;
        }
        Some(())
    }))
}
