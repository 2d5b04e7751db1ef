//! The answers of web-platform-tests' handlers, each under the path of the script that gives it there.

use futures::future::BoxFuture;

use crate::request::Request;
use crate::response::Answer;

/// Answers a request as one script does.
pub(super) type Handle = for<'a> fn(&'a mut Request) -> BoxFuture<'a, Answer>;

/// The path of a script, and who answers for it.
type Handler = (&'static str, Handle);

/// Says which function answers for which script.
macro_rules! handlers {
    ($($path:literal => $function:path,)*) => {
        /// The scripts that are answered for here, and who answers for each.
        pub(super) const HANDLERS: &[crate::wpt::handlers::Handler] = &[$(
            ($path, |request| {
                Box::pin(async { crate::response::Answer::from($function(request).await) })
            }),
        )*];
    };
}

mod common;
mod cookies;
mod echoes;
mod eventsource;
mod fetch;
mod html;
mod support;
mod websockets;
mod xhr;

/// All scripts that are answered for.
fn all() -> impl Iterator<Item = &'static Handler> {
    let all = [
        fetch::HANDLERS,
        xhr::HANDLERS,
        common::HANDLERS,
        eventsource::HANDLERS,
        html::HANDLERS,
        echoes::HANDLERS,
    ];
    all.into_iter().chain(websockets::HANDLERS).flatten()
}

/// Whether there is an answer for a script: a path in web-platform-tests, or a file name alone.
pub(super) fn is_known(script: &str) -> bool {
    all().any(|(path, _)| match script.starts_with('/') {
        true => *path == script,
        false => path.rsplit('/').next() == Some(script),
    })
}

/// Who answers for the script at `path`.
pub(super) fn find(path: &str) -> Option<Handle> {
    let found = all().find(|(one, _)| *one == path);
    found.map(|(_, handle)| *handle)
}
