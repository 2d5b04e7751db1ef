//! Where the tests of a foreign file lie, which its own path tells.

use super::{ImportOptions, ImportSource};

/// The path of `source` below the folder that its format keeps such files in, without its ending.
///
/// `folders` are the names of those folders; the last one in the path counts. Where there is none, it is
/// the path inside the folder that was named. With `--under`, the files of that name lie there: the name
/// of a single file tells nothing then.
pub(super) fn below(
    source: ImportSource<'_>,
    options: &ImportOptions<'_>,
    folders: &[&str],
    ending: &str,
) -> String {
    let inside = source.inside.replace('\\', "/");
    if let Some(under) = options.under {
        let under = under.trim_matches('/');
        return match inside.rsplit_once('/') {
            Some(_) => join(under, without(&inside, ending)),
            None => under.to_owned(),
        };
    }
    let path = source.path.replace('\\', "/");
    let parts: Vec<&str> = path.split('/').collect();
    let folder = parts[..parts.len() - 1]
        .iter()
        .rposition(|part| folders.contains(part));
    match folder {
        Some(at) => without(&parts[at + 1..].join("/"), ending).to_owned(),
        None => without(&inside, ending).to_owned(),
    }
}

fn without<'a>(path: &'a str, ending: &str) -> &'a str {
    path.strip_suffix(ending).unwrap_or(path)
}

/// `name` in `folder`, as a path without a leading slash; the folder may be the root.
pub(super) fn join(folder: &str, name: &str) -> String {
    match folder.trim_matches('/') {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn told(path: &str, inside: &str, under: Option<&str>) -> String {
        let given = BTreeMap::new();
        let options = ImportOptions {
            under,
            reason: None,
            scopes: &[],
            known: None,
            given: &given,
        };
        let source = ImportSource {
            path,
            inside,
            text: "",
        };
        below(source, &options, &["status"], ".json")
    }

    #[test]
    fn the_path_tells_the_folder() {
        let cases = [
            (
                "a/status/dom/events.json",
                "events.json",
                None,
                "dom/events",
            ),
            ("status/status/url.json", "url.json", None, "url"),
            ("url.json", "url.json", None, "url"),
            (
                "mine/dom/events.json",
                "dom/events.json",
                None,
                "dom/events",
            ),
            ("status", "status", None, "status"),
            (
                "a\\status\\dom\\events.json",
                "events.json",
                None,
                "dom/events",
            ),
            ("a/status/b.json", "b.json", Some("/url/"), "url"),
            ("x/dom/b.json", "dom/b.json", Some("html"), "html/dom/b"),
            ("x/dom/b.json", "dom/b.json", Some(""), "dom/b"),
        ];
        for (path, inside, under, expected) in cases {
            assert_eq!(told(path, inside, under), expected, "{path} {under:?}");
        }
    }
}
