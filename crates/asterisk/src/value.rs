//! What may stand in a setting. Nothing that Asterisk would read as something else: no line break,
//! no `;` that begins a comment, no bracket that begins a section.

use crate::settings::Kind;

/// What to write instead.
pub type Remedy = &'static str;

/// What a name is made of: letters, digits, `-` and `_`.
pub fn name(text: &str) -> Result<String, Remedy> {
    let fits = text
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    given(text, fits && text.len() <= 40)
        .ok_or("write at most 40 letters without accents, digits, `-` and `_`")
}

/// An application's name is an extension of the dial plan, where single letters mean something.
pub fn application(text: &str) -> Result<String, Remedy> {
    let begins = text.starts_with(|letter: char| letter.is_ascii_lowercase());
    name(text)
        .ok()
        .filter(|text| begins && text.len() > 1)
        .ok_or("write two small letters or more; digits, `-` and `_` after the first")
}

pub fn codec(text: &str) -> Result<String, Remedy> {
    let known = ["alaw", "ulaw", "g722", "opus", "gsm"].contains(&text);
    given(text, known).ok_or("write alaw, ulaw, g722, opus or gsm")
}

/// A name in the net, or an address.
pub fn host(text: &str) -> Result<String, Remedy> {
    let fits = text
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
    given(text, fits && text.len() <= 253)
        .ok_or("write a name such as sip.example.net, or an address such as 192.0.2.7")
}

pub fn address(text: &str) -> Result<String, Remedy> {
    given(text, text.parse::<std::net::Ipv4Addr>().is_ok())
        .ok_or("write an address of this machine such as 192.0.2.7, or 0.0.0.0 for all of them")
}

/// One address, a whole network, or a name that stands for some.
pub fn network(text: &str) -> Result<String, Remedy> {
    let (base, bits) = text.split_once('/').unwrap_or((text, "32"));
    let whole =
        base.parse::<std::net::Ipv4Addr>().is_ok() && bits.parse().is_ok_and(|bits: u8| bits <= 32);
    given(text, whole || host(text).is_ok())
        .ok_or("write an address, a network such as 192.0.2.0/24, or a name")
}

/// A password, or a user's name as a carrier gives them.
pub fn secret(text: &str) -> Result<String, Remedy> {
    let fits = text
        .chars()
        .all(|letter| letter.is_ascii_graphic() && !";\\[]".contains(letter));
    given(text, fits && text.len() <= 128)
        .ok_or("write at most 128 signs of ASCII, without spaces, `;`, `\\` and brackets")
}

pub fn folder(text: &str) -> Result<String, Remedy> {
    let fits = !text
        .chars()
        .any(|letter| letter.is_control() || letter == ';');
    given(text, fits && text.starts_with('/'))
        .ok_or("write a whole path that begins with `/`, without `;`")
}

pub fn kind(text: &str) -> Result<Kind, Remedy> {
    match text {
        "desk" => Ok(Kind::Desk),
        "browser" => Ok(Kind::Browser),
        _ => Err("write desk or browser"),
    }
}

fn given(text: &str, fits: bool) -> Option<String> {
    (fits && !text.is_empty()).then(|| text.to_owned())
}
