//! Passing a request on, and its answer back: over HTTP/1.1 byte by byte, for handlers may say what is
//! no valid HTTP, over HTTP/2 as far as it is.

use std::io;

use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use http::header::{
    CONNECTION, CONTENT_LENGTH, EXPECT, HOST, HeaderName, HeaderValue, TE, TRANSFER_ENCODING,
    UPGRADE,
};
use http::{HeaderMap, Version};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper::ext::ReasonPhrase;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Wptserve;
use crate::request::Request;
use crate::response::{Answer, Body, Response, written};

/// How much is read at once.
const ROOM: usize = 16 * 1024;

/// Headers that are about one connection, or that whoever sends a message says itself.
const OF_THE_CONNECTION: [HeaderName; 7] = [
    CONNECTION,
    CONTENT_LENGTH,
    EXPECT,
    HeaderName::from_static("keep-alive"),
    TE,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// What the checkout's server answers to a request, over a connection of its own and as it comes.
pub(crate) async fn pass(request: &mut Request, wptserve: &Wptserve) -> io::Result<Answer> {
    let port = match request.entry.tls {
        true => wptserve.ports.behind,
        false => wptserve.ports.http[0],
    };
    let asked = asked(request).await?;
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    if request.version != Version::HTTP_2 {
        return raw(stream, asked).await;
    }
    let (mut sender, connection) = http1::Builder::new()
        .title_case_headers(true)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
    // It ends when the answer has been read, or nobody wants it any more.
    tokio::spawn(connection);
    let answer = sender.send_request(asked.map(Full::new)).await;
    Ok(answered(answer.map_err(io::Error::other)?).into())
}

/// Sends the request, and passes on the bytes that come until the connection ends.
async fn raw(mut stream: TcpStream, asked: http::Request<Bytes>) -> io::Result<Answer> {
    let mut message = format!("{} {} HTTP/1.1\r\n", asked.method(), asked.uri()).into_bytes();
    for (name, value) in asked.headers() {
        for part in [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
            message.extend_from_slice(part);
        }
    }
    message.extend_from_slice(b"\r\n");
    stream.write_all(&message).await?;
    stream.write_all(asked.body()).await?;
    // Whoever ends without a word has no answer.
    let first = next(&mut stream).await?;
    if first.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Answer::Raw(written(async move |out| {
        out.send(first).await?;
        while let Ok(bytes) = next(&mut stream).await
            && !bytes.is_empty()
        {
            out.send(bytes).await?;
        }
        Some(())
    })))
}

/// What comes next; nothing at the end.
async fn next(stream: &mut TcpStream) -> io::Result<Bytes> {
    let mut bytes = BytesMut::with_capacity(ROOM);
    stream.read_buf(&mut bytes).await?;
    Ok(bytes.freeze())
}

/// The request as it is passed on. Its body goes with its length: that server reads no chunks.
async fn asked(request: &mut Request) -> io::Result<http::Request<Bytes>> {
    let body = request.body().await;
    let mut asked = http::Request::new(Bytes::new());
    *asked.method_mut() = request.method.clone();
    *asked.uri_mut() = request.target().parse().map_err(io::Error::other)?;
    let mut headers = without_connection(&request.headers);
    let host = HeaderValue::from_str(&request.host()).map_err(io::Error::other)?;
    headers.insert(HOST, host);
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    if request.headers.contains_key(CONTENT_LENGTH) || !body.is_empty() {
        headers.insert(CONTENT_LENGTH, body.len().into());
    }
    *asked.headers_mut() = headers;
    *asked.body_mut() = body;
    Ok(asked)
}

fn answered(answer: http::Response<hyper::body::Incoming>) -> Response {
    let (head, body) = answer.into_parts();
    let mut response = Response::new(head.status.as_u16());
    let reason = head.extensions.get::<ReasonPhrase>();
    response.reason = reason.map(|reason| reason.as_bytes().to_vec());
    let length = head.headers.get(CONTENT_LENGTH).cloned();
    let mut headers = without_connection(&head.headers);
    headers.extend(length.map(|length| (CONTENT_LENGTH, length)));
    for (name, value) in &headers {
        response.headers.append(name.as_str(), value.as_bytes());
    }
    let frames = body.into_data_stream();
    response.body = Body::Stream(Box::pin(
        frames.map(|bytes| bytes.map_err(io::Error::other)),
    ));
    response
}

fn without_connection(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    for name in OF_THE_CONNECTION {
        headers.remove(name);
    }
    headers
}
