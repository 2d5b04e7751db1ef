//! WebSocket as the server speaks it, with the handlers of web-platform-tests at its end.

mod client;
#[path = "../common/mod.rs"]
mod common;
mod frames;
mod handlers;
mod handshakes;
mod http2;

use winterproof_server::Server;

/// A server whose suite root has scripts of these names.
async fn start(handlers: &[&str]) -> Server {
    let paths = handlers.iter();
    let paths = paths.map(|name| format!("/websockets/handlers/{name}_wsh.py"));
    let paths: Vec<_> = paths.collect();
    let files: Vec<_> = paths.iter().map(|path| (&path[..], "")).collect();
    common::start(&files).await
}
