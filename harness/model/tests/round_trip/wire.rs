//! Requests and messages, line by line.

use proptest::prelude::*;
use winterproof_model::wire::{Message, Request, WireError};

use crate::{make, same};

proptest! {
    #[test]
    fn requests(request in make::request()) {
        same(&request)?;
        let line = request.to_line();
        prop_assert_eq!(line.find('\n'), Some(line.len() - 1));
        prop_assert_eq!(Request::parse(&line).unwrap(), request);
    }

    #[test]
    fn messages(message in make::message(), key in make::key(), before in make::text()) {
        same(&message)?;
        let line = message.to_line(&key);
        prop_assert_eq!(line.find('\n'), Some(line.len() - 1));
        let line = line.trim_end_matches('\n').as_bytes();
        prop_assert_eq!(Message::parse(line, &key).unwrap().unwrap(), message.clone());
        // Somebody else wrote to the channel and did not end the line.
        let joined = [before.replace('\n', " ").as_bytes(), line].concat();
        prop_assert_eq!(Message::parse(&joined, &key).unwrap().unwrap(), message);
    }

    #[test]
    fn a_line_without_the_key_is_no_message(
        message in make::message(),
        key in make::key(),
        other in make::key(),
    ) {
        prop_assume!(key != other);
        let line = message.to_line(&other);
        prop_assert!(Message::parse(line.as_bytes(), &key).is_none());
        let bare = serde_json::to_string(&message).unwrap();
        prop_assert!(Message::parse(bare.as_bytes(), &key).is_none());
    }

    #[test]
    fn a_cut_message_is_malformed(message in make::message(), key in make::key(), at: prop::sample::Index) {
        let line = message.to_line(&key);
        let line = line.trim_end_matches('\n').as_bytes();
        let behind = key.len() + 1;
        let cut = behind + at.index(line.len() - behind);
        let read = Message::parse(&line[..cut], &key);
        prop_assert!(matches!(read, Some(Err(WireError::Malformed(_)))), "{:?}", read);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        key in make::key(),
    ) {
        prop_assert!(Message::parse(&bytes, &key).is_none());
        let with_key = [key.as_bytes(), b" ", &bytes].concat();
        prop_assert!(matches!(Message::parse(&with_key, &key), Some(Err(_))));
        prop_assert!(Request::parse(&String::from_utf8_lossy(&bytes)).is_err());
    }
}
