//! A server on files that stand in a test, and a client that hides nothing.

#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test uses a part of it"
)]

pub mod tls;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use winterproof_server::{Files, Handler, Server, Serving};

/// Files by path.
#[derive(Debug, Default)]
pub struct Map(BTreeMap<String, Vec<u8>>);

impl Map {
    pub fn of<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Arc<Self> {
        let files = files.iter();
        let files = files.map(|(path, content)| ((*path).to_owned(), content.as_ref().to_vec()));
        Arc::new(Self(files.collect()))
    }
}

impl Files for Map {
    fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        self.0.get(path).cloned().map(Cow::Owned)
    }
}

/// A server on these files.
pub async fn start<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Server {
    start_with(files, None).await
}

/// A server on these files, with a handler that is asked first.
pub async fn start_with<C: AsRef<[u8]>>(
    files: &[(&str, C)],
    handler: Option<Arc<dyn Handler>>,
) -> Server {
    let serving = Serving::new(Map::of(files)).unwrap();
    Server::start(&serving, handler).await.unwrap()
}

/// What comes back for these bytes, until the server closes.
pub async fn raw(server: &Server, request: impl AsRef<[u8]>) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.origins().http[0]))
        .await
        .unwrap();
    stream.write_all(request.as_ref()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The whole response to a request, such as `GET /a`, with further header lines and a body.
pub async fn ask(server: &Server, request: &str, headers: &[&str], body: &str) -> String {
    let mut text = format!("{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
    for header in headers {
        text.push_str(header);
        text.push_str("\r\n");
    }
    if !body.is_empty() {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    text.push_str(body);
    raw(server, text).await
}

/// The whole response to a request without a body.
pub async fn get(server: &Server, path: &str) -> String {
    ask(server, &format!("GET {path}"), &[], "").await
}

/// A server with nothing but these scripts, whose content doesn't matter.
pub async fn scripts(folder: &str, names: &[&str]) -> Server {
    let paths: Vec<_> = names
        .iter()
        .map(|name| format!("{folder}/{name}.py"))
        .collect();
    let files: Vec<_> = paths.iter().map(|path| (&path[..], "")).collect();
    start(&files).await
}

/// Status line, headers in small letters and body of an answer.
pub fn parts(answer: &str) -> (&str, String, &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let headers = headers.lines().map(|line| {
        let (name, value) = line.split_once(':').unwrap();
        format!("{}:{value}\n", name.to_lowercase())
    });
    (line, headers.collect(), body)
}

/// Checks that an answer has this header line, its name in small letters.
#[track_caller]
pub fn has(answer: &str, line: &str) {
    let (_, headers, _) = parts(answer);
    assert!(
        headers.lines().any(|found| found == line),
        "{line} in {answer}"
    );
}

/// Checks that an answer has no header of this name.
#[track_caller]
pub fn lacks(answer: &str, name: &str) {
    let (_, headers, _) = parts(answer);
    let start = format!("{name}:");
    assert!(
        !headers.lines().any(|line| line.starts_with(&start)),
        "{name} in {answer}"
    );
}

/// The body of an answer.
#[track_caller]
pub fn body(answer: &str) -> &str {
    parts(answer).2
}

/// Reads until what came ends with this.
pub async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    let mut room = [0; 4096];
    while !read.ends_with(end.as_bytes()) {
        let count = stream.read(&mut room).await.unwrap();
        assert_ne!(count, 0, "{}", String::from_utf8_lossy(&read));
        read.extend_from_slice(&room[..count]);
    }
    String::from_utf8(read).unwrap()
}

/// A connection with a request on it.
pub async fn open(server: &Server, path: &str) -> TcpStream {
    let port = server.origins().http[0];
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}
