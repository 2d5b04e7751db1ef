//! The heads of requests as they came: hyper tells names in small letters and refuses values with
//! control characters, and tests want to see both as they were sent.
//!
//! Owns: looking at the bytes of a connection on their way to hyper. Does not own: what is valid,
//! which hyper says; where the two don't agree, requests go without their original head.

use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The head of a request as it was sent, from the request line to the empty line.
#[derive(Clone, Debug)]
pub(crate) struct Head(Bytes);

impl Head {
    /// Names and values of the headers, in order; of a value what stands in front is taken away, but
    /// not what stands behind.
    pub fn lines(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let lines = self.0.split(|byte| *byte == b'\n').skip(1);
        lines.filter_map(|line| {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let colon = line.iter().position(|byte| *byte == b':')?;
            let value = &line[colon + 1..];
            let start = value.iter().position(|byte| !is_space(*byte));
            Some((&line[..colon], &value[start.unwrap_or(value.len())..]))
        })
    }

    /// The values of a header.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let named = self
            .lines()
            .filter(move |(found, _)| found.eq_ignore_ascii_case(name.as_bytes()));
        named.map(|(_, value)| {
            let end = value.iter().rposition(|byte| !is_space(*byte));
            &value[..end.map_or(0, |end| end + 1)]
        })
    }
}

fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// The heads that hyper has yet to make requests of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads(Arc<Mutex<VecDeque<Head>>>);

impl Heads {
    /// The head of the next request.
    pub fn next(&self) -> Option<Head> {
        let mut heads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heads.pop_front()
    }

    fn add(&self, head: Head) {
        let mut heads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heads.push_back(head);
    }
}

/// A connection whose requests are looked at.
#[derive(Debug)]
pub(crate) struct Watched<T> {
    io: T,
    scanner: Scanner,
}

impl<T> Watched<T> {
    /// Keeps the heads of what comes from `io`, none of which is longer than `longest`.
    pub fn new(io: T, longest: usize) -> (Self, Heads) {
        let heads = Heads::default();
        let scanner = Scanner {
            heads: heads.clone(),
            longest,
            at: At::Head(Vec::new()),
        };
        (Self { io, scanner }, heads)
    }

    /// The connection itself.
    pub fn into_inner(self) -> T {
        self.io
    }
}

/// What stands in the place of a control character, where hyper would not have it.
const SUBSTITUTE: u8 = b'?';

/// Follows what comes from one request to the next.
#[derive(Debug)]
struct Scanner {
    heads: Heads,
    longest: usize,
    at: At,
}

/// Where in a request the next byte stands.
#[derive(Debug)]
enum At {
    /// In a head, of which this much has come.
    Head(Vec<u8>),
    /// In a body with so many bytes left.
    Body(u64),
    /// In the line that tells the length of a chunk, which is this so far; `true` behind the number.
    Size(u64, bool),
    /// In a chunk with so many bytes left, its end of line included.
    Chunk(u64),
    /// In the lines behind the last chunk; `true` in one that has something in it.
    Trailer(bool),
    /// In what is no HTTP any more, or none that can be followed.
    Beyond,
}

impl Scanner {
    /// Follows these bytes, and replaces those that hyper would refuse.
    fn scan(&mut self, mut bytes: &mut [u8]) {
        while !bytes.is_empty() {
            let mut used = 1;
            self.at = match std::mem::replace(&mut self.at, At::Beyond) {
                At::Head(head) => self.scan_head(head, &mut bytes[0]),
                At::Body(left) => {
                    used = within(left, bytes.len());
                    match left - used as u64 {
                        0 => At::Head(Vec::new()),
                        left => At::Body(left),
                    }
                }
                At::Size(size, ended) => scan_size(size, ended, bytes[0]),
                At::Chunk(left) => {
                    used = within(left, bytes.len());
                    match left - used as u64 {
                        0 => At::Size(0, false),
                        left => At::Chunk(left),
                    }
                }
                At::Trailer(filled) => match (bytes[0], filled) {
                    (b'\n', false) => At::Head(Vec::new()),
                    (b'\n', true) => At::Trailer(false),
                    (b'\r', filled) => At::Trailer(filled),
                    _ => At::Trailer(true),
                },
                At::Beyond => return,
            };
            bytes = &mut bytes[used..];
        }
    }

    /// Takes one more byte of a head.
    fn scan_head(&self, mut head: Vec<u8>, byte: &mut u8) -> At {
        if head.is_empty() && matches!(byte, b'\r' | b'\n') {
            return At::Head(head);
        }
        head.push(*byte);
        if head.len() > self.longest {
            return At::Beyond;
        }
        if *byte == b'\n' {
            return match head.ends_with(b"\n\r\n") || head.ends_with(b"\n\n") {
                true => self.after(head),
                false => At::Head(head),
            };
        }
        if matches!(byte, 1..=8 | 11 | 12 | 14..=31 | 127) && is_in_value(&head) {
            *byte = SUBSTITUTE;
        }
        At::Head(head)
    }

