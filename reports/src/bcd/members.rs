//! The members of APIs that the tests of the suite `surface` look at, and what their subtests prove.
//!
//! A member is known by the subtest that looks for it. Every subtest about the same member that can
//! only pass where it is there (its length, its name, its getter) is evidence of its presence, so that
//! a member with a wrong flag is no absent one.

use std::collections::HashMap;

use winterproof_model::SubtestStatus;

use crate::matrix::Row;

/// Whether a member is there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Presence {
    /// A subtest that needs it passed.
    There,
    /// The subtest that looks for it failed, and no other found it.
    Absent,
    /// Nobody looked, or nobody saw the end of it.
    Unmeasured,
}

/// One member of an API.
#[derive(Debug)]
pub(super) struct Member<'a> {
    /// Where it stands in browser-compat-data.
    pub(super) keys: Vec<String>,
    /// The section that defines it, where the test is about that alone.
    pub(super) spec: Option<&'a str>,
    /// The places (in the row) of the subtests about it; the first one looks for it.
    pub(super) evidence: Vec<usize>,
}

/// What one runtime showed of a member.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) presence: Presence,
    /// The subtests about it that failed.
    pub(super) failed: Vec<&'a str>,
}

impl Member<'_> {
    /// What a column shows of it: in any scope is enough.
    pub(super) fn found<'a>(&self, row: &Row<'a>, column: usize) -> Found<'a> {
        let mut found = Found {
            presence: Presence::Unmeasured,
            failed: Vec::new(),
        };
        for entry in &row.entries[column] {
            let Some(record) = entry.record else { continue };
            let subtests = &record.result.subtests;
            for (place, subtest) in entry.places.iter().zip(subtests) {
                if !self.evidence.contains(place) {
                    continue;
                }
                let looks_for_it = *place == self.evidence[0];
                match subtest.status {
                    SubtestStatus::Pass => found.presence = Presence::There,
                    // The precondition of these subtests is that the member is there or required.
                    SubtestStatus::Fail | SubtestStatus::PreconditionFailed => {
                        if !found.failed.contains(&row.known[*place].name) {
                            found.failed.push(row.known[*place].name);
                        }
                        if looks_for_it && found.presence == Presence::Unmeasured {
                            found.presence = Presence::Absent;
                        }
                    }
                    SubtestStatus::Timeout | SubtestStatus::Notrun => {}
                }
            }
        }
        found
    }
}

/// The members that a row is about, in the order of its subtests.
pub(super) fn of<'a>(row: &Row<'a>) -> Vec<Member<'a>> {
    let mut members: Vec<Member<'a>> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    for (place, key) in row.known.iter().enumerate() {
        let Some((subject, keys)) = looked_for(key.name) else {
            continue;
        };
        if let std::collections::hash_map::Entry::Vacant(free) = index.entry(subject) {
            free.insert(members.len());
            members.push(Member {
                spec: (keys.len() > 1).then(|| spec(row, &keys)).flatten(),
                keys,
                evidence: vec![place],
            });
        }
    }
    for (place, key) in row.known.iter().enumerate() {
        let Some(member) = subject(key.name).and_then(|subject| index.get(subject)) else {
            continue;
        };
        let evidence = &mut members[*member].evidence;
        if !evidence.contains(&place) {
            evidence.push(place);
        }
    }
    members
}

/// The section of an interface or namespace: the test's first that is not of Web IDL. Tests of several
/// globals have the sections of all of them.
fn spec<'a>(row: &Row<'a>, keys: &[String]) -> Option<&'a str> {
    let file = row.name.rsplit('/').next()?;
    let name = file.split('.').next()?;
    if keys.last().is_none_or(|key| key != name) {
        return None;
    }
    let mut records = row
        .entries
        .iter()
        .flatten()
        .filter_map(|entry| entry.record);
    let specs = &records.next()?.specs;
    let own = |spec: &&String| !spec.starts_with("https://webidl.spec.whatwg.org/");
    specs.iter().find(own).map(String::as_str)
}

/// For a subtest that looks for a member: what it calls the member, and where that stands.
fn looked_for(name: &str) -> Option<(&str, Vec<String>)> {
    let exposed = |name: &str| name.contains(" is a writable, configurable property of ");
    if exposed(name) && name.ends_with(", not enumerable") {
        let path = &name[..name.find(" is ")?];
        // This one is JavaScript's, and no API's.
        return (path != "globalThis").then_some((path, keys(path, None)?));
    }
    if let Some(path) = name.strip_suffix(" is a writable, enumerable, configurable method") {
        let (owner, key) = path.rsplit_once('.')?;
        return Some((path, keys(owner, Some(key))?));
    }
    if let Some(path) = name.strip_suffix(" is an enumerable, configurable accessor") {
        let Some((owner, key)) = path.rsplit_once('.') else {
            // browser-compat-data has no other attribute of a global object by itself.
            let known = ["crypto", "performance"].contains(&path);
            return known.then(|| (path, vec!["api".to_owned(), path.to_owned()]));
        };
        return (!key.starts_with("on")).then_some((path, keys(owner, Some(key))?));
    }
    if let Some(key) = name.strip_suffix(" is a writable, enumerable, configurable function") {
        return Some((key, keys(key, None)?));
    }
    for (end, key) in [
        (
            ".prototype[Symbol.iterator] is entries, not enumerable",
            "@@iterator",
        ),
        (
            ".prototype[Symbol.asyncIterator] is values, not enumerable",
            "@@asyncIterator",
        ),
    ] {
        if let Some(owner) = name.strip_suffix(end) {
            let mut keys = keys(owner, None)?;
            keys.push(key.to_owned());
            return Some((&name[..name.find(" is ")?], keys));
        }
    }
    let end = " is an enumerable accessor that cannot be reconfigured";
    let what = name.strip_suffix(end)?;
    let (key, owner) = what
        .strip_prefix("the ")?
        .split_once(" of an instance of ")?;
    let mut keys = keys(owner, None)?;
    keys.push(key.to_owned());
    Some((what, keys))
}

