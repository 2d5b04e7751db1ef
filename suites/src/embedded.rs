//! Our own suites inside the binary (read from the source folder in a debug build).

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR"]
#[include = "*.js"]
#[include = "*.json"]
#[include = "*.toml"]
#[exclude = "Cargo.toml"]
#[exclude = "src/*"]
struct Files;

/// The content of the file at `path`, relative to the root and without a leading slash.
pub(crate) fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(path).map(|file| file.data)
}

/// Every file's path, relative to the root, sorted.
pub(crate) fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Files::iter().map(Cow::into_owned).collect();
    paths.sort_unstable();
    paths
}
