//! What another version wrote is refused with words that help.

use winterproof_model::log::{LOG_VERSION, Line, LogError, RunLog};
use winterproof_model::wire::{Ask, Hello, Message, Request, WIRE_VERSION, WireError};

use crate::damage::header;

const KEY: &str = "0123456789abcdef0123456789abcdef";

fn log_of_version(version: &str) -> Result<RunLog, LogError> {
    let line = Line::Header(Box::new(header())).to_text();
    let own = format!("\"winterproof_log\":{LOG_VERSION},");
    assert!(line.contains(&own));
    let other = format!("\"winterproof_log\":{version},");
    RunLog::parse(line.replace(&own, &other).as_bytes())
}

#[test]
fn a_newer_log_is_refused() {
    for version in ["2", "4294967296", "18446744073709551615"] {
        let error = log_of_version(version).unwrap_err();
        assert!(matches!(error, LogError::Newer { .. }));
        assert_eq!(
            error.to_string(),
            format!(
                "line 1: the log has version {version}, this winterproof reads up to version 1; \
                 update winterproof to read it"
            )
        );
    }
    assert!(log_of_version("1").is_ok());
}

#[test]
fn a_newer_log_is_refused_whatever_else_is_in_it() {
    let text = "{\"type\":\"preamble\",\"winterproof_log\":2,\"other\":[]}\nanything\n";
    assert!(matches!(
        RunLog::parse(text.as_bytes()),
        Err(LogError::Newer { found: 2 })
    ));
}

#[test]
fn a_version_that_never_was_is_refused() {
    let error = log_of_version("0").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1: there is no version 0 of the log format"
    );
    for version in ["-1", "1.5", "\"1\"", "null"] {
        let error = log_of_version(version).unwrap_err();
        assert!(matches!(error, LogError::NotALog(_)), "{version}: {error}");
    }
}

fn advice(found: u32) -> String {
    format!(
        "the other side speaks version {found} of the wire, this winterproof speaks version 1; \
         update the older of the two"
    )
}

#[test]
fn another_version_of_the_wire_is_refused() {
    for found in [0, WIRE_VERSION + 1, u32::MAX] {
        let request = Request {
            wire: found,
            key: KEY.into(),
            ask: Ask::Hello,
        };
        let error = Request::parse(&request.to_line()).unwrap_err();
        assert!(matches!(error, WireError::Version { found: f } if f == found));
        assert_eq!(error.to_string(), advice(found));
        let hello = Message::Hello(Hello {
            wire: found,
            version: "1".into(),
            engine: None,
        });
        let line = hello.to_line(KEY);
        let error = Message::parse(line.as_bytes(), KEY).unwrap().unwrap_err();
        assert_eq!(error.to_string(), advice(found));
    }
}

#[test]
fn another_version_is_noticed_before_unknown_words() {
    let line = "{\"wire\":2,\"type\":\"dance\",\"steps\":[]}";
    assert!(matches!(
        Request::parse(line),
        Err(WireError::Version { found: 2 })
    ));
    let line = "{\"wire\":1,\"type\":\"dance\",\"key\":\"\"}";
    let error = Request::parse(line).unwrap_err().to_string();
    assert!(error.starts_with("not a message of the wire: "), "{error}");
    assert!(error.contains("unknown variant `dance`"), "{error}");
}