    /// What comes after this head.
    fn after(&self, head: Vec<u8>) -> At {
        let head = Head(head.into());
        self.heads.add(head.clone());
        let is_there = |name| head.all(name).next().is_some();
        if is_there("upgrade") {
            return At::Beyond;
        }
        if is_there("transfer-encoding") {
            return At::Size(0, false);
        }
        let length = head.all("content-length").next();
        let length = length.map(|length| std::str::from_utf8(length).ok()?.parse().ok());
        match length {
            None | Some(Some(0)) => At::Head(Vec::new()),
            Some(Some(length)) => At::Body(length),
            Some(None) => At::Beyond,
        }
    }
}

/// Whether the last byte of a head stands in the value of a header.
fn is_in_value(head: &[u8]) -> bool {
    let line = head.iter().rposition(|byte| *byte == b'\n');
    line.is_some_and(|line| head[line..].contains(&b':'))
}

/// How many of the bytes that are there are used up when so many are left.
fn within(left: u64, there: usize) -> usize {
    usize::try_from(left).map_or(there, |left| left.min(there))
}

/// Takes one more byte of the line that tells the length of a chunk.
fn scan_size(size: u64, ended: bool, byte: u8) -> At {
    match (byte, char::from(byte).to_digit(16)) {
        (b'\n', _) if size == 0 => At::Trailer(false),
        (b'\n', _) => size.checked_add(2).map_or(At::Beyond, At::Chunk),
        (_, Some(digit)) if !ended => match size.checked_mul(16) {
            Some(size) => At::Size(size + u64::from(digit), false),
            None => At::Beyond,
        },
        _ => At::Size(size, true),
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Watched<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.io).poll_read(context, buffer))?;
        self.scanner.scan(&mut buffer.filled_mut()[before..]);
        Poll::Ready(Ok(()))
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Watched<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What hyper gets of these bytes when they come in pieces of a size, and the heads in them.
    fn watched(bytes: &[u8], size: usize) -> (Vec<u8>, Vec<String>) {
        let (mut watched, heads) = Watched::new((), 1000);
        let mut bytes = bytes.to_vec();
        for piece in bytes.chunks_mut(size) {
            watched.scanner.scan(piece);
        }
        let heads = std::iter::from_fn(|| heads.next());
        let lines = |head: Head| {
            let lines = head.lines().map(|(name, value)| {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                format!("{}={}", text(name), text(value))
            });
            lines.collect::<Vec<_>>().join("|")
        };
        (bytes, heads.map(lines).collect())
    }

    #[test]
    fn heads_are_found_between_bodies() {
        let bytes = "POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nA: b\r\n\r\nPUT / HTTP/1.1\r\n\
            Transfer-Encoding: chunked\r\n\r\nA;x=1\r\nB: c\r\n\r\nd:\r\n0\r\nE: f\r\n\r\n\
            GET /\x01 HTTP/1.1\nX-One: \t1\x01\x02 \nx-ONE:2\n\nGET / HTTP/1.1\r\n\r\n";
        let expected = [
            "Content-Length=6",
            "Transfer-Encoding=chunked",
            "X-One=1\x01\x02 |x-ONE=2",
            "",
        ];
        for size in [1, 2, 7, 1000] {
            let (seen, heads) = watched(bytes.as_bytes(), size);
            assert_eq!(heads, expected, "in pieces of {size}");
            let seen = String::from_utf8(seen).unwrap();
            assert_eq!(seen, bytes.replace("1\x01\x02 ", "1?? "));
        }
    }

    #[test]
    fn what_is_no_http_is_let_through() {
        let bytes = b"GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\nA / B\r\nC: \x01\r\n\r\n";
        let (seen, heads) = watched(bytes, 3);
        assert_eq!(heads, ["Upgrade=websocket"]);
        assert_eq!(seen, bytes);
        let long = [b"GET / HTTP/1.1\r\nX: ", &[b'x'; 1000][..], b"\x01\r\n\r\n"].concat();
        let (seen, heads) = watched(&long, 100);
        assert!(heads.is_empty());
        assert_eq!(seen, long);
    }

    #[test]
    fn values_are_found_by_name() {
        let head = Head(Bytes::from_static(
            b"GET / HTTP/1.1\r\nA:  b\x0b \r\na:\r\n\r\n",
        ));
        assert_eq!(head.all("A").collect::<Vec<_>>(), [&b"b\x0b"[..], b""]);
        assert_eq!(head.all("b").count(), 0);
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>, size in 1_usize..9) {
            watched(&bytes, size);
        }

        #[test]
        fn pieces_make_no_difference(text in "(GET / HTTP/1.1\r?\n|[A-C]: [\x01-\x1f0-9]{0,3}|\
            Transfer-Encoding: chunked|Content-Length: [0-9]|\r\n|[0-9a-f]|\n){0,20}", size in 1_usize..9) {
            prop_assert_eq!(watched(text.as_bytes(), size), watched(text.as_bytes(), 1000));
        }
    }
}
