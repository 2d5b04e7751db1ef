//! How a host is spoken to: one request over a connection of its own, and the lines of the answer.
//!
//! Does not own: where the host comes from, or clocks.

use std::fmt;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{CONTENT_TYPE, HOST};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use winterproof_model::wire::{Message, Request, WireError};

use crate::channel::Channel;
use crate::lines::Lines;

/// How much of an answer that is no host's is shown.
const SHOWN: usize = 500;

/// How long what was printed before the end of an answer may take to arrive.
const PRINTING: Duration = Duration::from_millis(20);

/// Where a host listens.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub address: SocketAddr,
    /// What it is called in requests, with the port.
    pub authority: String,
    pub path: String,
}

/// What comes of a request.
#[derive(Debug)]
pub(crate) enum Heard {
    /// The host says something, or something with its key that is no message.
    Message(Result<Message, WireError>),
    /// The answer has ended as it should.
    End,
    /// There is no answer, or no more of it: what happened.
    Cut(String),
}

/// A request and its answer.
pub(crate) struct Talk {
    lines: Lines,
    /// Where messages come over that are printed instead; `None` once it has ended.
    printed: Option<Channel>,
    state: State,
}

type Asked = Pin<Box<dyn Future<Output = Result<Answer, String>> + Send + Sync>>;

enum State {
    Asking(Asked),
    Hearing(Answer),
    Ended(Option<String>),
}

impl Talk {
    /// Makes a request; it is sent when somebody listens. Messages may be `printed` as well.
    pub(crate) fn new(place: &Place, request: &Request, printed: Option<Channel>) -> Self {
        Self {
            printed,
            lines: Lines::new(&request.key, None),
            state: State::Asking(Box::pin(ask(place.clone(), request.to_line()))),
        }
    }

    /// What comes next; the end for ever after it. Loses nothing when cancelled.
    pub(crate) async fn next(&mut self) -> Heard {
        loop {
            if let Some(message) = self.lines.message() {
                return Heard::Message(message);
            }
            if let Some(message) = self.printed.as_mut().and_then(Channel::message) {
                return Heard::Message(message);
            }
            let Some(printed) = &mut self.printed else {
                if let Some(heard) = self.state.step(&mut self.lines).await {
                    return heard;
                }
                continue;
            };
            // What was printed before the answer ended counts.
            let is_over = matches!(self.state, State::Ended(_));
            let read = tokio::select! {
                read = printed.fill(!is_over) => read,
                heard = self.state.step(&mut self.lines), if !is_over => match heard {
                    Some(heard) => return heard,
                    None => continue,
                },
                () = sleep(PRINTING), if is_over => Ok(0),
            };
            if !matches!(read, Ok(1..)) {
                self.printed = None;
            }
        }
    }
}

impl State {
    /// Goes on by one step; gives what there is to be heard at the end.
    async fn step(&mut self, lines: &mut Lines) -> Option<Heard> {
        *self = match self {
            Self::Asking(asked) => match asked.await {
                Ok(answer) => Self::Hearing(answer),
                Err(how) => Self::Ended(Some(how)),
            },
            Self::Hearing(answer) => match answer.body.frame().await {
                Some(Ok(frame)) => {
                    if let Some(bytes) = frame.data_ref() {
                        lines.room().extend_from_slice(bytes);
                    }
                    return None;
                }
                Some(Err(_)) => Self::Ended(Some("the answer broke off".to_owned())),
                None => Self::Ended(None),
            },
            Self::Ended(None) => return Some(Heard::End),
            Self::Ended(Some(how)) => return Some(Heard::Cut(how.clone())),
        };
        None
    }
}

/// An answer that has begun.
struct Answer {
    body: Incoming,
    /// Keeps the connection alive.
    _sender: SendRequest<Full<Bytes>>,
    _connection: Connection,
}

/// The task that moves the bytes of a connection; ends with what it is for.
struct Connection(JoinHandle<()>);

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn ask(place: Place, text: String) -> Result<Answer, String> {
    let stream = TcpStream::connect(place.address).await;
    let stream = stream.map_err(problem("failed to connect to the host"))?;
    let shaken = handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(problem("failed to speak HTTP to the host"))?;
    // What goes wrong in it is told to whoever waits for the answer.
    let connection = Connection(tokio::spawn(async move { drop(connection.await) }));
    let request = hyper::Request::post(&place.path)
        .header(HOST, &place.authority)
        .header(CONTENT_TYPE, "application/json")
        .body(Full::new(Bytes::from(text)))
        .map_err(problem("failed to make a request"))?;
    let answer = sender.send_request(request).await;
    let answer = answer.map_err(problem("the host did not answer in HTTP"))?;
    let status = answer.status();
    let mut body = answer.into_body();
    if !status.is_success() {
        let text = beginning(&mut body).await;
        return Err(format!("the host answered {status}{text}"));
    }
    Ok(Answer {
        body,
        _sender: sender,
        _connection: connection,
    })
}

/// The beginning of a body, as the end of a message.
async fn beginning(body: &mut Incoming) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < SHOWN
        && let Some(Ok(frame)) = body.frame().await
    {
        bytes.extend_from_slice(frame.data_ref().map_or(&[], |bytes| &bytes[..]));
    }
    bytes.truncate(SHOWN);
    let text = String::from_utf8_lossy(&bytes);
    match text.trim() {
        "" => String::new(),
        text => format!(": {text}"),
    }
}

fn problem<E: fmt::Display>(what: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{what} ({error})")
}
