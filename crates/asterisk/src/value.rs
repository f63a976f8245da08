//! What may stand in a setting. Nothing that Asterisk would read as something else: no line break,
//! no `;` that begins a comment, no bracket that begins a section.

use crate::settings::Kind;
use crate::transport::{Media, Transport};
use std::net::{IpAddr, Ipv6Addr};

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

/// A name in the net, or an address; one of IPv6 with or without its brackets.
pub fn host(text: &str) -> Result<String, Remedy> {
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    match bare.unwrap_or(text).parse::<Ipv6Addr>() {
        Ok(address) => Ok(address.to_string()),
        Err(_) => name_or_v4(text),
    }
}

fn name_or_v4(text: &str) -> Result<String, Remedy> {
    let fits = text
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-.".contains(letter));
    given(text, fits && text.len() <= 253).ok_or(
        "write a name such as sip.example.net, or an address such as 192.0.2.7 or 2001:db8::7",
    )
}

pub fn address(text: &str) -> Result<String, Remedy> {
    let address = text.parse::<IpAddr>().map(|address| address.to_string());
    address.map_err(|_| {
        "write an address of this machine such as 192.0.2.7 or 2001:db8::7; 0.0.0.0 and :: are all of them"
    })
}

/// One address, a whole network, or a name that stands for some.
pub fn network(text: &str) -> Result<String, Remedy> {
    let (base, bits) = match text.split_once('/') {
        Some((base, bits)) => (base, Some(bits)),
        None => (text, None),
    };
    let most = match base.parse::<IpAddr>() {
        Ok(IpAddr::V4(_)) => Some(32),
        Ok(IpAddr::V6(_)) => Some(128),
        Err(_) => None,
    };
    let few = |most: u8| bits.is_none_or(|bits| bits.parse().is_ok_and(|bits: u8| bits <= most));
    let whole = most.is_some_and(few);
    given(text, whole || name_or_v4(text).is_ok())
        .ok_or("write an address, a network such as 192.0.2.0/24 or 2001:db8::/48, or a name")
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

pub fn transport(text: &str) -> Result<Transport, Remedy> {
    match text {
        "udp" => Ok(Transport::Udp),
        "tcp" => Ok(Transport::Tcp),
        "tls" => Ok(Transport::Tls),
        _ => Err("write udp, tcp or tls"),
    }
}

pub fn media(text: &str) -> Result<Media, Remedy> {
    match text {
        "plain" => Ok(Media::Plain),
        "sdes" => Ok(Media::Sdes),
        _ => Err("write plain or sdes"),
    }
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
