//! Files of the suite root, with the headers that stand beside them.

use bytes::Bytes;

use super::apply::Draft;
use super::escape::Escape;
use super::headers::Headers;
use super::piped::{self, wrong};
use super::template::fill;
use super::{headers_file, mime, not_found, range};
use crate::Header;
use crate::request::Request;
use crate::response::{Answer, Body, Response, written};
use crate::site::Site;

/// A file with what belongs to it.
struct Found {
    content: Bytes,
    headers: Vec<HeadersFile>,
}

/// What stands in a file of headers.
struct HeadersFile {
    content: Bytes,
    is_template: bool,
}

/// Answers with a file, or says that there is none.
pub(super) async fn answer(request: &mut Request) -> Answer {
    // To read it elsewhere would take longer than to read it, for almost every file.
    let Some(found) = find(&request.site, &request.path) else {
        return match request.site.files.list(&request.path) {
            Some(names) => listing(request, &names).into(),
            None => not_found().into(),
        };
    };
    if request.path.ends_with(".asis") {
        let content = found.content;
        return Answer::Raw(written(async move |out| out.send(content).await));
    }
    match served(request, found) {
        Ok(response) | Err(response) => response.into(),
    }
}

/// The headers that stand beside the file at this path, in the order in which they count.
pub(super) fn beside(request: &Request, path: &str) -> Result<Headers, Response> {
    headers_of(request, headers_files(&request.site, path))
}

/// The same for an answer that somebody else makes; `Err` says what is wrong with them.
pub(crate) fn told_beside(request: &Request) -> Result<Vec<Header>, String> {
    match beside(request, &request.path) {
        Ok(headers) => {
            let headers = headers.iter();
            let owned = headers.map(|(name, value)| (name.to_vec(), value.to_vec()));
            Ok(owned.collect())
        }
        Err(Response {
            body: Body::Whole(text),
            ..
        }) => Err(String::from_utf8_lossy(&text).trim_end().to_owned()),
        Err(response) => Err(format!("status {}", response.status)),
    }
}

fn headers_of(request: &Request, files: Vec<HeadersFile>) -> Result<Headers, Response> {
    let mut headers = Headers::default();
    for file in files {
        let content = match file.is_template {
            true => fill(&file.content, Escape::None, request)
                .map_err(wrong)?
                .into(),
            false => file.content,
        };
        headers_file::add(&content, &mut headers).map_err(wrong)?;
    }
    Ok(headers)
}

fn find(site: &Site, path: &str) -> Option<Found> {
    let content = Bytes::from(site.files.read(path)?.into_owned());
    let headers = match path.ends_with(".asis") {
        true => Vec::new(),
        false => headers_files(site, path),
    };
    Some(Found { content, headers })
}

/// The folder's file of headers comes before that of the file itself; of a file and a template, the
/// template counts.
fn headers_files(site: &Site, path: &str) -> Vec<HeadersFile> {
    let files = site.files.as_ref();
    let folder = path.rfind('/').map_or("", |at| &path[..at]);
    let names = site.beside.names(files, folder);
    if names.is_some_and(|names| names.is_empty()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for stem in [&format!("{folder}/__dir__"), path] {
        let template = files.read(&format!("{stem}.sub.headers"));
        let is_template = template.is_some();
        let content = template.or_else(|| files.read(&format!("{stem}.headers")));
        found.extend(content.map(|content| HeadersFile {
            content: Bytes::from(content.into_owned()),
            is_template,
        }));
    }
    found
}

fn served(request: &Request, found: Found) -> Result<Response, Response> {
    let mut draft = Draft {
        status: 200,
        headers: headers_of(request, found.headers)?,
        body: found.content,
        trickle: None,
    };
    if !draft.headers.contains("Content-Type") {
        let mime = mime::of_file(&request.path);
        draft.headers.set("Content-Type", mime);
    }
    if let Some(wanted) = request.header("range") {
        let size = draft.body.len() as u64;
        match range::parse(wanted, size) {
            Ok(ranges) => draft.cut(&ranges, &format!("winterproof{size:x}")),
            Err(_) => {
                let header = range::no_content_range(size);
                return Err(Response::new(416).header("Content-Range", header));
            }
        }
    }
    piped::apply(request, draft)
}

/// What is in a folder, for people.
fn listing(request: &Request, names: &[String]) -> Response {
    if !request.path.ends_with('/') {
        return Response::new(301).header("Location", format!("{}/", request.raw_path));
    }
    let mut page = format!(
        "<!doctype html>\n<meta charset=utf-8>\n<title>{0}</title>\n<h1>{0}</h1>\n<ul>\n",
        Escape::html(&request.path)
    );
    for name in names {
        let address =
            percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
        let address = address.to_string().replace("%2F", "/").replace("%2E", ".");
        page.push_str(&format!(
            "<li><a href=\"{address}\">{}</a>\n",
            Escape::html(name)
        ));
    }
    page.push_str("</ul>\n");
    Response::of(200, "text/html", page)
}
