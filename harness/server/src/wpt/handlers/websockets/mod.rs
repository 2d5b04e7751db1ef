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

use super::Handle;
use crate::response::Response;
use crate::site::refused;

/// The scripts that are answered for here.
pub(super) const PATHS: [&[&str]; 7] = [
    backpressure::PATHS,
    channel::PATHS,
    closing::PATHS,
    echo::PATHS,
    handshake::PATHS,
    headers::PATHS,
    stash::PATHS,
];

/// Who answers for the script at `path`.
pub(super) fn find(path: &str) -> Option<Handle> {
    echo::find(path)
        .or_else(|| closing::find(path))
        .or_else(|| handshake::find(path))
        .or_else(|| headers::find(path))
        .or_else(|| backpressure::find(path))
        .or_else(|| stash::find(path))
        .or_else(|| channel::find(path))
}

/// The script can't go on; the connection is left as it is.
fn failed(why: &str) -> io::Error {
    io::Error::other(why)
}

/// The script refuses the handshake.
fn forbidden(why: &str) -> Response {
    refused(403, why)
}
