//! Passing a request on, and its answer back.

use std::io;

use futures::StreamExt;
use http::HeaderMap;
use http::header::{
    CONNECTION, CONTENT_LENGTH, EXPECT, HOST, HeaderName, HeaderValue, TE, TRANSFER_ENCODING,
    UPGRADE,
};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper::ext::ReasonPhrase;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::Wptserve;
use crate::request::Request;
use crate::response::{Body, Response};

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

/// What the checkout's server answers to a request, over a connection of its own. Its body is passed
/// on as it comes.
pub(crate) async fn pass(request: &mut Request, wptserve: &Wptserve) -> io::Result<Response> {
    let port = match request.entry.tls {
        true => wptserve.ports.behind,
        false => wptserve.ports.http[0],
    };
    let asked = asked(request).await?;
    let stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let (mut sender, connection) = http1::Builder::new()
        .title_case_headers(true)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(io::Error::other)?;
    // It ends when the answer has been read, or nobody wants it any more.
    tokio::spawn(connection);
    let answer = sender.send_request(asked).await.map_err(io::Error::other)?;
    Ok(answered(answer))
}

/// The request as it is passed on. Its body goes with its length: that server reads no chunks.
async fn asked(request: &mut Request) -> io::Result<http::Request<Full<bytes::Bytes>>> {
    let body = request.body().await;
    let mut asked = http::Request::new(Full::new(body));
    *asked.method_mut() = request.method.clone();
    *asked.uri_mut() = request.target().parse().map_err(io::Error::other)?;
    let mut headers = without_connection(&request.headers);
    let host = HeaderValue::from_str(&request.host()).map_err(io::Error::other)?;
    headers.insert(HOST, host);
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    *asked.headers_mut() = headers;
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
