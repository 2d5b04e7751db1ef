//! Small pieces of text that several formats share: percentages, counts, and foreign text made safe
//! to show.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether a character would act on the terminal or reorder the text around it instead of being
/// seen: controls other than newline and tab, bidirectional controls, and invisible marks.
fn acts(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}')
}

/// The text with every character that would act instead of being seen written as `\u{...}`; Windows'
/// line ends become newlines.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.bytes().all(plain) || !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        if acts(c) {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// The text on one line of at most `limit` characters, newlines as `⏎`.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let mut flat = visible(text.trim_end());
    if flat.contains(['\n', '\t']) {
        flat = Cow::Owned(flat.replace('\n', " ⏎ ").replace('\t', " "));
    }
    match cut(&flat, limit) {
        Cow::Borrowed(_) => flat.into_owned(),
        Cow::Owned(cut) => cut,
    }
}

/// The text's first `limit` characters, with `…` where something was cut.
pub(crate) fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit {
        return Cow::Borrowed(text);
    }
    match text.char_indices().nth(limit) {
        None => Cow::Borrowed(text),
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
    }
}

/// The text's last `limit` characters, with `…` where something was cut.
pub(crate) fn tail(text: &str, limit: usize) -> Cow<'_, str> {
    let total = text.chars().count();
    if total <= limit {
        return Cow::Borrowed(text);
    }
    let kept: String = text.chars().skip(total - limit).collect();
    Cow::Owned(format!("…{kept}"))
}

/// A share of 0 to 1 in tenths of a percent, rounded down.
pub(crate) fn tenths(share: f64) -> f64 {
    // The sum of exact shares may end a hair below a whole number.
    ((share * 1000.0) + 1e-9).floor()
}

/// A share of 0 to 1 as a percentage with one digit, never rounded up: only a full share is
/// `100%`, and only an empty one `0%`.
pub(crate) fn percent(share: f64) -> String {
    let tenths = tenths(share);
    if share <= 0.0 {
        "0%".to_owned()
    } else if tenths < 1.0 {
        "<0.1%".to_owned()
    } else if tenths >= 1000.0 {
        "100%".to_owned()
    } else {
        format!("{:.1}%", tenths / 10.0)
    }
}

/// A number with its digits in groups of three.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 test`, `2 tests`.
pub(crate) fn plural(number: u64, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_never_flatters() {
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.999_99), "99.9%");
        assert_eq!(percent(0.0), "0%");
        assert_eq!(percent(0.000_1), "<0.1%");
        assert_eq!(percent(0.57), "57.0%");
    }

    #[test]
    fn nothing_hides_in_shown_text() {
        assert_eq!(
            visible("a\u{1b}[31mb\u{202e}c\n"),
            "a\\u{1b}[31mb\\u{202e}c\n"
        );
        assert_eq!(one_line("a\r\nb\tc\n", 99), "a ⏎ b c");
        assert_eq!(one_line("אבגד", 2), "אב…");
        assert_eq!(tail("abcd", 2), "…cd");
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(plural(1, "test"), "1 test");
    }
}
