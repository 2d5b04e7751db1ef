//! What a log says of the runtime behind it, in every shape.

use std::collections::BTreeMap;
use std::env;

use winterproof_model::RuntimeInfo;
use winterproof_model::wire::Hello;

use crate::manifest::{Command, Manifest};

/// Who answered, as its manifest and its hello tell; binary, options and flags are the shape's to fill in.
pub(crate) fn runtime_info(manifest: &Manifest, hello: Hello) -> RuntimeInfo {
    let deviations = manifest.deviations.iter();
    RuntimeInfo {
        id: manifest.id.clone(),
        adapter_version: manifest.version,
        title: manifest.title.clone(),
        runtime_key: manifest.runtime_key.clone(),
        version: hello.version,
        engine: hello.engine,
        binary: None,
        binary_sha256: None,
        options: BTreeMap::new(),
        flags: Vec::new(),
        environment: environment(&manifest.command, |name| env::var(name).ok()),
        scopes: manifest.scopes.clone(),
        capabilities: manifest.capabilities.clone(),
        deviations: deviations
            .map(|one| format!("{}: {}", one.what, one.reason))
            .collect(),
    }
}

/// What the manifest sets, and what it names of the user's environment that is set.
fn environment(
    command: &Command,
    variable: impl Fn(&str) -> Option<String>,
) -> BTreeMap<String, String> {
    let named = command.record_env.iter();
    let mut environment: BTreeMap<String, String> = named
        .filter_map(|name| Some((name.clone(), variable(name)?)))
        .collect();
    environment.extend(command.env.clone());
    environment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_manifest_sets_counts_before_what_the_user_has_set() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let command = Command {
            env: [pair("BOTH", "ours"), pair("OURS", "1")].into(),
            record_env: vec!["BOTH".into(), "THEIRS".into(), "UNSET".into()],
            ..Command::default()
        };
        let set = |name: &str| (name != "UNSET").then(|| "theirs".to_owned());
        let expected = [
            pair("BOTH", "ours"),
            pair("OURS", "1"),
            pair("THEIRS", "theirs"),
        ];
        assert_eq!(environment(&command, set), expected.into());
    }
}
