//! What web-platform-tests expect of the server under them, as far as it is a function of bytes.
//!
//! Owns: pipes, templates, files of headers, queries, forms, ranges, media types. The conventions are
//! those of WPT's own server (<https://web-platform-tests.org/writing-tests/server-features.html>),
//! and where its documentation is silent, what it does. Does not own: files, sockets, or what the
//! names in a template stand for ([`template::Lookup`]).

pub(crate) mod apply;
mod call;
pub(crate) mod escape;
pub(crate) mod form;
pub(crate) mod functions;
pub(crate) mod headers;
pub(crate) mod headers_file;
pub(crate) mod mime;
pub(crate) mod pipe;
pub(crate) mod query;
pub(crate) mod range;
pub(crate) mod template;
pub(crate) mod trickle;
