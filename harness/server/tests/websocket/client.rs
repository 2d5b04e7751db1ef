//! The client's side of a WebSocket, in bytes: it says whatever a test wants said.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use winterproof_server::Server;

/// How long the server may take to say something.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Kinds of frames.
pub const TEXT: u8 = 1;
pub const BINARY: u8 = 2;
pub const CLOSE: u8 = 8;
pub const PING: u8 = 9;
pub const PONG: u8 = 10;

/// The bit of the last frame of a message.
pub const FINAL: u8 = 0x80;

/// What a WebSocket runs over.
pub trait Stream: AsyncRead + AsyncWrite + Unpin {}

impl<T: AsyncRead + AsyncWrite + Unpin> Stream for T {}

/// A connection, from the handshake on.
pub struct Client {
    stream: Box<dyn Stream>,
    /// The head of the answer to the handshake.
    pub head: String,
}

/// Makes a handshake for the handler of this name and query, with further header lines.
pub async fn connect(server: &Server, handler: &str, headers: &[&str]) -> Client {
    let port = server.origins().http[0];
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let mut request = format!(
        "GET /{handler} HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\n\
         Connection: keep-alive, Upgrade\r\n"
    );
    for (name, line) in [
        ("Sec-WebSocket-Version", "Sec-WebSocket-Version: 13"),
        (
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        ),
    ] {
        if !headers.iter().any(|header| header.starts_with(name)) {
            request.push_str(line);
            request.push_str("\r\n");
        }
    }
    for header in headers {
        request.push_str(header);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut client = Client::new(stream, String::new());
    client.head = client.line_end("\r\n\r\n").await;
    client
}

impl Client {
    pub fn new(stream: impl Stream + 'static, head: String) -> Self {
        let stream = Box::new(stream);
        Self { stream, head }
    }

    /// Reads up to these characters, and to the end of the connection if they never come.
    pub async fn line_end(&mut self, end: &str) -> String {
        let mut text = Vec::new();
        while !text.ends_with(end.as_bytes()) {
            match timeout(PATIENCE, self.stream.read_u8()).await.unwrap() {
                Ok(byte) => text.push(byte),
                Err(_) => break,
            }
        }
        String::from_utf8(text).unwrap()
    }

    /// The status of the answer to the handshake.
    pub fn status(&self) -> &str {
        &self.head["HTTP/1.1 ".len()..][..3]
    }

    /// Sends bytes.
    pub async fn raw(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
    }

    /// Sends a frame, masked; `first` is its kind with the bits before it.
    pub async fn frame(&mut self, first: u8, payload: &[u8]) {
        let mask = [1, 2, 3, 4];
        let mut bytes = head(first, 0x80, payload.len());
        bytes.extend_from_slice(&mask);
        let masked = payload.iter().zip(mask.iter().cycle());
        bytes.extend(masked.map(|(byte, key)| byte ^ key));
        self.raw(&bytes).await;
    }

    /// Sends a text.
    pub async fn say(&mut self, text: &str) {
        self.frame(FINAL | TEXT, text.as_bytes()).await;
    }

    /// Sends a closing frame.
    pub async fn close(&mut self, status: u16, reason: &str) {
        let payload = [&status.to_be_bytes()[..], reason.as_bytes()].concat();
        self.frame(FINAL | CLOSE, &payload).await;
    }

    /// The next frame: its first byte and its payload; `None` at the end of the connection.
    pub async fn next(&mut self) -> Option<(u8, Vec<u8>)> {
        let first = timeout(PATIENCE, self.stream.read_u8())
            .await
            .unwrap()
            .ok()?;
        let length = match self.stream.read_u8().await.ok()? {
            126 => u64::from(self.stream.read_u16().await.ok()?),
            127 => self.stream.read_u64().await.ok()?,
            length => u64::from(length),
        };
        let mut payload = vec![0; usize::try_from(length).unwrap()];
        self.stream.read_exact(&mut payload).await.ok()?;
        Some((first, payload))
    }

    /// What comes next, for people.
    pub async fn shown(&mut self) -> String {
        let Some((first, payload)) = self.next().await else {
            return "end".to_owned();
        };
        assert_eq!(first & 0xf0, FINAL);
        let text = payload.escape_ascii();
        match first & 0xf {
            TEXT => format!("text {text}"),
            BINARY => format!("binary {text}"),
            PING => format!("ping {text}"),
            PONG => format!("pong {text}"),
            CLOSE if payload.is_empty() => "close".to_owned(),
            CLOSE => {
                let status = u16::from_be_bytes([payload[0], payload[1]]);
                format!("close {status} {}", payload[2..].escape_ascii())
            }
            kind => format!("{kind}? {text}"),
        }
    }

    /// All that comes until the server ends the connection, for people.
    pub async fn rest(&mut self) -> String {
        let mut shown = Vec::new();
        loop {
            shown.push(self.shown().await);
            if shown.last().is_some_and(|last| last == "end") {
                return shown.join(", ");
            }
        }
    }
}

/// The head of a frame up to its mask.
pub fn head(first: u8, mask: u8, length: usize) -> Vec<u8> {
    let mut bytes = vec![first];
    match length {
        0..126 => bytes.push(mask | length as u8),
        126..0x10000 => {
            bytes.push(mask | 126);
            bytes.extend_from_slice(&(length as u16).to_be_bytes());
        }
        _ => {
            bytes.push(mask | 127);
            bytes.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    bytes
}
