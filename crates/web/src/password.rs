//! Passwords: which are good enough, how they are hashed, and checked in the same time always.

use crate::failure::Failure;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

/// Argon2id with 19 MiB, two passes and one lane, as the OWASP Password Storage Cheat Sheet
/// recommends (<https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id>).
const PARAMS: Params = match Params::new(19 * 1024, 2, 1, None) {
    Ok(params) => params,
    Err(_) => Params::DEFAULT,
};

/// Each takes a core for a while: more at once would keep the desks waiting.
static TURNS: Semaphore = Semaphore::const_new(2);

/// A hash that no password has: checked where there is no user, so that it takes as long.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$ZGlzcG8gbm9ib2R5IGhlcmU\
                       $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

pub const SHORTEST: usize = 12;
const LONGEST: usize = 200;

/// What people choose when twelve characters are asked for, in small letters.
const COMMON: [&str; 24] = [
    "123456789012",
    "1234567890123",
    "123456789123",
    "123123123123",
    "password1234",
    "password12345",
    "passwordpassword",
    "passw0rd1234",
    "p@ssword1234",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwerty123456",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "iloveyou1234",
    "letmein12345",
    "welcome12345",
    "welkom123456",
    "wachtwoord12",
    "willkommen12",
    "passwort1234",
    "jelszo123456",
    "administrator",
    "administrator1",
];

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    IsLogin,
    Common,
}

impl Weak {
    /// The text that says what to choose instead.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::IsLogin => "password-is-login",
            Self::Common => "password-common",
        }
    }
}

pub fn weakness(password: &str, login: &str) -> Option<Weak> {
    let letters = password.chars().count();
    let small = password.to_lowercase();
    let kinds: std::collections::BTreeSet<char> = small.chars().collect();
    match () {
        () if letters < SHORTEST => Some(Weak::TooShort),
        () if letters > LONGEST => Some(Weak::TooLong),
        () if !login.is_empty() && small.replace(&login.to_lowercase(), "").len() < 4 => {
            Some(Weak::IsLogin)
        }
        () if kinds.len() < 4 || COMMON.contains(&small.as_str()) => Some(Weak::Common),
        () => None,
    }
}

/// The text to keep instead of a password.
pub async fn hash(password: String) -> Result<String, Failure> {
    in_turn(move || {
        let hash: Result<PasswordHash, _> = argon2().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string())
            .map_err(|error| Failure::Broken(format!("a password cannot be hashed: {error}")))
    })
    .await?
}

/// Whether a password belongs to a hash. Without a hash it does not, after the same work.
pub async fn matches(password: String, hash: Option<String>) -> Result<bool, Failure> {
    in_turn(move || {
        let text = hash.as_deref().unwrap_or(NOBODYS);
        let matches = PasswordHash::new(text)
            .is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
        matches && hash.is_some()
    })
    .await
}

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, PARAMS)
}

/// Runs slow work off the threads that serve requests. The turn ends with the work, not with
/// whoever waits for it.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let broken = |why: String| Failure::Broken(why);
    let turn = TURNS
        .acquire()
        .await
        .map_err(|error| broken(error.to_string()))?;
    tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    })
    .await
    .map_err(|error| broken(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_common_and_telling_passwords_are_refused() {
        for (password, weak) in [
            ("elf letters", Some(Weak::TooShort)),
            ("élf lettérs!", None),
            ("Password1234", Some(Weak::Common)),
            ("aaaaaaaaaaaaaaa", Some(Weak::Common)),
            ("ababababababab", Some(Weak::Common)),
            ("ada.lovelace", Some(Weak::IsLogin)),
            ("ADA.LOVELACE1", Some(Weak::IsLogin)),
            ("ada.lovelace is at the desk", None),
            ("een rustige dinsdag", None),
        ] {
            assert_eq!(weakness(password, "ada.lovelace"), weak, "{password}");
        }
        assert_eq!(weakness(&"ab c".repeat(51), ""), Some(Weak::TooLong));
    }

    #[test]
    fn the_figures_are_those_of_the_cheat_sheet() {
        assert_eq!(
            (PARAMS.m_cost(), PARAMS.t_cost(), PARAMS.p_cost()),
            (19_456, 2, 1)
        );
        assert!(
            PasswordHash::new(NOBODYS).is_ok(),
            "or unknown logins would be quicker"
        );
    }

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let kept = hash("een rustige dinsdag".to_owned()).await.unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
        let check = |password: &str, hash| matches(password.to_owned(), hash);
        assert!(
            check("een rustige dinsdag", Some(kept.clone()))
                .await
                .unwrap()
        );
        assert!(!check("een rustige woensdag", Some(kept)).await.unwrap());
        assert!(!check("een rustige dinsdag", None).await.unwrap());
        assert!(
            !check("een rustige dinsdag", Some("rubbish".to_owned()))
                .await
                .unwrap()
        );
    }
}
