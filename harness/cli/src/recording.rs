//! Requests that a server got, in a file of JSON lines, to be sent again to this and other servers.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use winterproof_server::{Exchange, HeaderMap, Observer, Outcome};

/// Writes each request that it hears of.
#[derive(Debug)]
pub(crate) struct Recording {
    file: Mutex<File>,
    begin: Instant,
}

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    /// When it came, in microseconds since the recording began: lines are written when requests have
    /// been answered, and not in their order.
    at_us: u128,
    method: &'a str,
    /// The port that was asked: `http`, `https` or `h2`, and its index in `ports`.
    scheme: &'a str,
    index: usize,
    target: &'a str,
    /// Names and values, whose bytes are code points.
    headers: Vec<(&'a str, String)>,
    /// In Base64.
    body: String,
    /// The status, or what came in its place.
    outcome: String,
    /// The host and the host on another site.
    hosts: [&'a str; 2],
    /// The ports of the server for HTTP, HTTPS and HTTP/2, which the request can name.
    ports: [&'a [u16]; 3],
}

impl Recording {
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        Ok(Self {
            file: Mutex::new(File::create(path)?),
            begin: Instant::now(),
        })
    }
}

impl Observer for Recording {
    fn wants_bodies(&self) -> bool {
        true
    }

    fn answered(&self, exchange: &Exchange<'_>) {
        let origins = exchange.origins;
        let line = Line {
            at_us: exchange
                .started
                .saturating_duration_since(self.begin)
                .as_micros(),
            method: exchange.method,
            scheme: exchange.port.0,
            index: exchange.port.1,
            target: exchange.target,
            headers: headers(exchange.headers),
            body: STANDARD.encode(exchange.body),
            outcome: outcome(exchange.outcome),
            hosts: [&origins.host, &origins.alternate],
            ports: ["http", "https", "h2"].map(|scheme| origins.ports(scheme)),
        };
        let Ok(mut line) = serde_json::to_vec(&line) else {
            return;
        };
        line.push(b'\n');
        // Nothing panics while it is locked.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = file.write_all(&line) {
            eprintln!("a request was not recorded: {error}");
        }
    }
}

fn headers(headers: &HeaderMap) -> Vec<(&str, String)> {
    let text = |bytes: &[u8]| bytes.iter().map(|&byte| char::from(byte)).collect();
    headers
        .iter()
        .map(|(name, value)| (name.as_str(), text(value.as_bytes())))
        .collect()
}

/// How a request was answered, in a word.
pub(crate) fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Status(status) => return status.to_string(),
        Outcome::Raw => "raw",
        Outcome::Takeover => "WebSocket",
        Outcome::Gone => "gone",
    }
    .to_owned()
}
