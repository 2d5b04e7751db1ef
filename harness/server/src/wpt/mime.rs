//! The media types of files, by their names. No type has a `charset`: files that need one say so in
//! a file of headers.

/// The types that WPT's own server knows, by extension. Tests rely on what it calls otherwise than most
/// lists, and on all others having no type of their own.
const KNOWN: [(&str, &str); 32] = [
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("css", "text/css"),
    ("event_stream", "text/event-stream"),
    ("gif", "image/gif"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("m4a", "audio/mp4"),
    ("m4v", "video/mp4"),
    ("manifest", "text/cache-manifest"),
    ("md", "text/plain"),
    ("mjs", "text/javascript"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("oga", "audio/ogg"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("vtt", "text/vtt"),
    ("wasm", "application/wasm"),
    ("wav", "audio/x-wav"),
    ("weba", "audio/webm"),
    ("webm", "video/webm"),
    ("xht", "application/xhtml+xml"),
    ("xhtm", "application/xhtml+xml"),
    ("xhtml", "application/xhtml+xml"),
    ("xml", "application/xml"),
    ("xpi", "application/x-xpinstall"),
];

/// The media type of the file at a path.
pub(crate) fn of_file(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    // What only begins with a dot has no extension.
    let extension = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.trim_start_matches('.').is_empty() => extension,
        _ => "",
    };
    KNOWN
        .iter()
        .find(|(known, _)| *known == extension)
        .map_or("application/octet-stream", |(_, mime)| *mime)
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
            ("/a.idl", "application/octet-stream"),
        ];
        for (path, mime) in cases {
            assert_eq!(of_file(path), mime, "{path}");
        }
    }
}
