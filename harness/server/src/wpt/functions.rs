//! Functions of templates that need no more than their arguments.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use uuid::Uuid;

/// `uuid()`: a name that nobody had before.
pub(crate) fn uuid() -> String {
    Uuid::new_v4().to_string()
}

/// `file_hash(algorithm, path)`, given the content of the file: the digest in Base64. `None` for an
/// algorithm that is not known.
pub(crate) fn file_hash(algorithm: &[u8], content: &[u8]) -> Option<String> {
    Some(match algorithm {
        b"md5" => digest::<Md5>(content),
        b"sha1" => digest::<Sha1>(content),
        b"sha224" => digest::<Sha224>(content),
        b"sha256" => digest::<Sha256>(content),
        b"sha384" => digest::<Sha384>(content),
        b"sha512" => digest::<Sha512>(content),
        _ => return None,
    })
}

fn digest<D: Digest>(content: &[u8]) -> String {
    STANDARD.encode(D::digest(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_in_base64() {
        // `openssl dgst -ALGORITHM -binary | base64` of nothing.
        let cases = [
            ("md5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
            ("sha1", "2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
            ("sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ];
        for (algorithm, expected) in cases {
            assert_eq!(file_hash(algorithm.as_bytes(), b"").unwrap(), expected);
        }
        for (algorithm, length) in [("sha224", 40), ("sha384", 64), ("sha512", 88)] {
            assert_eq!(file_hash(algorithm.as_bytes(), b"a").unwrap().len(), length);
        }
        assert_eq!(file_hash(b"sha007", b""), None);
    }

    #[test]
    fn a_uuid_is_new() {
        let (one, other) = (uuid(), uuid());
        assert_ne!(one, other);
        assert_eq!((one.len(), one.matches('-').count()), (36, 4));
    }
}
