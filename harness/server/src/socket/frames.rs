//! What comes over a WebSocket, from bytes to messages.

use std::io::{self, Cursor};

use bytes::{Buf, Bytes, BytesMut};
use tokio::io::AsyncReadExt;
use tungstenite::error::ProtocolError;
use tungstenite::protocol::frame::FrameHeader;
use tungstenite::protocol::frame::coding::{Data, OpCode};

use super::Message;
use super::deflate::Inflater;
use crate::response::Wire;

/// The longest message that is taken.
pub(super) const LONGEST_MESSAGE: usize = 64 * 1024 * 1024;

/// How long the payload of a control frame may be.
const LONGEST_CONTROL: u64 = 125;

/// How much is read at once.
const ROOM: usize = 16 * 1024;

/// Why there is no next frame.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The connection is broken.
    Wire(io::Error),
    /// The other side says what it must not; with the status to close with.
    Wrong(u16, &'static str),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Wire(error)
    }
}

/// A frame, unmasked.
#[derive(Debug)]
pub(super) struct Frame {
    pub is_final: bool,
    pub kind: OpCode,
    /// Whether the message that begins with it is compressed.
    pub compressed: bool,
    pub payload: Bytes,
}

/// What has been read and is no whole message yet.
#[derive(Default)]
pub(super) struct Reader {
    bytes: BytesMut,
    partial: Option<Partial>,
    /// What brings compressed messages back, if they may be compressed.
    inflater: Option<Inflater>,
}

/// What a message that comes in several frames has so far.
struct Partial {
    kind: Data,
    compressed: bool,
    bytes: BytesMut,
}

impl Reader {
    pub fn new(inflater: Option<Inflater>) -> Self {
        Self {
            inflater,
            ..Self::default()
        }
    }

    /// The next frame; `None` at the end of the connection. Nothing is lost when it is given up
    /// halfway.
    pub async fn frame(&mut self, wire: &mut Wire) -> Result<Option<Frame>, Trouble> {
        let (header, length, size) = loop {
            let mut cursor = Cursor::new(&self.bytes[..]);
            match FrameHeader::parse(&mut cursor) {
                Ok(Some((header, length))) => break (header, length, cursor.position()),
                Ok(None) => {}
                Err(tungstenite::Error::Protocol(ProtocolError::InvalidOpcode(_))) => {
                    return Err(Trouble::Wrong(1003, "a frame of an unknown kind"));
                }
                Err(_) => return Err(Trouble::Wrong(1002, "no frame")),
            }
            if !self.fill(wire, ROOM).await? {
                return Ok(None);
            }
        };
        let Some(mask) = header.mask else {
            return Err(Trouble::Wrong(1002, "a client's frame is not masked"));
        };
        if matches!(header.opcode, OpCode::Control(_)) {
            if length > LONGEST_CONTROL {
                return Err(Trouble::Wrong(1002, "a control frame is too long"));
            }
            if !header.is_final {
                return Err(Trouble::Wrong(1002, "a control frame is in several parts"));
            }
        }
        let begins = matches!(header.opcode, OpCode::Data(Data::Text | Data::Binary));
        let may_be_compressed = self.inflater.is_some() && begins;
        if header.rsv1 && !may_be_compressed || header.rsv2 || header.rsv3 {
            return Err(Trouble::Wrong(1003, "a flag that nobody has agreed on"));
        }
        // No size of a header, and no length that passes, is beyond a usize.
        let (size, length) = (size as usize, length_of(length)?);
        while self.bytes.len() < size + length {
            let missing = size + length - self.bytes.len();
            if !self.fill(wire, missing).await? {
                return Ok(None);
            }
        }
        self.bytes.advance(size);
        let mut payload = self.bytes.split_to(length);
        for (byte, key) in payload.iter_mut().zip(mask.iter().cycle()) {
            *byte ^= key;
        }
        Ok(Some(Frame {
            is_final: header.is_final,
            kind: header.opcode,
            compressed: header.rsv1,
            payload: payload.freeze(),
        }))
    }

    /// Takes a frame of this kind of data; gives the message that it is the end of.
    pub fn put_together(&mut self, data: Data, frame: Frame) -> Result<Option<Message>, Trouble> {
        let (kind, compressed, bytes) = match (data, self.partial.take()) {
            (Data::Continue, Some(mut partial)) => {
                if partial.bytes.len() + frame.payload.len() > LONGEST_MESSAGE {
                    return Err(too_long());
                }
                partial.bytes.extend_from_slice(&frame.payload);
                if !frame.is_final {
                    self.partial = Some(partial);
                    return Ok(None);
                }
                (partial.kind, partial.compressed, partial.bytes.freeze())
            }
            (Data::Continue, None) => {
                return Err(Trouble::Wrong(1002, "a message goes on that never began"));
            }
            (_, Some(_)) => {
                return Err(Trouble::Wrong(1002, "a message begins within another"));
            }
            (kind, None) if frame.is_final => (kind, frame.compressed, frame.payload),
            (kind, None) => {
                self.partial = Some(Partial {
                    kind,
                    compressed: frame.compressed,
                    bytes: BytesMut::from(frame.payload),
                });
                return Ok(None);
            }
        };
        let bytes = match &mut self.inflater {
            Some(inflater) if compressed => inflater.inflate(&bytes)?.into(),
            _ => bytes,
        };
        if kind != Data::Text {
            return Ok(Some(Message::Binary(bytes)));
        }
        match String::from_utf8(bytes.into()) {
            Ok(text) => Ok(Some(Message::Text(text))),
            Err(_) => Err(Trouble::Wrong(1007, "a text is not UTF-8")),
        }
    }

    /// Reads more; `false` at the end.
    async fn fill(&mut self, wire: &mut Wire, more: usize) -> io::Result<bool> {
        self.bytes.reserve(more.clamp(1, 1024 * 1024));
        Ok(wire.read_buf(&mut self.bytes).await? > 0)
    }
}

fn length_of(length: u64) -> Result<usize, Trouble> {
    if length > i64::MAX as u64 {
        return Err(Trouble::Wrong(1002, "a length that no frame has"));
    }
    match usize::try_from(length) {
        Ok(length) if length <= LONGEST_MESSAGE => Ok(length),
        _ => Err(too_long()),
    }
}

pub(super) fn too_long() -> Trouble {
    Trouble::Wrong(1009, "a message is too long")
}
