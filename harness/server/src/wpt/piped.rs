//! Applies the pipes of a request to what it is answered with.

use std::fmt::Display;

use bytes::Bytes;
use tokio::time::sleep;

use super::apply::Draft;
use super::escape::Escape;
use super::pipe::{self, Pipe, PipeError};
use super::query;
use super::trickle::Piece;
use crate::request::Request;
use crate::response::{Answer, Body, Response};

/// Applies what the name of a file asks for, and then the pipes that the query names.
pub(super) fn apply(request: &Request, draft: Draft) -> Result<Response, Response> {
    apply_all(request, draft, named(request))
}

/// What the file that is asked for says, or why it says nothing; `None` where neither its name nor the
/// query asks for a pipe, or where there is none.
pub(crate) fn text(request: &Request) -> Option<Result<Bytes, String>> {
    let mut pipes = named(request);
    match queried(request) {
        Ok(more) => pipes.extend(more),
        Err(error) => return Some(Err(error.to_string())),
    }
    if pipes.is_empty() {
        return None;
    }
    let content = request.site.files.read(&request.path)?;
    // It would be unpacked again at once.
    pipes.retain(|pipe| *pipe != Pipe::Gzip);
    let mut draft = Draft {
        status: 200,
        body: content.into_owned().into(),
        ..Draft::default()
    };
    Some(match draft.apply(&pipes, request) {
        Ok(()) if (200..300).contains(&draft.status) => Ok(draft.body),
        Ok(()) => Err(format!("it is answered with status {}", draft.status)),
        Err(error) => Err(error.to_string()),
    })
}

/// The pipes that the name of a file asks for.
fn named(request: &Request) -> Vec<Pipe> {
    let template = Escape::of_template(&request.path);
    template.map(Pipe::Sub).into_iter().collect()
}

/// The pipes that the query names.
fn queried(request: &Request) -> Result<Vec<Pipe>, PipeError> {
    let text = query::pipe(request.raw_query.as_bytes());
    text.map_or(Ok(Vec::new()), |text| pipe::parse(&text))
}

/// Applies `pipes`, and then those that the query names.
fn apply_all(
    request: &Request,
    mut draft: Draft,
    mut pipes: Vec<Pipe>,
) -> Result<Response, Response> {
    pipes.extend(queried(request).map_err(wrong)?);
    draft.apply(&pipes, request).map_err(wrong)?;
    let response = Response {
        status: draft.status,
        headers: draft.headers,
        ..Response::new(200)
    };
    let Some(trickle) = draft.trickle else {
        return Ok(response.body(draft.body));
    };
    let pieces = trickle.pieces(draft.body);
    Ok(response.stream(async move |out| {
        for piece in pieces {
            match piece {
                Piece::Send(bytes) => out.send(bytes).await?,
                Piece::Wait(time) => sleep(time).await,
            }
        }
        Some(())
    }))
}

/// Applies the pipes that the query names to what a handler answers.
pub(super) fn apply_to(request: &Request, answer: Answer) -> Answer {
    if query::pipe(request.raw_query.as_bytes()).is_none() {
        return answer;
    }
    match answer {
        Answer::Response(Response {
            status,
            reason,
            headers,
            body: Body::Whole(body),
        }) => {
            let draft = Draft {
                status,
                headers,
                body,
                trickle: None,
            };
            let response = match apply_all(request, draft, Vec::new()) {
                Ok(response) => Response { reason, ..response },
                Err(response) => response,
            };
            response.into()
        }
        answer => answer,
    }
}

/// A mistake in what the suite root has: a template, a file of headers, a pipe.
pub(super) fn wrong(problem: impl Display) -> Response {
    let text = Bytes::from(format!("{problem}\n"));
    Response::of(500, "text/plain; charset=utf-8", text)
}
