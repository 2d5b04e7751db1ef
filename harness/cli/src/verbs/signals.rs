//! Ctrl-C and SIGTERM.

use tokio_util::sync::CancellationToken;

use crate::exit::Exit;

/// The first Ctrl-C (or SIGTERM) ends the run with valid logs, the second ends winterproof.
pub(super) async fn stop_on_signal(stop: CancellationToken) {
    signal().await;
    stop.cancel();
    eprintln!("stopping; press Ctrl-C again to give up at once");
    signal().await;
    std::process::exit(Exit::Interrupted as i32);
}

/// Waits for Ctrl-C or SIGTERM.
#[cfg(unix)]
pub(super) async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
pub(super) async fn signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
