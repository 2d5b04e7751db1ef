//! `xhr/resources`: answers that take their time.

use std::time::Duration;

use tokio::time::sleep;

use crate::request::Request;
use crate::response::{Answer, Response, written};
use crate::wpt::handlers::support::{Outcome, milliseconds, number_or};

/// Says that chunks follow, and after some sends what is none.
pub(super) async fn bad_chunk_encoding(_request: &mut Request) -> Answer {
    const PAUSE: Duration = Duration::from_millis(100);
    const HEAD: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\
        Content-Type: text/plain\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
    Answer::Raw(written(async move |out| {
        sleep(PAUSE).await;
        out.send(HEAD).await?;
        sleep(PAUSE).await;
        for _ in 0..5 {
            out.send("a\r\nTEST_CHUNK\r\n").await?;
            sleep(PAUSE).await;
        }
        out.send("garbage").await
    }))
}

/// Answers everybody after a while.
pub(super) async fn delay(request: &mut Request) -> Outcome {
    sleep(milliseconds(&request.query(), "ms", 500.0)?).await;
    Ok(Response::new(200)
        .allow_all()
        .header("Access-Control-Allow-Methods", "YO")
        .header("Content-type", "text/plain")
        .body("TEST_DELAY"))
}

/// Sends `count` lines, with a pause before the headers and around each line; with `specifylength` it
/// tells beforehand how long they are.
pub(super) async fn trickle(request: &mut Request) -> Outcome {
    const LINE: &str = "TEST_TRICKLE\n";
    let query = request.query();
    let time = milliseconds(&query, "ms", 500.0)?;
    let count: usize = number_or(&query, "count", 50)?;
    let mut response = Response::new(200);
    if query.contains("specifylength") {
        let length = count.saturating_mul(LINE.len());
        response = response.header("Content-Length", length.to_string());
    }
    sleep(time).await;
    let response = response.header("Content-type", "text/plain");
    Ok(response.stream(async move |out| {
        sleep(time).await;
        for _ in 0..count {
            out.send(LINE).await?;
            sleep(time).await;
        }
        Some(())
    }))
}
