//! Where cargo keeps the sources of our dependencies.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The folders of all packages of this build.
pub(crate) struct Sources(Vec<PathBuf>);

impl Sources {
    pub(crate) fn find() -> Self {
        let variable = |name| env::var(name).expect("cargo sets it");
        let output = Command::new(variable("CARGO"))
            .args(["metadata", "--format-version", "1"])
            // Without it, cargo downloads what only other systems need.
            .args(["--filter-platform", &variable("TARGET")])
            .current_dir(variable("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo starts");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "`cargo metadata` failed: {errors}");
        let metadata = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        // One key of a format that is fixed: no reason to build a parser first.
        let manifests = metadata.split(r#""manifest_path":""#).skip(1);
        let folder = |rest: &str| {
            let (path, _) = rest.split_once('"')?;
            let path = PathBuf::from(path.replace(r"\\", r"\"));
            path.parent().map(ToOwned::to_owned)
        };
        Self(manifests.filter_map(folder).collect())
    }

    /// The folder of a package, `NAME-VERSION` in a registry or `NAME` where dependencies are
    /// vendored.
    pub(crate) fn folder_of(&self, package: &str) -> PathBuf {
        let is_it = |folder: &&PathBuf| {
            let name = folder.file_name().and_then(|name| name.to_str());
            match name.and_then(|name| name.strip_prefix(package)) {
                Some("") => true,
                Some(rest) => rest.strip_prefix('-').is_some_and(|version| {
                    version.starts_with(|first: char| first.is_ascii_digit())
                }),
                None => false,
            }
        };
        let found = self.0.iter().find(is_it);
        let folder = found.unwrap_or_else(|| panic!("cargo knows of no package {package}"));
        folder.clone()
    }
}
