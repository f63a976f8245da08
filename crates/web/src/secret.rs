//! Secrets of 256 random bits: told once, kept as their SHA-256.
//!
//! A fast hash is enough for them: what cannot be guessed cannot be found by trying.

use crate::failure::Failure;
use sha2::{Digest, Sha256};

/// A new secret, as it is told to whoever may have it.
pub fn new() -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::Broken(format!("the system gives no random bytes: {error}")))?;
    Ok(hex(&bytes))
}

/// What is kept of a secret.
pub fn hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_and_never_the_same() {
        let (one, other) = (new().unwrap(), new().unwrap());
        assert_eq!((one.len(), other.len()), (64, 64));
        assert_ne!(one, other);
        assert_ne!(hash(&one), one);
    }
}
