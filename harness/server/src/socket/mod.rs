//! WebSocket (RFC 6455) from the server's side, down to what no library would send: tests want
//! wrong answers to handshakes, closing handshakes that take their time, and bytes that are no frame.
//! Where the specification leaves room, it does as pywebsocket does.

mod deflate;
mod frames;
mod handshake;

use std::fmt;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use tungstenite::protocol::frame::coding::{Control, Data, OpCode};
use tungstenite::protocol::frame::{CloseFrame, Frame};

pub(crate) use handshake::{Acceptance, accept_key, is_asked_for, open, open_by_hand, protocols};

use crate::connection;
use crate::response::Wire;
use deflate::{Agreement, Deflater, Inflater};
use frames::{Reader, Trouble};

/// How long the other side may take to answer a closing handshake.
const CLOSING: Duration = Duration::from_secs(10);

/// How long the reason of a close may be, in bytes.
const LONGEST_REASON: usize = 123;

/// What stands for a close that says no status; nobody should send it.
const NO_STATUS: u16 = 1005;

/// A message of the other side.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Message {
    /// Text, which is UTF-8.
    Text(String),
    /// Bytes.
    Binary(Bytes),
}

/// How a side closes: the status and the reason; `None` when it says neither.
pub(crate) type Close = Option<(u16, String)>;

/// What comes in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Incoming {
    /// A message.
    Message(Message),
    /// The other side closes, and waits for us to do so too.
    Close(Close),
    /// The connection has ended.
    End,
}

/// An open WebSocket.
pub(crate) struct Socket {
    wire: Wire,
    reader: Reader,
    /// What compresses messages, if they are to be.
    deflater: Option<Deflater>,
    closing: Closing,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Closing {
    /// Whether we have sent a closing frame.
    sent: bool,
    /// Whether the other side has.
    received: bool,
    /// Whether the connection is gone.
    gone: bool,
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Socket {:?}", self.closing)
    }
}

impl Socket {
    fn new(wire: Wire, compression: Option<Agreement>) -> Self {
        Self {
            wire,
            reader: Reader::new(compression.map(|_| Inflater::new())),
            deflater: compression.map(Deflater::new),
            closing: Closing::default(),
        }
    }

    /// The next message; `None` when there are no more. A closing frame is answered with status 1000,
    /// whatever it says.
    pub async fn receive(&mut self) -> io::Result<Option<Message>> {
        match self.next().await? {
            Incoming::Message(message) => Ok(Some(message)),
            Incoming::Close(_) => {
                self.close(Some((1000, String::new()))).await?;
                Ok(None)
            }
            Incoming::End => Ok(None),
        }
    }

    /// What comes next; a ping is answered, and never seen. What must not come ends the connection,
    /// with a status that says why.
    pub async fn next(&mut self) -> io::Result<Incoming> {
        match self.incoming().await {
            Ok(incoming) => Ok(incoming),
            Err(Trouble::Wire(error)) => {
                self.closing.gone = true;
                Err(error)
            }
            Err(Trouble::Wrong(status, what)) => {
                self.close(Some((status, String::new()))).await?;
                self.closing.gone = true;
                connection::close(&mut self.wire).await;
                Err(io::Error::new(io::ErrorKind::InvalidData, what))
            }
        }
    }

    async fn incoming(&mut self) -> Result<Incoming, Trouble> {
        loop {
            let Some(frame) = self.reader.frame(&mut self.wire).await? else {
                self.closing.gone = true;
                return Ok(Incoming::End);
            };
            match frame.kind {
                OpCode::Control(Control::Ping) => self.send(Frame::pong(frame.payload)).await?,
                OpCode::Control(Control::Close) => {
                    self.closing.received = true;
                    return Ok(Incoming::Close(close_of(&frame.payload)?));
                }
                OpCode::Control(_) => {}
                OpCode::Data(data) => {
                    if let Some(message) = self.reader.put_together(data, frame)? {
                        return Ok(Incoming::Message(message));
                    }
                }
            }
        }
    }

