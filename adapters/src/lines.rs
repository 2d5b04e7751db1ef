//! What a far end says, as bytes that come in pieces, cut into messages by their key.

use memchr::{memchr, memmem};
use winterproof_model::wire::{Message, WireError};

use crate::output::Kept;

/// How much there is room for in the buffer, at least, when the channel is read.
pub(crate) const ROOM: usize = 16 * 1024;

/// No message is longer; the report hook cuts far below it.
const LONGEST_MESSAGE: usize = 1024 * 1024;

/// How much is kept of a line that does not end.
pub(crate) const LONGEST_LINE: usize = 4 * LONGEST_MESSAGE;

/// Bytes that have come and are not yet taken as messages.
#[derive(Debug)]
pub(crate) struct Lines {
    key: String,
    /// Where that goes which is no message; nowhere when only the far end can have said it.
    output: Option<Kept>,
    buffer: Vec<u8>,
    /// Where in the buffer the next line begins.
    start: usize,
    /// Up to where no newline was found.
    searched: usize,
}

impl Lines {
    /// For messages that begin with `key`.
    pub(crate) fn new(key: &str, output: Option<Kept>) -> Self {
        Self {
            key: key.to_owned(),
            output,
            buffer: Vec::with_capacity(ROOM),
            start: 0,
            searched: 0,
        }
    }

    /// The buffer, with room at its end for what comes next; bytes may only be added.
    pub(crate) fn room(&mut self) -> &mut Vec<u8> {
        self.buffer.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        if self.buffer.len() > LONGEST_LINE {
            // No message is that long: somebody else writes. One of ours may have begun by now.
            let end = self.buffer.len() - LONGEST_MESSAGE;
            keep(self.output.as_ref(), &self.buffer[..end]);
            self.buffer.drain(..end);
            self.searched -= end;
        }
        self.buffer.reserve(ROOM);
        &mut self.buffer
    }

    /// The next message that has been read whole. Lines without the key are not from the host.
    pub(crate) fn message(&mut self) -> Option<Result<Message, WireError>> {
        loop {
            let Some(length) = memchr(b'\n', &self.buffer[self.searched..]) else {
                self.searched = self.buffer.len();
                return None;
            };
            let end = self.searched + length;
            let line = &self.buffer[self.start..end];
            // What stands before the key was written by somebody who did not end the line.
            let at = memmem::find(line, self.key.as_bytes());
            let message = at.and_then(|at| Message::parse(&line[at..], &self.key));
            let foreign = match (&message, at) {
                (Some(_), Some(at)) => &line[..at],
                _ => &self.buffer[self.start..=end],
            };
            keep(self.output.as_ref(), foreign);
            self.start = end + 1;
            self.searched = self.start;
            if message.is_some() {
                return message;
            }
        }
    }
}

impl Drop for Lines {
    /// A last line need not end.
    fn drop(&mut self) {
        while self.message().is_some() {}
        keep(self.output.as_ref(), &self.buffer[self.start..]);
    }
}

fn keep(output: Option<&Kept>, bytes: &[u8]) {
    if let Some(output) = output {
        output.push(bytes);
    }
}
