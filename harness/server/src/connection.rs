//! One connection: TLS, HTTP/1.1 or HTTP/2, and handlers that take it over.

use std::convert::Infallible;
use std::future::{pending, poll_fn};
use std::io::{self, Cursor};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt;
use futures::future::BoxFuture;
use http::Method;
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::service_fn;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::io::{AsyncReadExt, AsyncWriteExt, join, split};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use crate::heads::Watched;
use crate::request::Entry;
use crate::response::{Answer, ByteStream, HttpBody, Response, Takeover, Wire};
use crate::site::Site;

/// How long a client may take for a TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How long the head of a request may take, and a connection without a request may stay.
const HEAD: Duration = Duration::from_secs(120);

/// How long the head of a request may be, in bytes.
const LONGEST_HEAD: usize = 512 * 1024;

/// How many headers a request may have. Some tests send one for each value that a byte can have.
const MOST_HEADERS: usize = 512;

/// How long is waited for the other side to hear that nothing more comes.
const LINGER: Duration = Duration::from_secs(1);

/// Serves one connection to its end.
pub(crate) async fn serve(
    stream: TcpStream,
    tls: Option<TlsAcceptor>,
    entry: Entry,
    site: Arc<Site>,
) {
    // What is said on purpose in small parts shall arrive so. It fails for a connection that is gone.
    let _ = stream.set_nodelay(true);
    let Some(tls) = tls else {
        return http1(Box::new(stream), entry, site).await;
    };
    let Ok(Ok(stream)) = timeout(HANDSHAKE, tls.accept(stream)).await else {
        return;
    };
    match stream.get_ref().1.alpn_protocol() {
        Some(b"h2") => http2(stream, entry, site).await,
        _ => http1(Box::new(stream), entry, site).await,
    }
}

/// Who takes over the connection, once somebody does.
#[derive(Default)]
struct Handover {
    taker: Mutex<Option<Takeover>>,
    there: Notify,
}

impl Handover {
    fn put(&self, taker: Takeover) {
        *self.taker.lock().unwrap_or_else(PoisonError::into_inner) = Some(taker);
        self.there.notify_one();
    }

    fn take(&self) -> Option<Takeover> {
        let mut taker = self.taker.lock().unwrap_or_else(PoisonError::into_inner);
        taker.take()
    }
}

async fn http1(io: Wire, entry: Entry, site: Arc<Site>) {
    let handover = Arc::new(Handover::default());
    let (io, heads) = Watched::new(io, LONGEST_HEAD);
    let service = service_fn(|mut request: http::Request<Incoming>| {
        if let Some(head) = heads.next() {
            request.extensions_mut().insert(head);
        }
        let (site, handover) = (Arc::clone(&site), Arc::clone(&handover));
        let is_head = request.method() == Method::HEAD;
        let answer = async move {
            let bytes = match site.answer(request, entry).await {
                Answer::Response(response) => match response.into_http(is_head) {
                    Ok(response) => return Ok::<_, Infallible>(response),
                    Err(bytes) => bytes,
                },
                Answer::Raw(bytes) => bytes,
                // Nobody makes a stream of a connection that has none.
                Answer::Takeover(taker) | Answer::Tunnel(_, taker) => {
                    handover.put(taker);
                    return pending().await;
                }
            };
            handover.put(Box::new(|wire| Box::pin(raw(wire, bytes))));
            // The connection is taken from under this request.
            pending().await
        };
        let answer: BoxFuture<'static, Result<http::Response<HttpBody>, Infallible>> =
            Box::pin(answer);
        answer
    });
    let mut connection = http1::Builder::new()
        // A handler's answer is dropped when whoever asked is gone, which looks as if only one half
        // of the connection were; and pages, which ask handlers, never close one half.
        .half_close(!site.has_handler())
        .header_read_timeout(HEAD)
        .max_buf_size(LONGEST_HEAD)
        .max_headers(MOST_HEADERS)
        .timer(TokioTimer::new())
        .title_case_headers(true)
        .serve_connection(TokioIo::new(io), service);
    let taken = tokio::select! {
        // What has been answered before goes out first.
        biased;
        ended = poll_fn(|context| connection.poll_without_shutdown(context)) => ended.is_err(),
        () = handover.there.notified() => true,
    };
    let parts = connection.into_parts();
    let mut io = parts.io.into_inner().into_inner();
    match handover.take() {
        Some(taker) => {
            let (read, write) = split(io);
            let read = Cursor::new(parts.read_buf).chain(read);
            taker(Box::new(join(read, write))).await;
        }
        None if !taken => close(&mut io).await,
        // It is broken, and whatever is to be said of that has been.
        None => {
            let _ = io.shutdown().await;
        }
    }
}

async fn http2<T>(io: T, entry: Entry, site: Arc<Site>)
where
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin + 'static,
{
    let takers = Arc::new(Takers::default());
    let service = service_fn(|mut request: http::Request<Incoming>| {
        let (site, takers) = (Arc::clone(&site), Arc::clone(&takers));
        let is_head = request.method() == Method::HEAD;
        let stream = hyper::upgrade::on(&mut request);
        async move {
            let response = match site.answer(request, entry).await {
                Answer::Response(response) => response,
                Answer::Tunnel(response, taker) => {
                    takers.add(stream, taker);
                    response
                }
                Answer::Raw(_) | Answer::Takeover(_) => {
                    let text = "this answer can't be given over HTTP/2";
                    Response::of(501, "text/plain", text)
                }
            };
            let response = response.for_http2().into_http(is_head);
            response.map_err(|_| io::Error::other("no valid response"))
        }
    });
    // It ends with an error when the client does.
    let _ = http2::Builder::new(TokioExecutor::new())
        .timer(TokioTimer::new())
        .enable_connect_protocol()
        .serve_connection(TokioIo::new(io), service)
        .await;
    takers.end().await;
}

/// Those who have streams of a connection.
#[derive(Default)]
struct Takers(Mutex<JoinSet<()>>);

impl Takers {
    fn add(&self, stream: OnUpgrade, taker: Takeover) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while all.try_join_next().is_some() {}
        all.spawn(async move {
            // The client may be gone before it has its answer.
            if let Ok(stream) = stream.await {
                taker(Box::new(TokioIo::new(stream))).await;
            }
        });
    }

    /// Waits until each of them has noticed that the connection is gone.
    async fn end(&self) {
        let all = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        all.join_all().await;
    }
}

/// Writes bytes as they are, and ends the connection.
async fn raw(mut wire: Wire, mut bytes: ByteStream) {
    while let Some(chunk) = bytes.next().await {
        let Ok(chunk) = chunk else {
            return;
        };
        if wire.write_all(&chunk).await.is_err() || wire.flush().await.is_err() {
            return;
        }
    }
    close(&mut wire).await;
}

/// Says that nothing more comes, and reads what does: with something unread left, the other side might
/// not hear the end of what was said to it.
pub(crate) async fn close(wire: &mut Wire) {
    if wire.shutdown().await.is_err() {
        return;
    }
    let mut rest = [0; 4096];
    let read_on = async { while matches!(wire.read(&mut rest).await, Ok(1..)) {} };
    // Whoever goes on talking is not listened to.
    let _ = timeout(LINGER, read_on).await;
}
