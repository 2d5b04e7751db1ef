//! `fetch/range`: parts of something, and what parts are asked for.

use std::time::Duration;

use bytes::Bytes;
use tokio::time::sleep;

use super::stashed::RANGE;
use crate::request::Request;
use crate::response::Response;
use crate::wpt::failure;
use crate::wpt::handlers::support::{Fault, Outcome, filled, key, number, number_or};

/// Silence: so many samples of a byte each in a second, for so many seconds.
const RATE: u32 = 8000;
const SECONDS: u32 = 5 * 60;
const LENGTH: u32 = RATE * SECONDS;

/// First and last, as they are written in `bytes=1-2`; `None` for a range of another kind.
fn ends(range: &[u8]) -> Option<(&[u8], &[u8])> {
    let range = range.strip_prefix(b"bytes=")?;
    let dash = range.iter().position(|byte| *byte == b'-')?;
    let ends = (&range[..dash], &range[dash + 1..]);
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    (digits(ends.0) && digits(ends.1)).then_some(ends)
}

/// Five minutes of silence, which play as slowly as they sound. Notes whether a part was asked for,
/// and in which codings.
pub(super) async fn long_wav(request: &mut Request) -> Outcome {
    if request.is_options() {
        return Ok(Response::of(404, "text/plain", "Preflight not accepted"));
    }
    let query = request.query();
    let stash = &request.site.stash;
    let range = request.joined("range").unwrap_or_default();
    if let (Some(name), false) = (filled(&query, "range-received-key"), range.is_empty()) {
        stash.put(RANGE, &key(name), "range-header-received");
    }
    if let Some(name) = filled(&query, "accept-encoding-key") {
        stash.put(RANGE, &key(name), request.header_or("accept-encoding", ""));
    }
    let mut response = Response::of(200, "audio/wav", Bytes::new())
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", request.origin());
    let mut first = head_of_wav();
    let mut left = LENGTH as usize;
    if let Some((start, end)) = ends(&range) {
        let start: usize = number(start)?;
        // An end of 0 is none, as in WPT's script.
        let end = match end {
            b"" => None,
            end => Some(number::<usize>(end)?).filter(|end| *end != 0),
        };
        let last = end.unwrap_or(LENGTH as usize - 1);
        left = (last + 1)
            .checked_sub(start)
            .ok_or_else(|| Fault::new("the range ends before it begins"))?;
        first.drain(..start.min(first.len()));
        first.truncate(left);
        response.status = 206;
        let part = format!("bytes {start}-{last}/{LENGTH}");
        response = response.header("Content-Range", part);
    }
    let response = response.header("Content-Length", left.to_string());
    Ok(response.stream(async move |out| {
        left -= first.len();
        out.send(first).await?;
        let second = Bytes::from(vec![0; RATE as usize]);
        while left > 0 {
            let piece = second.slice(..left.min(second.len()));
            left -= piece.len();
            out.send(piece).await?;
            sleep(Duration::from_millis(500)).await;
        }
        Some(())
    }))
}

/// What comes before the samples in a file with one channel.
fn head_of_wav() -> Vec<u8> {
    const PCM: [u8; 2] = [1, 0];
    const CHANNELS: [u8; 2] = [1, 0];
    const SAMPLE: [u8; 2] = [1, 0];
    const BITS: [u8; 2] = [8, 0];
    [
        &b"RIFF"[..],
        &(36 + LENGTH).to_le_bytes(),
        b"WAVEfmt ",
        &16_u32.to_le_bytes(),
        &PCM,
        &CHANNELS,
        &RATE.to_le_bytes(),
        &RATE.to_le_bytes(),
        &SAMPLE,
        &BITS,
        b"data",
        &LENGTH.to_le_bytes(),
    ]
    .concat()
}

/// A script that says that it is a part; with `require-range` it is only given as one.
pub(super) async fn partial_script(request: &mut Request) -> Outcome {
    let query = request.query();
    let offset: usize = number_or(&query, "pretend-offset", 0)?;
    let is_asked_for = !request.header_or("range", "").is_empty();
    if filled(&query, "require-range").is_some() && !is_asked_for {
        return Ok(failure(412, "Range header required"));
    }
    let script = "self.scriptExecuted = true;";
    let end = offset + script.len();
    Ok(Response::of(206, "text/plain", script)
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", "no-cache")
        .header("Content-Range", format!("bytes {offset}-{}/{end}", end - 1)))
}

/// As many zeros as wanted.
pub(super) async fn partial_text(request: &mut Request) -> Outcome {
    let query = request.query();
    let length: usize = number_or(&query, "length", 100)?;
    let status = number_or(&query, "partial", 206)?;
    let mime = query.first("type").unwrap_or(b"text/plain");
    let response = Response::new(200).header("Content-Type", mime);
    let zeros = |count: usize| vec![b'0'; count];
    let range = request.joined("range").unwrap_or_default();
    if range.is_empty() {
        return Ok(response
            .header("Cache-Control", "no-cache")
            .body(zeros(length)));
    }
    let (start, end) = ends(&range).ok_or_else(|| Fault::new("no range of bytes"))?;
    let start: usize = number(start)?;
    let end = match end {
        b"" => length,
        end => number(end)?,
    };
    if end <= start || end > length {
        let failure = failure(416, "Range Not Satisfiable");
        return Ok(Response {
            headers: response.headers,
            ..failure
        });
    }
    let response = response
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", "no-cache")
        .header("Content-Range", format!("bytes {start}-{end}/{length}"))
        .body(zeros(end - start));
    Ok(Response { status, ..response })
}
