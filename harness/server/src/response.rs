//! What a request is answered with.

use std::fmt;
use std::future::Future;
use std::io;
use std::pin::Pin;

use bytes::Bytes;
use futures::future::BoxFuture;
use futures::stream::{self, Stream, StreamExt};
use http::header::{CONTENT_LENGTH, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::Frame;
use hyper::ext::ReasonPhrase;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;

use crate::wpt::headers::Headers;

/// Bytes as they come; an error breaks the connection off.
pub(crate) type ByteStream = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// A body as hyper takes it.
pub(crate) type HttpBody = UnsyncBoxBody<Bytes, io::Error>;

/// A connection that a handler has taken over.
pub(crate) type Wire = Box<dyn ReadWrite>;

/// What a connection can do.
pub(crate) trait ReadWrite: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> ReadWrite for T {}

/// How a request is answered.
pub(crate) enum Answer {
    /// As HTTP has it.
    Response(Response),
    /// With bytes that are no valid HTTP, or that look otherwise than a library would write them.
    /// They are all that is said on the connection.
    Raw(ByteStream),
    /// By somebody who has the connection from now on.
    Takeover(Takeover),
    /// Over HTTP/2: with this response, behind which somebody has the stream from now on.
    Tunnel(Response, Takeover),
}

/// Who has a connection, or a stream of one, from now on.
pub(crate) type Takeover = Box<dyn FnOnce(Wire) -> BoxFuture<'static, ()> + Send>;

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(response) => response.fmt(f),
            Self::Raw(_) => f.write_str("Raw"),
            Self::Takeover(_) => f.write_str("Takeover"),
            Self::Tunnel(..) => f.write_str("Tunnel"),
        }
    }
}

impl From<Response> for Answer {
    fn from(response: Response) -> Self {
        Self::Response(response)
    }
}

/// A response.
#[derive(Debug)]
pub(crate) struct Response {
    /// The status, which need not be one that HTTP knows.
    pub status: u16,
    /// What is said beside the status; `None` for what is usual.
    pub reason: Option<Vec<u8>>,
    /// Names and values as they are written.
    pub headers: Headers,
    /// What follows.
    pub body: Body,
}

/// The body of a response.
pub(crate) enum Body {
    /// All of it; its length is told beforehand.
    Whole(Bytes),
    /// It comes bit by bit.
    Stream(ByteStream),
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Stream(_) => f.write_str("a stream"),
        }
    }
}

impl Response {
    /// A response without headers and body.
    pub fn new(status: u16) -> Self {
        Self {
            status,
            reason: None,
            headers: Headers::default(),
            body: Body::Whole(Bytes::new()),
        }
    }

    /// A response with a body of this media type.
    pub fn of(status: u16, mime: &str, body: impl Into<Bytes>) -> Self {
        Self::new(status).header("Content-Type", mime).body(body)
    }

    /// Adds a header.
    pub fn header(mut self, name: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Self {
        self.headers.append(name, value);
        self
    }

    /// Gives it a body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = Body::Whole(body.into());
        self
    }

    /// Gives it a body that is written while it is sent; `write` ends early when nobody reads.
    pub fn stream<W, F>(mut self, write: W) -> Self
    where
        W: FnOnce(Sender) -> F + Send + 'static,
        F: Future<Output = Option<()>> + Send + 'static,
    {
        self.body = Body::Stream(written(write));
        self
    }

    /// The response as hyper takes it; what it can't say, as bytes, without a body for `HEAD`.
    pub fn into_http(mut self, is_head: bool) -> Result<http::Response<HttpBody>, ByteStream> {
        match self.head() {
            Some((status, reason, headers)) => {
                let body = match self.body {
                    Body::Whole(bytes) => Full::new(bytes)
                        .map_err(|never| match never {})
                        .boxed_unsync(),
                    Body::Stream(stream) => {
                        StreamBody::new(stream.map(|bytes| bytes.map(Frame::data))).boxed_unsync()
                    }
                };
                let mut response = http::Response::new(body);
                *response.status_mut() = status;
                *response.headers_mut() = headers;
                if let Some(reason) = reason {
                    response.extensions_mut().insert(reason);
                }
                Ok(response)
            }
            None => {
                self.tell_length();
                if is_head {
                    self.body = Body::Whole(Bytes::new());
                }
                Err(self.into_raw())
            }
        }
    }

    /// The response with what HTTP/2 has words for.
    pub fn for_http2(mut self) -> Self {
        self.reason = None;
        if let 204 | 304 = self.status {
            self.body = Body::Whole(Bytes::new());
        }
        self
    }

