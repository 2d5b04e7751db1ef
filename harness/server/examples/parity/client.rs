//! One request over a connection of its own, and its answer as it is on the wire.

use std::io;
use std::time::Duration;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::recorded::Target;

/// How long an answer may take: those without an end are cut here.
const PATIENCE: Duration = Duration::from_secs(8);

/// How much of it is read.
const ENOUGH: usize = 4 * 1024 * 1024;

/// An answer.
#[derive(Debug, Default)]
pub struct Answer {
    /// What comes before the headers.
    pub status: String,
    /// Names in lower case, in the order in which they came.
    pub headers: Vec<(String, Vec<u8>)>,
    /// Without its chunks.
    pub body: Vec<u8>,
    /// Whether it has no end that could be waited for.
    pub endless: bool,
}

/// With TLS or without.
trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Sends a request and reads its answer.
pub async fn ask(port: u16, tls: Option<&TlsConnector>, message: &[u8]) -> Answer {
    let mut bytes = Vec::new();
    let talk = async {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        let mut stream: Box<dyn Stream> = match tls {
            Some(tls) => {
                let name = ServerName::try_from("localhost").map_err(io::Error::other)?;
                Box::new(tls.connect(name, stream).await?)
            }
            None => Box::new(stream),
        };
        stream.write_all(message).await?;
        let mut part = [0; 16 * 1024];
        while bytes.len() < ENOUGH {
            match stream.read(&mut part).await? {
                0 => return Ok(()),
                count => bytes.extend_from_slice(&part[..count]),
            }
        }
        io::Result::Ok(())
    };
    let ended = timeout(PATIENCE, talk).await.is_ok() && bytes.len() < ENOUGH;
    let mut answer = parse(&bytes);
    answer.endless = !ended;
    answer
}

fn parse(bytes: &[u8]) -> Answer {
    let mut answer = Answer::default();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|&byte| byte == b'\n') {
        let line = &rest[..at];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        rest = &rest[at + 1..];
        if answer.status.is_empty() {
            answer.status = String::from_utf8_lossy(line).into_owned();
        } else if line.is_empty() {
            break;
        } else {
            let colon = line.iter().position(|&byte| byte == b':');
            let (name, value) = line.split_at(colon.unwrap_or(line.len()));
            let name = String::from_utf8_lossy(name).to_ascii_lowercase();
            let value = value.strip_prefix(b":").unwrap_or(value);
            answer.headers.push((name, value.trim_ascii().to_vec()));
        }
    }
    let chunked = answer
        .headers
        .iter()
        .any(|(name, value)| name == "transfer-encoding" && value == b"chunked");
    answer.body = match chunked {
        true => dechunk(rest),
        false => rest.to_vec(),
    };
    answer
}

/// As far as it is well chunked, and the rest as it is.
fn dechunk(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(at) = rest.windows(2).position(|pair| pair == b"\r\n") {
        let size = std::str::from_utf8(&rest[..at])
            .ok()
            .and_then(|text| usize::from_str_radix(text.trim(), 16).ok());
        match size {
            Some(0) => return body,
            Some(size) if rest.len() >= at + 2 + size => {
                body.extend_from_slice(&rest[at + 2..at + 2 + size]);
                rest = rest.get(at + 4 + size..).unwrap_or_default();
            }
            _ => break,
        }
    }
    body.extend_from_slice(rest);
    body
}

impl Answer {
    /// Puts names in the place of the server's ports.
    pub fn rename(&mut self, target: &Target) {
        for (_, value) in &mut self.headers {
            *value = target.named(value);
        }
        self.body = target.named(&self.body);
    }
}
