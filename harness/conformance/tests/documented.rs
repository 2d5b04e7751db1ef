//! docs/vendors.md shows the example as it is.

use std::fs;
use std::path::Path;

#[test]
fn the_guide_shows_the_example() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let guide = fs::read_to_string(docs.join("vendors.md")).expect("it is there");
    for file in ["tests/web_apis.rs", "winterproof/adapter.toml"] {
        let text = fs::read_to_string(docs.join("examples/toy-engine").join(file));
        let text = text.expect("it is there");
        assert!(guide.contains(&text), "docs/vendors.md lacks {file}");
        assert!(text.lines().count() <= 15, "{file} is no longer short");
    }
}
