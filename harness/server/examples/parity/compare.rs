//! Where two answers differ.

use std::collections::BTreeSet;

use crate::client::Answer;

/// Headers that are about the connection.
const LEFT_OUT: [&str; 6] = [
    "date",
    "server",
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-length",
];

/// How much of a value is shown.
const SHOWN: usize = 160;

/// One difference.
#[derive(Debug)]
pub struct Difference {
    /// In what.
    pub kind: String,
    /// What our server says.
    pub ours: String,
    /// What wptserve says.
    pub theirs: String,
}

/// All differences between two answers.
pub fn differences(ours: &Answer, theirs: &Answer) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut compare = |kind: String, left: &[u8], right: &[u8]| {
        let (ours, theirs) = (masked(left), masked(right));
        if ours != theirs {
            let at = ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
            found.push(Difference {
                kind,
                ours: shown(&ours, at),
                theirs: shown(&theirs, at),
            });
        }
    };
    compare(
        "status".into(),
        ours.status.as_bytes(),
        theirs.status.as_bytes(),
    );
    let names = ours.headers.iter().chain(&theirs.headers);
    let names: BTreeSet<&str> = names.map(|(name, _)| &name[..]).collect();
    for name in names {
        if LEFT_OUT.contains(&name) {
            continue;
        }
        let (left, right) = (values(ours, name), values(theirs, name));
        compare(format!("header {name}"), &left, &right);
    }
    // What was cut may have been cut elsewhere.
    let length = match ours.endless && theirs.endless {
        true => ours.body.len().min(theirs.body.len()),
        false => usize::MAX,
    };
    let cut = |body: &[u8]| body[..body.len().min(length)].to_vec();
    compare("body".into(), &cut(&ours.body), &cut(&theirs.body));
    if ours.endless != theirs.endless {
        let word = |endless| if endless { "does not end" } else { "ends" };
        compare(
            "end".into(),
            word(ours.endless).as_bytes(),
            word(theirs.endless).as_bytes(),
        );
    }
    found
}

/// All values of a header, a line each; nothing where it is absent.
fn values(answer: &Answer, name: &str) -> Vec<u8> {
    let values = answer.headers.iter().filter(|(found, _)| found == name);
    let mut all = Vec::new();
    for (_, value) in values {
        all.extend_from_slice(b"[");
        all.extend_from_slice(value);
        all.extend_from_slice(b"]");
    }
    all
}

/// With each UUID replaced by a word.
fn masked(bytes: &[u8]) -> Vec<u8> {
    const LENGTH: usize = 36;
    let is_uuid = |text: &[u8]| {
        text.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        if rest.len() >= LENGTH && is_uuid(&rest[..LENGTH]) {
            out.extend_from_slice(b"UUID");
            rest = &rest[LENGTH..];
        } else {
            out.push(*first);
            rest = &rest[1..];
        }
    }
    out
}

/// The bytes around the place from which they differ.
fn shown(bytes: &[u8], from: usize) -> String {
    let begin = from.saturating_sub(SHOWN / 4);
    let end = bytes.len().min(begin + SHOWN);
    let text = String::from_utf8_lossy(&bytes[begin.min(end)..end]);
    let before = if begin > 0 { "…" } else { "" };
    let after = if end < bytes.len() { "…" } else { "" };
    format!("{before}{}{after}", text.escape_debug())
}