    /// Says how long the body is, if it is all there and nothing else is said of that.
    fn tell_length(&mut self) {
        let is_told =
            ["Content-Length", "Transfer-Encoding"].map(|name| self.headers.contains(name));
        if let (Body::Whole(bytes), [false, false]) = (&self.body, is_told) {
            let length = bytes.len().to_string();
            self.headers.append("Content-Length", length);
        }
    }

    /// Status, reason and headers, if hyper can say them and says nothing else.
    fn head(&self) -> Option<(StatusCode, Option<ReasonPhrase>, HeaderMap)> {
        let status = StatusCode::from_u16(self.status).ok()?;
        if status.is_informational() {
            return None;
        }
        if let (204 | 304, Body::Whole(bytes)) = (self.status, &self.body)
            && !bytes.is_empty()
        {
            return None;
        }
        let reason = match &self.reason {
            Some(reason) => Some(ReasonPhrase::try_from(&reason[..]).ok()?),
            None => {
                let usual = usual_reason(self.status);
                let is_known = status.canonical_reason() == Some(usual);
                (!is_known).then(|| ReasonPhrase::from_static(usual.as_bytes()))
            }
        };
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers.iter() {
            let name = HeaderName::from_bytes(name).ok()?;
            headers.append(name, HeaderValue::from_bytes(value).ok()?);
        }
        if let (Some(length), Body::Whole(bytes)) = (headers.get(CONTENT_LENGTH), &self.body) {
            // A length that isn't true is said on purpose.
            if length.as_bytes() != bytes.len().to_string().as_bytes() {
                return None;
            }
            headers.remove(CONTENT_LENGTH);
        }
        Some((status, reason, headers))
    }

    /// All of it as it is written.
    fn into_raw(self) -> ByteStream {
        let reason = self.reason.as_deref();
        let reason = reason.unwrap_or(usual_reason(self.status).as_bytes());
        let mut head = format!("HTTP/1.1 {} ", self.status).into_bytes();
        head.extend_from_slice(reason);
        head.extend_from_slice(b"\r\n");
        for (name, value) in self.headers.iter() {
            head.extend_from_slice(name);
            head.extend_from_slice(b": ");
            head.extend_from_slice(value);
            head.extend_from_slice(b"\r\n");
        }
        head.extend_from_slice(b"Connection: close\r\n\r\n");
        let head = stream::iter([Ok(Bytes::from(head))]);
        match self.body {
            Body::Whole(bytes) => Box::pin(head.chain(stream::iter([Ok(bytes)]))),
            Body::Stream(stream) => Box::pin(head.chain(stream)),
        }
    }
}

/// What stands beside a status when nothing else is said. Tests see it, so it is what
/// web-platform-tests' server says, which has the words of RFC 2616 and none for later statuses.
fn usual_reason(status: u16) -> &'static str {
    match status {
        203 => "Non-Authoritative Information",
        413 => "Request Entity Too Large",
        414 => "Request-URI Too Long",
        416 => "Requested Range Not Satisfiable",
        100 | 101 | 200..=206 | 300..=305 | 307 | 400..=417 | 500..=505 => {
            let known = StatusCode::from_u16(status).ok();
            known
                .and_then(|status| status.canonical_reason())
                .unwrap_or_default()
        }
        _ => "",
    }
}

/// Bytes that are written while they are sent; `write` ends early when nobody reads.
pub(crate) fn written<W, F>(write: W) -> ByteStream
where
    W: FnOnce(Sender) -> F + Send + 'static,
    F: Future<Output = Option<()>> + Send + 'static,
{
    let (sender, mut receiver) = mpsc::channel(1);
    let mut writer = Box::pin(write(Sender(sender)));
    let mut done = false;
    // The writer lives as long as the stream does, and goes with it.
    Box::pin(stream::poll_fn(move |context| {
        if !done && writer.as_mut().poll(context).is_ready() {
            done = true;
        }
        match receiver.poll_recv(context) {
            std::task::Poll::Pending if done => std::task::Poll::Ready(None),
            other => other,
        }
    }))
}

/// Where the bytes of a body are written to.
#[derive(Debug)]
pub(crate) struct Sender(mpsc::Sender<io::Result<Bytes>>);

impl Sender {
    /// Sends bytes, and waits until there is room for more; `None` when nobody reads.
    pub async fn send(&self, bytes: impl Into<Bytes>) -> Option<()> {
        self.0.send(Ok(bytes.into())).await.ok()
    }
}
