//! The answers of web-platform-tests' handlers, each under the path of the script that gives it there.

use futures::future::BoxFuture;

use crate::request::Request;
use crate::response::Answer;

/// Answers a request as one script does.
pub(super) type Handle = for<'a> fn(&'a mut Request) -> BoxFuture<'a, Answer>;

/// Says which function answers for which script.
macro_rules! handlers {
    ($($path:literal => $function:path,)*) => {
        /// The scripts that are answered for here.
        pub(super) const PATHS: &[&str] = &[$($path),*];

        /// Who answers for the script at `path`.
        pub(super) fn find(path: &str) -> Option<super::Handle> {
            let handle: super::Handle = match path {
                $($path => |request| {
                    Box::pin(async { crate::response::Answer::from($function(request).await) })
                },)*
                _ => return None,
            };
            Some(handle)
        }
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

/// Whether there is an answer for a script: a path in web-platform-tests, or a file name alone.
pub(super) fn is_known(script: &str) -> bool {
    let is = |path: &&str| match script.starts_with('/') {
        true => *path == script,
        false => path.rsplit('/').next() == Some(script),
    };
    let all = [
        common::PATHS,
        echoes::PATHS,
        eventsource::PATHS,
        fetch::PATHS,
        html::PATHS,
        xhr::PATHS,
    ];
    let all = all.into_iter().chain(websockets::PATHS);
    all.flatten().any(is)
}

/// Who answers for the script at `path`.
pub(super) fn find(path: &str) -> Option<Handle> {
    fetch::find(path)
        .or_else(|| xhr::find(path))
        .or_else(|| common::find(path))
        .or_else(|| websockets::find(path))
        .or_else(|| eventsource::find(path))
        .or_else(|| html::find(path))
        .or_else(|| echoes::find(path))
}
