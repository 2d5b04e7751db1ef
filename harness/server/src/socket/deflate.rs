//! The extension `permessage-deflate` (RFC 7692): messages that are compressed.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::frames::{LONGEST_MESSAGE, Trouble, too_long};

/// What ends a block of the compression, and is not sent.
const TAIL: [u8; 4] = [0, 0, 0xff, 0xff];

/// How much room there is for more at once.
const ROOM: usize = 16 * 1024;

/// What has been agreed on.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Agreement {
    /// Whether the server's messages have nothing to do with each other.
    single: bool,
    /// Whether the answer repeats that the server's window has the usual size.
    window: bool,
}

impl Agreement {
    /// The first of the offers in a header that can be taken.
    pub fn of(offers: &[u8]) -> Option<Self> {
        let offers = offers.split(|byte| *byte == b',');
        offers.filter_map(Self::of_offer).next()
    }

    fn of_offer(offer: &[u8]) -> Option<Self> {
        let mut parts = offer.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
        if parts.next() != Some(b"permessage-deflate") {
            return None;
        }
        let mut agreement = Self::default();
        for part in parts {
            match part {
                b"server_no_context_takeover" => agreement.single = true,
                b"server_max_window_bits=15" => agreement.window = true,
                // It may be asked to have a smaller window, which it is not.
                b"client_max_window_bits" => {}
                _ => return None,
            }
        }
        Some(agreement)
    }

    /// How the answer to the handshake says it.
    pub fn header(self) -> Vec<u8> {
        let mut header = b"permessage-deflate".to_vec();
        if self.window {
            header.extend_from_slice(b"; server_max_window_bits=15");
        }
        if self.single {
            header.extend_from_slice(b"; server_no_context_takeover");
        }
        header
    }
}

/// Compresses messages.
pub(super) struct Deflater {
    compress: Compress,
    single: bool,
}

impl Deflater {
    pub fn new(agreement: Agreement) -> Self {
        Self {
            compress: Compress::new(Compression::default(), false),
            single: agreement.single,
        }
    }

    /// The message as it is sent.
    pub fn deflate(&mut self, mut message: &[u8]) -> Result<Vec<u8>, flate2::CompressError> {
        if self.single {
            self.compress.reset();
        }
        let mut out = Vec::with_capacity(message.len() / 2 + ROOM);
        loop {
            let before = self.compress.total_in();
            self.compress
                .compress_vec(message, &mut out, FlushCompress::Sync)?;
            let taken = (self.compress.total_in() - before) as usize;
            message = &message[taken..];
            // With room left over, everything is out.
            if message.is_empty() && out.len() < out.capacity() {
                break;
            }
            out.reserve(ROOM);
        }
        if out.ends_with(&TAIL) {
            out.truncate(out.len() - TAIL.len());
        }
        if out.is_empty() {
            // An empty block stands for an empty message.
            out.push(0);
        }
        Ok(out)
    }
}

/// Brings compressed messages back.
pub(super) struct Inflater(Decompress);

impl Inflater {
    pub fn new() -> Self {
        Self(Decompress::new(false))
    }

    /// The message that was compressed.
    pub fn inflate(&mut self, compressed: &[u8]) -> Result<Vec<u8>, Trouble> {
        let mut out = Vec::with_capacity(compressed.len() * 2 + ROOM);
        for mut part in [compressed, &TAIL[..]] {
            loop {
                out.reserve(ROOM);
                let before = (self.0.total_in(), out.len());
                let status = self
                    .0
                    .decompress_vec(part, &mut out, FlushDecompress::Sync)
                    .map_err(|_| wrong())?;
                let taken = (self.0.total_in() - before.0) as usize;
                part = &part[taken..];
                if out.len() > LONGEST_MESSAGE {
                    return Err(too_long());
                }
                if status == Status::StreamEnd {
                    // Whoever compresses may end so; what follows begins anew.
                    self.0.reset(false);
                }
                // It may stop although there is room and more to come.
                let stands = taken == 0 && out.len() == before.1;
                if stands && part.is_empty() {
                    break;
                }
                if stands {
                    return Err(wrong());
                }
            }
        }
        Ok(out)
    }
}

fn wrong() -> Trouble {
    Trouble::Wrong(1007, "a message is not compressed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_taken_that_can_be_kept() {
        let answer = |offers: &str| {
            let agreement = Agreement::of(offers.as_bytes())?;
            Some(String::from_utf8(agreement.header()).unwrap())
        };
        for (offers, expected) in [
            ("permessage-deflate", Some("permessage-deflate")),
            (
                "x-a, permessage-deflate; client_max_window_bits",
                Some("permessage-deflate"),
            ),
            (
                "permessage-deflate; server_max_window_bits=9, permessage-deflate;\
                 server_no_context_takeover; server_max_window_bits=15",
                Some("permessage-deflate; server_max_window_bits=15; server_no_context_takeover"),
            ),
            ("permessage-deflate; client_max_window_bits=9", None),
            ("permessage-deflate; client_no_context_takeover", None),
            ("x-webkit-deflate-frame", None),
            ("", None),
        ] {
            assert_eq!(answer(offers).as_deref(), expected, "{offers}");
        }
    }

    #[test]
    fn what_is_compressed_comes_back() {
        for single in [false, true] {
            let mut deflater = Deflater::new(Agreement {
                single,
                ..Agreement::default()
            });
            let mut inflater = Inflater::new();
            let noise: Vec<u8> = (0..300_000_u32)
                .map(|at| (at.wrapping_mul(at) >> 7) as u8)
                .collect();
            for message in [
                &b""[..],
                b"a",
                b"",
                b"aaaa",
                &noise,
                &vec![7; 5_000_000],
                b"",
            ] {
                let compressed = deflater.deflate(message).unwrap();
                assert_eq!(inflater.inflate(&compressed).unwrap(), message);
            }
        }
    }

    #[test]
    fn what_is_not_compressed_is_wrong() {
        let inflate = |bytes: &[u8]| Inflater::new().inflate(bytes);
        assert!(matches!(inflate(&[0xff; 20]), Err(Trouble::Wrong(1007, _))));
        let mut deflater = Deflater::new(Agreement::default());
        let bomb = deflater.deflate(&vec![0; LONGEST_MESSAGE + 1]).unwrap();
        assert!(matches!(inflate(&bomb), Err(Trouble::Wrong(1009, _))));
    }
}
