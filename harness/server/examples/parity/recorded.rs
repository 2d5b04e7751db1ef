//! Requests as they were recorded, and how they are made again for another server.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use winterproof_server::answers_for;

/// A recorded request.
#[derive(Clone, Debug, Deserialize)]
pub struct Recorded {
    at_us: u64,
    pub method: String,
    scheme: String,
    index: usize,
    pub target: String,
    headers: Vec<(String, String)>,
    body: String,
    outcome: String,
    /// Those for HTTP, HTTPS and HTTP/2 of the server that was asked.
    ports: [Vec<u16>; 3],
}

/// The ports of a server in the order of [`Recorded::ports`].
#[derive(Debug)]
pub struct Target([Vec<u16>; 3]);

/// How many requests are left out, by the reason.
pub type LeftOut = BTreeMap<&'static str, usize>;

/// Reads what can be sent again, in the order in which it came, and tells what is left out.
pub fn read(path: &Path) -> Result<(Vec<Recorded>, LeftOut), Box<dyn Error>> {
    let mut requests = Vec::new();
    let mut left_out = LeftOut::new();
    for line in fs::read_to_string(path)?.lines() {
        let request: Recorded = serde_json::from_str(line)?;
        match why_not(&request) {
            Some(why) => *left_out.entry(why).or_default() += 1,
            None => requests.push(request),
        }
    }
    requests.sort_by_key(|request| request.at_us);
    Ok((requests, left_out))
}

fn why_not(request: &Recorded) -> Option<&'static str> {
    let is_upgrade = |(name, value): &(String, String)| name == "upgrade" && value == "websocket";
    if request.headers.iter().any(is_upgrade) {
        return Some("WebSocket: wptserve has them on servers of their own");
    }
    if request.scheme == "h2" {
        return Some("over HTTP/2: nothing is asked over it here");
    }
    let path = request.target.split('?').next().unwrap_or_default();
    if path.ends_with(".py") && request.outcome == "501" && !answers_for(path) {
        return Some("a handler that our server does not have");
    }
    None
}

impl Target {
    pub fn new(http: [u16; 2], https: [u16; 2], h2: u16) -> Self {
        Self([http.to_vec(), https.to_vec(), vec![h2]])
    }

    pub fn port(&self, request: &Recorded) -> u16 {
        self.0[usize::from(request.is_over_tls())][request.index]
    }

    /// Puts names in the place of the ports of this server.
    pub fn named(&self, bytes: &[u8]) -> Vec<u8> {
        numbers(bytes, |number| {
            let of = |ports: &Vec<u16>| ports.iter().position(|port| *port == number);
            let (scheme, index) = self
                .0
                .iter()
                .enumerate()
                .find_map(|(at, ports)| Some((at, of(ports)?)))?;
            Some(format!("PORT-{scheme}-{index}"))
        })
    }
}

impl Recorded {
    /// Whether it came, and is sent, over TLS.
    pub fn is_over_tls(&self) -> bool {
        self.scheme == "https"
    }

    /// The request as it is sent to `target`.
    pub fn message(&self, target: &Target) -> Vec<u8> {
        let line = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        let mut head = self.moved(line.as_bytes(), target);
        for (name, value) in &self.headers {
            if matches!(
                &name[..],
                "connection" | "content-length" | "transfer-encoding" | "expect" | "keep-alive"
            ) {
                continue;
            }
            let value: Vec<u8> = value.chars().map(|char| char as u8).collect();
            head.extend_from_slice(name.as_bytes());
            head.extend_from_slice(b": ");
            head.extend(self.moved(&value, target));
            head.extend_from_slice(b"\r\n");
        }
        let body = STANDARD.decode(&self.body).unwrap_or_default();
        let framed = ["content-length", "transfer-encoding"];
        let is_framed = |(name, _): &(String, String)| framed.contains(&&name[..]);
        if self.headers.iter().any(is_framed) {
            head.extend_from_slice(format!("content-length: {}\r\n", body.len()).as_bytes());
        }
        head.extend_from_slice(b"connection: close\r\n\r\n");
        head.extend(body);
        head
    }

    /// Whether it asks for a page or worker that a server makes itself, in words of its own.
    pub fn is_worded(&self) -> bool {
        let path = self.target.split('?').next().unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let made = [".window.html", ".worker.html"];
        name.is_empty()
            || (name.contains(".any.") && !name.ends_with(".any.js"))
            || made.iter().any(|end| name.ends_with(end))
    }

    /// With the ports of the server that was asked replaced by those of `target`.
    fn moved(&self, bytes: &[u8], target: &Target) -> Vec<u8> {
        numbers(bytes, |number| {
            let pairs = self.ports.iter().zip(&target.0);
            let mut pairs = pairs.flat_map(|(old, new)| old.iter().zip(new));
            let (_, new) = pairs.find(|(old, _)| **old == number)?;
            Some(new.to_string())
        })
    }
}

/// Replaces whole numbers of five digits, or four.
fn numbers(bytes: &[u8], replace: impl Fn(u16) -> Option<String>) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            out.push(*first);
            rest = &rest[1..];
            continue;
        }
        let (number, tail) = rest.split_at(digits);
        let text = std::str::from_utf8(number).unwrap_or_default();
        let parsed = text.parse().ok().filter(|_| (4..=5).contains(&digits));
        match parsed.and_then(&replace) {
            Some(new) => out.extend_from_slice(new.as_bytes()),
            None => out.extend_from_slice(number),
        }
        rest = tail;
    }
    out
}
