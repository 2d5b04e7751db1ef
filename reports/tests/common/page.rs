//! What the script of the HTML page draws tests and subtests from.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The data as it stands in a page.
pub fn packed(page: &str) -> &str {
    let start = page.find("id=\"data\">").expect("the data") + 10;
    let length = page[start..].find("</script>").expect("its end");
    &page[start..start + length]
}

/// The data as the page's script reads it.
pub fn data(page: &str) -> String {
    let bytes = STANDARD.decode(packed(page)).expect("base64");
    let mut text = String::new();
    let mut inflated = flate2::read::DeflateDecoder::new(bytes.as_slice());
    inflated.read_to_string(&mut text).expect("deflated text");
    text
}
