//! How one file is sealed: XChaCha20-Poly1305 over pieces, after the construction STREAM. The nonce
//! of a piece is the file's own 19 bytes, the number of the piece, and whether it is the last:
//! pieces cannot change places, nor be cut off the end. The head and the file's name are covered
//! by every piece, so that a file cannot pass for another.

use crate::keys::{Key, Keys};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// What is sealed at once.
pub(crate) const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
/// A piece as it lies on disk.
pub(crate) const SEALED: usize = PIECE + TAG;
pub(crate) const HEAD: usize = 32;
/// Says what the file is; the last letter is the version.
const MAGIC: [u8; 9] = *b"DISPOREC1";

pub(crate) struct Sealing {
    cipher: XChaCha20Poly1305,
    own: [u8; 19],
    covered: Vec<u8>,
}

impl Sealing {
    /// For a new file: its head, and how it is sealed.
    pub fn begin(keys: &Keys, name: &str) -> Option<(u32, [u8; HEAD], Self)> {
        let (number, key) = keys.newest()?;
        let mut own = [0; 19];
        getrandom::fill(&mut own).ok()?;
        let number_first = MAGIC.into_iter().chain(number.to_be_bytes());
        let head = filled(number_first.chain(own));
        Some((number, head, Self::new(key, own, &head, name)))
    }

    /// Which key a head names, and the file's own part of the nonces.
    pub fn head(head: &[u8; HEAD]) -> Option<(u32, [u8; 19])> {
        let rest = head.strip_prefix(&MAGIC)?;
        let (number, own) = rest.split_first_chunk::<4>()?;
        Some((u32::from_be_bytes(*number), own.try_into().ok()?))
    }

    pub fn new(key: &Key, own: [u8; 19], head: &[u8; HEAD], name: &str) -> Self {
        let mut covered = head.to_vec();
        covered.extend(name.as_bytes());
        Self {
            cipher: XChaCha20Poly1305::new(&(*key).into()),
            own,
            covered,
        }
    }

    pub fn seal(&self, piece: u32, is_last: bool, plain: &[u8]) -> Option<Vec<u8>> {
        let payload = self.payload(plain);
        self.cipher
            .encrypt(&self.nonce(piece, is_last), payload)
            .ok()
    }

    /// None where it was changed.
    pub fn open(&self, piece: u32, is_last: bool, sealed: &[u8]) -> Option<Vec<u8>> {
        let payload = self.payload(sealed);
        self.cipher
            .decrypt(&self.nonce(piece, is_last), payload)
            .ok()
    }

    fn payload<'p>(&'p self, msg: &'p [u8]) -> Payload<'p, 'p> {
        Payload {
            msg,
            aad: &self.covered,
        }
    }

    fn nonce(&self, piece: u32, is_last: bool) -> XNonce {
        let which = piece.to_be_bytes().into_iter().chain([u8::from(is_last)]);
        filled::<24>(self.own.into_iter().chain(which)).into()
    }
}

fn filled<const LENGTH: usize>(bytes: impl Iterator<Item = u8>) -> [u8; LENGTH] {
    let mut filled = [0; LENGTH];
    for (place, byte) in filled.iter_mut().zip(bytes) {
        *place = byte;
    }
    filled
}

/// How many pieces a file of so many bytes has, and how long it is when opened.
pub(crate) fn measured(on_disk: u64) -> Option<(u32, u64)> {
    let body = on_disk.checked_sub(HEAD as u64)?;
    let pieces = body.div_ceil(SEALED as u64);
    let plain = body.checked_sub(pieces.checked_mul(TAG as u64)?)?;
    // The last piece has its seal, too.
    let last = body.checked_sub(pieces.checked_sub(1)?.checked_mul(SEALED as u64)?)?;
    (last >= TAG as u64).then_some(())?;
    Some((u32::try_from(pieces).ok()?, plain))
}