    /// Sends a text.
    pub async fn send_text(&mut self, text: impl Into<String>) -> io::Result<()> {
        self.send_data(Data::Text, text.into().into()).await
    }

    /// Sends bytes.
    pub async fn send_binary(&mut self, bytes: impl Into<Bytes>) -> io::Result<()> {
        self.send_data(Data::Binary, bytes.into()).await
    }

    async fn send_data(&mut self, kind: Data, mut payload: Bytes) -> io::Result<()> {
        if let Some(deflater) = &mut self.deflater {
            payload = deflater.deflate(&payload).map_err(io::Error::other)?.into();
        }
        let mut frame = Frame::message(payload, OpCode::Data(kind), true);
        frame.header_mut().rsv1 = self.deflater.is_some();
        self.send(frame).await
    }

    /// Sends a message as it came.
    pub async fn send_message(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Text(text) => self.send_text(text).await,
            Message::Binary(bytes) => self.send_binary(bytes).await,
        }
    }

    /// Sends a ping.
    pub async fn send_ping(&mut self, payload: impl Into<Bytes>) -> io::Result<()> {
        self.send(Frame::ping(payload)).await
    }

    /// Sends a closing frame, once, without waiting for the other side's. One that must not be sent
    /// says that we have failed.
    pub async fn close(&mut self, close: Close) -> io::Result<()> {
        if self.closing.sent || self.closing.gone {
            return Ok(());
        }
        self.closing.sent = true;
        let frame = close_frame(match close {
            Some((status, reason)) if !may_be_sent(status) || reason.len() > LONGEST_REASON => {
                Some((1011, String::new()))
            }
            close => close,
        });
        self.send(frame).await
    }

    /// Sends bytes that need be no frame.
    pub async fn send_raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.wire.write_all(bytes).await?;
        self.wire.flush().await
    }

    /// Ends the connection without a closing handshake.
    pub async fn abort(&mut self) -> io::Result<()> {
        self.closing.gone = true;
        self.wire.shutdown().await
    }

    async fn send(&mut self, frame: Frame) -> io::Result<()> {
        self.send_raw(&bytes_of(frame)?).await
    }

    /// Makes what is left of the closing handshake.
    async fn finish(&mut self) -> io::Result<()> {
        if self.closing.gone {
            return Ok(());
        }
        self.close(Some((1000, String::new()))).await?;
        let answered = async {
            while !self.closing.received && self.next().await? != Incoming::End {}
            io::Result::Ok(())
        };
        if let Ok(answered) = timeout(CLOSING, answered).await {
            answered?;
        }
        self.wire.shutdown().await
    }
}

/// A closing frame as it is written.
pub(crate) fn close_bytes(status: u16, reason: &str) -> io::Result<Vec<u8>> {
    bytes_of(close_frame(Some((status, reason.to_owned()))))
}

fn close_frame(close: Close) -> Frame {
    Frame::close(close.map(|(status, reason)| CloseFrame {
        code: status.into(),
        reason: reason.into(),
    }))
}

fn bytes_of(frame: Frame) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(frame.len());
    frame.format(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

/// Whether a closing frame may say this status.
fn may_be_sent(status: u16) -> bool {
    (1000..5000).contains(&status) && ![NO_STATUS, 1006, 1015].contains(&status)
}

/// What a closing frame says. A reason that is not UTF-8 is no reason to complain.
fn close_of(payload: &[u8]) -> Result<Close, Trouble> {
    match payload {
        [] => Ok(None),
        [_] => Err(Trouble::Wrong(1002, "half a status")),
        [high, low, reason @ ..] => {
            let status = u16::from_be_bytes([*high, *low]);
            if status == NO_STATUS {
                return Ok(None);
            }
            Ok(Some((status, String::from_utf8_lossy(reason).into_owned())))
        }
    }
}
