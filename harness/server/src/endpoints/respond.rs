//! Endpoints whose answer the query says.

use std::time::Duration;

use bytes::Bytes;
use futures::stream::{self, StreamExt};
use tokio::time::sleep;

use super::echo::described;
use super::{log, number, with_headers};
use crate::request::Request;
use crate::response::{Answer, Response};
use crate::wpt::query::Params;

/// Answers with `status`, `reason`, each `header` and `body`.
pub(super) async fn respond(request: &mut Request, query: &Params) -> Response {
    asked_for(request, query, 200).await
}

/// Redirects to `location` with `status`; with `count`, first so many times to itself.
pub(super) async fn redirect(request: &mut Request, query: &Params) -> Response {
    let response = asked_for(request, query, 302).await;
    let count = number(query, "count", 0);
    if count == 0 {
        return match query.first("location") {
            Some(location) => response.header("Location", location),
            None => response,
        };
    }
    let pairs = request.raw_query.split('&');
    let pairs: Vec<String> = pairs
        .map(|pair| match pair.starts_with("count=") {
            true => format!("count={}", count - 1),
            false => pair.to_owned(),
        })
        .collect();
    response.header("Location", format!("redirect?{}", pairs.join("&")))
}

/// Answers with `bytes` as they are, and closes the connection after `hold` milliseconds.
pub(super) async fn raw(request: &mut Request, query: &Params) -> Answer {
    note(request, query).await;
    let bytes = Bytes::from(query.first("bytes").unwrap_or_default().to_vec());
    let hold = Duration::from_millis(number(query, "hold", 0));
    let wait = stream::once(async move {
        sleep(hold).await;
        Ok(Bytes::new())
    });
    Answer::Raw(Box::pin(stream::iter([Ok(bytes)]).chain(wait)))
}

/// The response that the query says, after the request is noted.
async fn asked_for(request: &mut Request, query: &Params, status: u64) -> Response {
    note(request, query).await;
    let status = u16::try_from(number(query, "status", status)).unwrap_or(500);
    let mut response = with_headers(Response::new(status), query);
    response.reason = query.first("reason").map(<[u8]>::to_vec);
    response.body(query.first("body").unwrap_or_default().to_vec())
}

async fn note(request: &mut Request, query: &Params) {
    let told = described(request).await;
    log::note(request, query, &told);
}