/// Where a member stands: `URL.prototype` has its attributes and operations, `URL` the static ones.
fn keys(owner: &str, member: Option<&str>) -> Option<Vec<String>> {
    let (owner, own) = match owner.strip_suffix(".prototype") {
        Some(owner) => (owner, false),
        None => (owner, true),
    };
    let word = |text: &str| {
        let part = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !text.is_empty() && text.chars().all(part)
    };
    let mut parts: Vec<&str> = owner.split('.').collect();
    if !parts.iter().all(|part| word(part)) || !member.is_none_or(word) {
        return None;
    }
    let mut keys = match parts[0] {
        "WebAssembly" => {
            parts.remove(0);
            vec!["webassembly".to_owned(), "api".to_owned()]
        }
        _ => vec!["api".to_owned()],
    };
    keys.extend(parts.into_iter().map(str::to_owned));
    keys.extend(member.map(|key| match own {
        true => format!("{key}_static"),
        false => key.to_owned(),
    }));
    Some(keys)
}

/// What a subtest that needs a member to pass is about.
fn subject(name: &str) -> Option<&str> {
    let rest = ["the getter of ", "the setter of ", "the class string of "]
        .iter()
        .find_map(|start| name.strip_prefix(start))
        .unwrap_or(name);
    let end = [".length is ", ".name is ", " is ", " has "]
        .iter()
        .filter_map(|end| rest.find(end))
        .min()?;
    Some(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Option<String> {
        looked_for(name).map(|(_, keys)| keys.join("."))
    }

    #[test]
    fn members_stand_where_mdn_has_them() {
        let method = "is a writable, enumerable, configurable method";
        let exposed = "is a writable, configurable property of";
        let cases = [
            (
                format!("URL {exposed} the global object, not enumerable"),
                "api.URL",
            ),
            (format!("URL.canParse {method}"), "api.URL.canParse_static"),
            (format!("URL.prototype.toJSON {method}"), "api.URL.toJSON"),
            (format!("console.log {method}"), "api.console.log_static"),
            (
                format!("WebAssembly.compile {method}"),
                "webassembly.api.compile_static",
            ),
            (
                format!("WebAssembly.Memory {exposed} WebAssembly, not enumerable"),
                "webassembly.api.Memory",
            ),
            (
                "Event.prototype.type is an enumerable, configurable accessor".into(),
                "api.Event.type",
            ),
            (
                "crypto is an enumerable, configurable accessor".into(),
                "api.crypto",
            ),
            (
                "Headers.prototype[Symbol.iterator] is entries, not enumerable".into(),
                "api.Headers.@@iterator",
            ),
            (
                "the isTrusted of an instance of Event is an enumerable accessor that cannot be \
                 reconfigured"
                    .into(),
                "api.Event.isTrusted",
            ),
        ];
        for (name, expected) in cases {
            assert_eq!(place(&name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn what_mdn_has_no_place_for_is_left_out() {
        let method = "is a writable, enumerable, configurable method";
        for name in [
            format!("next() of the iterator prototype object of Headers {method}"),
            "AbortSignal.prototype.onabort is an enumerable, configurable accessor".into(),
            "onerror is an enumerable, configurable accessor".into(),
            "URL is a constructor".into(),
            "globalThis is a writable, configurable property of the global object, not enumerable"
                .into(),
            "Event.NONE is 0, for good".into(),
            "anything at all".into(),
        ] {
            assert_eq!(place(&name), None, "{name}");
        }
    }

    #[test]
    fn evidence_is_about_its_member() {
        for (name, about) in [
            ("URL.length is 1", Some("URL")),
            (
                "URL.prototype.toJSON.name is \"toJSON\"",
                Some("URL.prototype.toJSON"),
            ),
            (
                "the getter of URL.prototype.href has the name \"get href\" and length 0",
                Some("URL.prototype.href"),
            ),
            ("Event.prototype has no isTrusted", Some("Event.prototype")),
            ("URL() without new throws a TypeError", None),
        ] {
            assert_eq!(subject(name), about, "{name}");
        }
    }
}
