//! The operating systems that something is said of.

/// Operating systems; none stand for all.
pub(super) type Systems = Vec<&'static str>;

/// The systems that conditions are tried for: wptrunner's word, and ours.
pub(super) const SYSTEMS: [(&str, &str); 4] = [
    ("linux", "linux"),
    ("mac", "macos"),
    ("win", "windows"),
    ("android", "android"),
];

/// Whether there is a system that both are about.
pub(super) fn overlap(one: &Systems, other: &Systems) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|system| other.contains(system))
}

/// The systems of `all` that are not among `some`; `None` where there are none left.
pub(super) fn without(all: &Systems, some: &Systems) -> Option<Systems> {
    if some.is_empty() {
        return None;
    }
    let named = match all.is_empty() {
        // Android is another one only where somebody says so.
        true => vec!["linux", "macos", "windows"],
        false => all.clone(),
    };
    let left: Systems = named
        .into_iter()
        .filter(|system| !some.contains(system))
        .collect();
    (!left.is_empty()).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_stand_for_all() {
        let (all, linux, others) = (vec![], vec!["linux"], vec!["macos", "windows"]);
        assert!(overlap(&all, &linux) && overlap(&linux, &all) && overlap(&linux, &linux));
        assert!(!overlap(&linux, &others));
        assert_eq!(without(&linux, &all), None);
        assert_eq!(without(&linux, &linux), None);
        assert_eq!(without(&linux, &others), Some(linux.clone()));
        assert_eq!(without(&all, &linux), Some(others));
    }
}
