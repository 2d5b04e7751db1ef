//! The templates of a `.sub.` script, filled in for a server that people start themselves.

/// The first port of that server; its other origin for HTTP has the next.
pub(crate) const PORT: u16 = 8000;

/// The script at `path`, which is asked for with `query`, with what stands for the server's addresses;
/// `None` when it has no templates. An error holds a template whose value nobody knows beforehand, or
/// other pipes.
pub(crate) fn filled(path: &str, query: &str, text: &str) -> Result<Option<String>, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let pipes = query.split('&').find_map(|part| part.strip_prefix("pipe="));
    let is_template = match pipes {
        Some("sub") => true,
        Some(pipes) => return Err(pipes.to_owned()),
        None => name.split('.').any(|part| part == "sub"),
    };
    if !is_template || !text.contains("{{") {
        return Ok(None);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        while let Some(at) = rest.find("{{") {
            let (before, behind) = rest.split_at(at);
            let Some((template, after)) = behind[2..].split_once("}}") else {
                break;
            };
            out.push_str(before);
            let known = value(template.trim(), line.contains('`'));
            out.push_str(&known.ok_or_else(|| template.to_owned())?);
            rest = after;
        }
        out.push_str(rest);
    }
    Ok(Some(out))
}

fn value(template: &str, in_template_literal: bool) -> Option<String> {
    let text = match template {
        "host" | "hosts[][]" | "domains[]" => "localhost".to_owned(),
        "hosts[alt][]" => "127.0.0.1".to_owned(),
        "ports[http][0]" => PORT.to_string(),
        "ports[http][1]" => (PORT + 1).to_string(),
        // The server remembers what an earlier run has left under the same name.
        "uuid()" if in_template_literal => "${Date.now()}".to_owned(),
        _ => return None,
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_filled_in() {
        let text = "a = \"http://{{host}}:{{ports[http][0]}}\";\nb = `{{uuid()}}-${c}`;\n";
        let expected = "a = \"http://localhost:8000\";\nb = `${Date.now()}-${c}`;\n";
        let expected = Ok(Some(expected.to_owned()));
        assert_eq!(filled("/a/server.sub.js", "", text), expected);
        assert_eq!(filled("/a/server.js", "a&pipe=sub", text), expected);
    }

    #[test]
    fn what_is_not_known_is_named() {
        let text = "a = \"{{ports[https][0]}}\"";
        let unknown = Err("ports[https][0]".to_owned());
        assert_eq!(filled("/a.sub.js", "", text), unknown);
        assert_eq!(filled("/a.js", "b", text), Ok(None));
        let pipes = filled("/a.js", "pipe=slice(1)", text);
        assert_eq!(pipes, Err("slice(1)".to_owned()));
        let open = filled("/a.sub.any.js", "", "a = {{}");
        assert_eq!(open, Ok(Some("a = {{}".to_owned())));
    }
}
