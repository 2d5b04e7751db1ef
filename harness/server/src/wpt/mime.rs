//! The media types of files, by their names. No type has a `charset`: files that need one say so in
//! a file of headers.

/// What WPT's own server calls otherwise than most lists, and tests rely on.
const OF_WPT: [(&str, &str); 8] = [
    ("event_stream", "text/event-stream"),
    ("m4a", "audio/mp4"),
    ("manifest", "text/cache-manifest"),
    ("md", "text/plain"),
    ("mjs", "text/javascript"),
    ("wav", "audio/x-wav"),
    ("xhtm", "application/xhtml+xml"),
    ("xml", "application/xml"),
];

/// The media type of the file at a path.
pub(crate) fn of_file(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    // What only begins with a dot has no extension.
    let extension = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.trim_start_matches('.').is_empty() => extension,
        _ => "",
    };
    let of_wpt = OF_WPT.iter().find(|(known, _)| *known == extension);
    of_wpt
        .map(|(_, mime)| *mime)
        .or_else(|| mime_guess::from_ext(extension).first_raw())
        .unwrap_or("application/octet-stream")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_those_of_wpts_own_server() {
        let cases = [
            ("/a.json", "application/json"),
            ("/a.wasm", "application/wasm"),
            ("/a.xhtml", "application/xhtml+xml"),
            ("/a.xht", "application/xhtml+xml"),
            ("/a.xml", "application/xml"),
            ("/a.mp3", "audio/mpeg"),
            ("/a.wav", "audio/x-wav"),
            ("/a.jpg", "image/jpeg"),
            ("/a.png", "image/png"),
            ("/a.svg", "image/svg+xml"),
            ("/a.manifest", "text/cache-manifest"),
            ("/a.css", "text/css"),
            ("/a.event_stream", "text/event-stream"),
            ("/a.htm", "text/html"),
            ("/a.b/c.sub.html", "text/html"),
            ("/a.any.js", "text/javascript"),
            ("/a.mjs", "text/javascript"),
            ("/a.txt", "text/plain"),
            ("/a.md", "text/plain"),
            ("/a.vtt", "text/vtt"),
            ("/a.mp4", "video/mp4"),
            ("/a.webm", "video/webm"),
            ("/a", "application/octet-stream"),
            ("/a.js/b", "application/octet-stream"),
            ("/a.", "application/octet-stream"),
            ("/.js", "application/octet-stream"),
            ("/..js", "application/octet-stream"),
            ("/a.unheard-of", "application/octet-stream"),
        ];
        for (path, mime) in cases {
            assert_eq!(of_file(path), mime, "{path}");
        }
    }
}
