//! `fetch/metadata/resources/record-header.py`: what browsers say of requests for things of all kinds.

use bytes::Bytes;

use super::noted::metadata;
use crate::request::Request;
use crate::response::Response;
use crate::wpt::handlers::support::{Fault, Outcome, key};

/// What a thing is, by how its name begins.
enum Thing {
    File(&'static str),
    Text(&'static str),
}

/// Things by the beginnings of their names, with their media types.
const THINGS: [(&str, &str, Thing); 13] = [
    ("image", "image/png", Thing::File("/media/1x1-green.png")),
    ("track", "", Thing::Text("WEBVTT")),
    (
        "sharedworker",
        "application/javascript",
        Thing::File("/fetch/metadata/resources/sharedWorker.js"),
    ),
    (
        "font",
        "application/x-font-ttf",
        Thing::File("/fonts/Ahem.ttf"),
    ),
    ("audio", "audio/mpeg", Thing::File("/media/sound_5.mp3")),
    ("video", "video/mp4", Thing::File("/media/A4.mp4")),
    ("style", "text/css", Thing::Text("div { }")),
    ("embed", "text/html", Thing::Text("<html>EMBED!</html>")),
    ("object", "text/html", Thing::Text("<html>EMBED!</html>")),
    (
        "redirect",
        "image/jpeg",
        Thing::File("/media/1x1-green.png"),
    ),
    ("worklet", "application/javascript", Thing::Text("")),
    (
        "worker",
        "application/javascript",
        Thing::Text("self.postMessage('loaded');"),
    ),
    (
        "xslt",
        "text/xsl",
        Thing::Text("<stylesheet xmlns=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/>"),
    ),
];

/// Notes what was said of the request for the thing of this name, and gives it; `retrieve` asks for
/// what was noted.
pub(super) async fn record_header(request: &mut Request) -> Outcome {
    let query = request.query();
    let name = match query.first("file") {
        Some(name) => key(name),
        None => {
            let form = request.form().await?;
            let field = form.first("file").map(|field| key(&field.value));
            field.ok_or_else(|| Fault::new("no name is given"))?
        }
    };
    if query.contains("retrieve") {
        let noted = request.take(&name);
        let noted = noted.unwrap_or_else(|| Bytes::from("No header has been recorded"));
        return Ok(Response::new(200).header("Connection", "close").body(noted));
    }
    let said = metadata(request).to_string();
    request.put_first(&request.path, &name, said)?;
    let response = Response::new(200)
        .allow_all()
        .header("Cache-Control", "no-cache, no-store, must-revalidate")
        .header("Pragma", "no-cache")
        .header("Expires", "0");
    let thing = THINGS.iter().find(|(start, ..)| name.starts_with(start));
    let Some((_, mime, thing)) = thing else {
        return Ok(match name.starts_with("serviceworker") {
            true => response.header("Content-Type", "application/javascript"),
            false => response,
        });
    };
    let content = match thing {
        Thing::Text(text) => Bytes::from(*text),
        Thing::File(path) => {
            let content = request.site.files.read(path);
            let content = content.ok_or_else(|| Fault::new(format!("{path} is missing")))?;
            content.into_owned().into()
        }
    };
    let response = match mime.is_empty() {
        true => response,
        false => response.header("Content-Type", *mime),
    };
    Ok(response.body(content))
}
