//! `websockets/handlers`: what speaks at the other end of a WebSocket.
//!
//! The scripts there are written for pywebsocket, so these do as it does: a handshake fails with 403
//! where a script fails in it, and a script that fails later leaves the connection without a closing
//! handshake.

mod backpressure;
mod channel;
mod closing;
mod echo;
mod handshake;
mod headers;
mod stash;

use std::io;

use super::Handler;
use crate::response::Response;
use crate::site::refused;

/// The scripts that are answered for here.
pub(super) const HANDLERS: [&[Handler]; 7] = [
    backpressure::HANDLERS,
    channel::HANDLERS,
    closing::HANDLERS,
    echo::HANDLERS,
    handshake::HANDLERS,
    headers::HANDLERS,
    stash::HANDLERS,
];

/// The script can't go on; the connection is left as it is.
fn failed(why: &str) -> io::Error {
    io::Error::other(why)
}

/// The script refuses the handshake.
fn forbidden(why: &str) -> Response {
    refused(403, why)
}
