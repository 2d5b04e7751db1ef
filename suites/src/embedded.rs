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

/// The vectors that `build.rs` made scripts of.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/vectors"]
#[prefix = "_vectors/"]
#[include = "*.js"]
struct Vectors;

/// The content of the file at `path`, relative to the root and without a leading slash.
pub(crate) fn read(path: &str) -> Option<Cow<'static, [u8]>> {
    let file = match path.starts_with("_vectors/") {
        true => Vectors::get(path),
        false => Files::get(path),
    };
    file.map(|file| file.data)
}

/// Every file's path, relative to the root, sorted.
pub(crate) fn paths() -> Vec<String> {
    let mut paths: Vec<String> = Files::iter()
        .chain(Vectors::iter())
        .map(Cow::into_owned)
        .collect();
    paths.sort_unstable();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vector_of_web_cryptography_is_there() {
        let mut count = 0;
        for path in Vectors::iter() {
            let script = String::from_utf8(read(&path).unwrap().into_owned()).unwrap();
            let set = script
                .strip_prefix("wycheproof_set(")
                .and_then(|rest| rest.strip_suffix(");\n"))
                .unwrap();
            let set: serde_json::Value = serde_json::from_str(set).unwrap();
            for group in set["groups"].as_array().unwrap() {
                count += group["vectors"].as_array().unwrap().len();
            }
        }
        // 13964, and one left out that takes 2^24 iterations.
        assert_eq!(count, 13963);
    }
}
