//! Clients that are many, slow, half gone or hostile: each is served or refused as it should be, and
//! the next one is served as if nothing had been.

#[path = "../common/mod.rs"]
mod common;

#[path = "../../examples/common/checkout.rs"]
mod checkout;
mod crowd;
mod malformed;
mod outside;
mod tls;

use winterproof_server::Server;

/// That a new connection is served.
#[track_caller]
fn is_well(answer: &str) {
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.ends_with("fine"), "{answer}");
}

/// A server with one file.
async fn start() -> Server {
    common::start(&[
        ("/fine.txt", "fine"),
        ("/fetch/api/resources/echo-content.py", ""),
    ])
    .await
}

/// Asks it for that file over a connection of its own.
async fn next(server: &Server) -> String {
    common::get(server, "/fine.txt").await
}
