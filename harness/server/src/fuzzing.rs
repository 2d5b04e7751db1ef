//! What the fuzz targets call (`harness/fuzz`). Nothing else does.

use bytes::Bytes;

use crate::wpt::apply::Draft;
use crate::wpt::escape::Escape;
use crate::wpt::template::{Key, Lookup, fill};
use crate::wpt::trickle::Piece;
use crate::wpt::{pipe, query};

/// Answers whatever it is asked with the name, save for names in upper case.
struct Echo;

impl Lookup for Echo {
    fn value(&self, name: &str, keys: &[Key<'_>]) -> Option<Vec<u8>> {
        let index = keys.iter().find_map(|key| key.index());
        (Some(0) != index && !name.starts_with(|first: char| first.is_ascii_uppercase()))
            .then(|| name.into())
    }

    fn call(&self, function: &str, arguments: &[&[u8]]) -> Option<Vec<u8>> {
        (!arguments.is_empty()).then(|| function.into())
    }
}

/// Reads the pipe of a query and applies it; the pieces of what trickles make the body.
pub fn pipe(query: &[u8]) {
    let Some(text) = query::pipe(query) else {
        return;
    };
    let pipes = match pipe::parse(&text) {
        Ok(pipes) => pipes,
        Err(error) => {
            assert!(error.character <= text.chars().count() + 1, "{error}");
            return;
        }
    };
    let mut draft = Draft {
        status: 200,
        body: Bytes::from_static(b"a body with {{host}} in it"),
        ..Draft::default()
    };
    let applied = draft.apply(&pipes, &Echo);
    if let (Ok(()), Some(trickle)) = (applied, draft.trickle) {
        // It may go on for ever when nothing but waits is repeated.
        let mut sent = Vec::new();
        for piece in trickle.pieces(draft.body.clone()).take(1000) {
            if let Piece::Send(part) = piece {
                assert!(!part.is_empty());
                sent.extend_from_slice(&part);
            }
        }
        assert!(draft.body.starts_with(&sent));
    }
}

/// Fills a template in; what has no braces in it stays.
pub fn template(template: &[u8]) {
    let plain = !template.windows(2).any(|pair| pair == b"}}");
    match fill(template, Escape::Html, &Echo) {
        Ok(filled) => assert!(!plain || filled == template),
        Err(error) => {
            let lines = template.split(|byte| *byte == b'\n').count();
            assert!(!plain && (1..=lines).contains(&error.line), "{error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    fn feed(target: &str, run: fn(&[u8])) {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
        let files = fs::read_dir(corpus.join(target)).unwrap();
        let files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        assert!(!files.is_empty(), "{target}");
        for file in files {
            run(&fs::read(file).unwrap());
        }
    }

    #[test]
    fn the_corpus_has_no_findings() {
        feed("pipe", super::pipe);
        feed("template", super::template);
    }
}
