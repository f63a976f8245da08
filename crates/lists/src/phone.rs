//! Telephone numbers as people write them, turned into E.164.
//!
//! The rules of writing (trunk prefixes, `00`, a country code without plus) are ours, because a
//! wrong guess here calls a stranger; which numbers exist is the library's.

mod refusal;
mod written;

pub use refusal::PhoneError;

use crate::country::Country;
use engine::number::Number;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};
use written::Written;

/// The number a person in `country` means by `raw`.
pub fn parse(raw: &str, country: Country) -> Result<Number, PhoneError> {
    let written = Written::read(raw)?;
    let digits = written.digits();
    if written.has_plus() {
        return international(digits);
    }
    match digits.strip_prefix(country.dial_out()) {
        Some(rest) => after_dial_out(rest, country),
        None => national(digits, country),
    }
}

/// The country whose calling code a number carries; of +1 only those within the United States.
pub fn country_of(number: Number) -> Option<Country> {
    let written = number.digits().to_string();
    let country = home_of(written.as_bytes())?.0;
    if country != Country::Us {
        return Some(country);
    }
    let national = number.digits().checked_sub(10_u64.pow(10))?;
    let region = PHONE_NUMBER_UTIL.get_region_for_number(&library_number(country, national));
    (region == Some(Region::US)).then_some(country)
}

/// The zone a number's country keeps. `None` where the country has several zones or is not one
/// of ours: the list says then.
pub fn zone_of(number: Number) -> Option<&'static str> {
    let written = number.digits().to_string();
    let country = home_of(written.as_bytes())?.0;
    country.has_one_zone().then(|| country.zone())
}

fn after_dial_out(rest: &[u8], country: Country) -> Result<Number, PhoneError> {
    let doubled = || PhoneError::DoubledZero { country };
    // Nine digits are a Dutch number without its zero; as a foreign number they would be a guess.
    if country == Country::Nl && rest.len() == 9 && valid(country, rest).is_some() {
        return Err(doubled());
    }
    international(rest).map_err(|refused| {
        let trunk_is_zero = country.trunk() == b"0";
        let meant_national = trunk_is_zero && valid(country, rest).is_some();
        if meant_national { doubled() } else { refused }
    })
}

fn international(digits: &[u8]) -> Result<Number, PhoneError> {
    let Some((country, rest)) = home_of(digits) else {
        return foreign(digits);
    };
    if rest.is_empty() {
        return Err(PhoneError::TooShort { country });
    }
    let bare = without_zeroes_for_home_use(rest, country);
    valid(country, bare).ok_or_else(|| refusal::why(country, bare))
}

fn national(digits: &[u8], country: Country) -> Result<Number, PhoneError> {
    let bare = match digits.strip_prefix(country.trunk()) {
        Some(bare) => bare,
        None if digits.first() == Some(&b'0') => return Err(PhoneError::Trunk { country }),
        None if could_lack_its_plus(digits, country) => {
            return Err(PhoneError::CountryCodeWithoutPlus { country });
        }
        None if digits.len() < country.shortest_without_trunk() => {
            return Err(PhoneError::AreaMissing { country });
        }
        None => digits,
    };
    valid(country, bare).ok_or_else(|| {
        let after_code = digits.strip_prefix(country.calling_digits());
        let with_code = after_code
            .map(|rest| without_zeroes_for_home_use(rest, country))
            .and_then(|rest| valid(country, rest));
        match with_code {
            Some(_) => PhoneError::CountryCodeWithoutPlus { country },
            None => refusal::why(country, bare),
        }
    })
}

/// In Germany, where lengths vary, `4921…` is both +49 21… and 04921…: no guess.
fn could_lack_its_plus(digits: &[u8], country: Country) -> bool {
    country == Country::De
        && digits
            .strip_prefix(country.calling_digits())
            .is_some_and(|rest| {
                valid(country, without_zeroes_for_home_use(rest, country)).is_some()
            })
}

/// `+31 (0)50…`: the trunk prefix is written for those at home and is no part of the number.
fn without_zeroes_for_home_use(rest: &[u8], country: Country) -> &[u8] {
    match country {
        Country::Us => rest,
        _ => rest.strip_prefix(country.trunk()).unwrap_or(rest),
    }
}

fn home_of(digits: &[u8]) -> Option<(Country, &[u8])> {
    Country::ALL.into_iter().find_map(|country| {
        let rest = digits.strip_prefix(country.calling_digits())?;
        Some((country, rest))
    })
}

fn valid(country: Country, national: &[u8]) -> Option<Number> {
    // A leading zero would vanish in the figure and make another number of it.
    if national.first() == Some(&b'0') {
        return None;
    }
    let figure = figure(national)?;
    let number = library_number(country, figure);
    if !PHONE_NUMBER_UTIL.is_valid_number(&number) {
        return None;
    }
    let shift = 10_u64.checked_pow(u32::try_from(national.len()).ok()?)?;
    let code = u64::from(country.calling_code()).checked_mul(shift)?;
    Number::new(code.checked_add(figure)?).ok()
}

fn foreign(digits: &[u8]) -> Result<Number, PhoneError> {
    let text: String = std::iter::once('+')
        .chain(digits.iter().map(|&digit| char::from(digit)))
        .collect();
    let number = PHONE_NUMBER_UTIL
        .parse(&text, None)
        .map_err(|_| PhoneError::UnknownCountryCode)?;
    if !PHONE_NUMBER_UTIL.is_valid_number(&number) {
        return Err(PhoneError::ForeignNumber {
            code: number.country_code,
        });
    }
    let e164 = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164);
    let e164 = e164.strip_prefix('+').and_then(|rest| rest.parse().ok());
    e164.and_then(|digits| Number::new(digits).ok())
        .ok_or(PhoneError::UnknownCountryCode)
}

fn library_number(country: Country, national: u64) -> PhoneNumber {
    PhoneNumber {
        country_code: i32::from(country.calling_code()),
        national_number: national,
        ..PhoneNumber::default()
    }
}

fn figure(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}
