//! Numbers as people write them in six countries, and what becomes of each.

use lists::Country::{self, Ch, De, Gb, Hu, Nl, Us};
use lists::phone::{PhoneError, country_of, parse, zone_of};
use proptest::prelude::*;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, Region};

fn accepts(country: Country, table: &[(&str, &str)]) {
    for (raw, e164) in table {
        let number = parse(raw, country).map(|number| number.to_string());
        assert_eq!(number.as_deref(), Ok(*e164), "{country} `{raw}`");
    }
}

fn refuses(country: Country, table: &[(&str, PhoneError)]) {
    for (raw, error) in table {
        assert_eq!(parse(raw, country), Err(error.clone()), "{country} `{raw}`");
    }
}

#[test]
fn the_dutch_forms_of_the_manual_are_one_number() {
    for raw in [
        "0507070720",
        "050-7070720",
        "507070720",
        "+31 0507070720",
        "0031 0507070720",
        "+31 507070720",
        "0031 507070720",
        "0507 07 0 72 0",
        "50-70 70 720",
        "+31 (0)50 70 70 720",
        " 050 – 707\u{a0}0720 ",
        "'0507070720",
        "\u{202a}+31507070720\u{202c}",
        "507070720.0",
        "050/7070720",
        "(050) 7070720",
    ] {
        accepts(Nl, &[(raw, "+31507070720")]);
    }
}

#[test]
fn dutch_forms_that_would_be_a_guess_are_refused() {
    let country = Nl;
    refuses(
        Nl,
        &[
            (
                "31 507070720",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            (
                "31 0507070720",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            ("00507070720", PhoneError::DoubledZero { country }),
            ("00612345678", PhoneError::DoubledZero { country }),
            ("7070720", PhoneError::TooShort { country }),
            ("050707072", PhoneError::TooShort { country }),
            ("05070707201", PhoneError::TooLong { country }),
            ("0000000000", PhoneError::UnknownCountryCode),
            ("+31", PhoneError::TooShort { country }),
            ("", PhoneError::NoDigits),
            ("-", PhoneError::NoDigits),
            ("onbekend", PhoneError::Letters),
            ("050 7070720 toestel 3", PhoneError::Letters),
            ("0507070720 / 0612345678", PhoneError::TooLong { country }),
            ("0507070720, 0612345678", PhoneError::Character(',')),
            ("050+7070720", PhoneError::PlusInside),
            ("++31507070720", PhoneError::PlusInside),
            ("5.0707072E+8", PhoneError::Scientific),
            ("3,15071E10", PhoneError::Scientific),
            ("+0507070720", PhoneError::UnknownCountryCode),
            ("012345678901234567890", PhoneError::FarTooLong),
            ("٠٥٠٧٠٧٠٧٢٠", PhoneError::Character('٠')),
        ],
    );
}

#[test]
fn a_foreign_number_in_a_dutch_list_needs_its_country_code() {
    accepts(
        Nl,
        &[
            ("+49 30 23125 123", "+493023125123"),
            ("0049 (0)30 23125 123", "+493023125123"),
            ("+44 20 7946 0123", "+442079460123"),
            ("+1 202-555-0123", "+12025550123"),
            // Italian numbers keep the zero of the area code.
            ("+39 06 1234 5678", "+390612345678"),
            ("+32 470 12 34 56", "+32470123456"),
        ],
    );
    refuses(
        Nl,
        &[
            ("+32 470 12", PhoneError::ForeignNumber { code: 32 }),
            ("+999 123456", PhoneError::UnknownCountryCode),
        ],
    );
}

#[test]
fn german_forms() {
    accepts(
        De,
        &[
            ("030 23125 123", "+493023125123"),
            ("030/23125-123", "+493023125123"),
            ("(030) 23125123", "+493023125123"),
            ("+49 30 23125123", "+493023125123"),
            ("+49 (0)30 23125123", "+493023125123"),
            ("0049 30 23125123", "+493023125123"),
            ("3023125123", "+493023125123"),
            ("0151 23456789", "+4915123456789"),
            ("04921 123456", "+494921123456"),
        ],
    );
    let country = De;
    refuses(
        De,
        &[
            (
                "49 30 23125123",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            ("4921123456", PhoneError::CountryCodeWithoutPlus { country }),
            ("23125123", PhoneError::AreaMissing { country }),
            ("003023125123", PhoneError::DoubledZero { country }),
            ("030 1", PhoneError::TooShort { country }),
            ("0000 23125123", PhoneError::UnknownCountryCode),
            ("030 23125 123 Zentrale", PhoneError::Letters),
        ],
    );
}

#[test]
fn swiss_forms() {
    accepts(
        Ch,
        &[
            ("044 555 01 23", "+41445550123"),
            ("044/555.01.23", "+41445550123"),
            ("445550123", "+41445550123"),
            ("+41 44 555 01 23", "+41445550123"),
            ("+41 (0)44 555 01 23", "+41445550123"),
            ("0041445550123", "+41445550123"),
            ("079 123 45 67", "+41791234567"),
            ("041 210 12 34", "+41412101234"),
        ],
    );
    let country = Ch;
    refuses(
        Ch,
        &[
            (
                "41 44 555 01 23",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            ("555 01 23", PhoneError::TooShort { country }),
            ("00445550123", PhoneError::DoubledZero { country }),
            ("044 555 01 231", PhoneError::TooLong { country }),
            ("011 555 01 23", PhoneError::NoSuchArea { country }),
            ("044'555'01'23", PhoneError::Character('\'')),
        ],
    );
}

#[test]
fn hungarian_forms() {
    accepts(
        Hu,
        &[
            ("06 1 234 5678", "+3612345678"),
            ("06-1-234-5678", "+3612345678"),
            ("(06 1) 234-5678", "+3612345678"),
            ("1 234 5678", "+3612345678"),
            ("+36 1 234 5678", "+3612345678"),
            ("+36 06 1 234 5678", "+3612345678"),
            ("0036 1 234 5678", "+3612345678"),
            ("06 20 123 4567", "+36201234567"),
            ("20/123-4567", "+36201234567"),
        ],
    );
    let country = Hu;
    refuses(
        Hu,
        &[
            (
                "36 1 234 5678",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            (
                "36 20 123 4567",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            ("01 234 5678", PhoneError::Trunk { country }),
            ("06 1 234", PhoneError::TooShort { country }),
            ("06 20 123 45678", PhoneError::TooLong { country }),
            ("06 10 123 4567", PhoneError::NoSuchArea { country }),
        ],
    );
}

#[test]
fn british_forms() {
    accepts(
        Gb,
        &[
            ("020 7946 0123", "+442079460123"),
            ("(020) 7946 0123", "+442079460123"),
            ("2079460123", "+442079460123"),
            ("+44 20 7946 0123", "+442079460123"),
            ("+44 (0)20 7946 0123", "+442079460123"),
            ("0044 20 7946 0123", "+442079460123"),
            ("07400 123456", "+447400123456"),
        ],
    );
    let country = Gb;
    refuses(
        Gb,
        &[
            (
                "44 20 7946 0123",
                PhoneError::CountryCodeWithoutPlus { country },
            ),
            ("7946 0123", PhoneError::TooShort { country }),
            ("002079460123", PhoneError::DoubledZero { country }),
            ("020 7946 01234", PhoneError::TooLong { country }),
            ("040 7946 0123", PhoneError::NoSuchArea { country }),
            ("020 7946 0123 ext 4", PhoneError::Letters),
        ],
    );
}

#[test]
fn american_forms() {
    accepts(
        Us,
        &[
            ("(202) 555-0123", "+12025550123"),
            ("202-555-0123", "+12025550123"),
            ("202.555.0123", "+12025550123"),
            ("2025550123", "+12025550123"),
            ("1 202 555 0123", "+12025550123"),
            ("+1 202 555 0123", "+12025550123"),
            ("011 49 30 23125123", "+493023125123"),
        ],
    );
    let country = Us;
    refuses(
        Us,
        &[
            ("555-0123", PhoneError::TooShort { country }),
            ("202-555-01234", PhoneError::TooLong { country }),
            ("102-555-0123", PhoneError::TooShort { country }),
            ("0202 555 0123", PhoneError::Trunk { country }),
            ("001 202 555 0123", PhoneError::Trunk { country }),
            ("202-555-0123 x5", PhoneError::Letters),
            ("911-555-0123", PhoneError::NoSuchArea { country }),
        ],
    );
}

#[test]
fn a_number_leads_to_its_country_and_clock() {
    let number = |raw| parse(raw, Nl).unwrap();
    assert_eq!(country_of(number("0507070720")), Some(Nl));
    assert_eq!(zone_of(number("0507070720")), Some("Europe/Amsterdam"));
    assert_eq!(zone_of(number("+36 1 234 5678")), Some("Europe/Budapest"));
    // +1 covers many zones and other countries: the list decides.
    assert_eq!(country_of(number("+1 202 555 0123")), Some(Us));
    assert_eq!(zone_of(number("+1 202 555 0123")), None);
    assert_eq!(country_of(number("+1 416 555 0123")), None);
    assert_eq!(country_of(number("+32 470 12 34 56")), None);
    assert_eq!(zone_of(number("+32 470 12 34 56")), None);
}

#[test]
fn a_refusal_says_why_and_what_to_do() {
    let why = |raw, country| parse(raw, country).unwrap_err().to_string();
    assert_eq!(
        why("31 507070720", Nl),
        "has the country code without a plus: write +31"
    );
    assert_eq!(
        why("00507070720", Nl),
        "begins with 00 but no country code follows: write one 0, or 0031"
    );
    assert_eq!(
        why("05070707", Nl),
        "is too short for NL: a Dutch number has 9 digits after the 0"
    );
}

fn library(raw: &str, region: Region) -> Option<String> {
    let number = PHONE_NUMBER_UTIL.parse(raw, Some(region)).ok()?;
    PHONE_NUMBER_UTIL.is_valid_number(&number).then(|| {
        PHONE_NUMBER_UTIL
            .format(&number, PhoneNumberFormat::E164)
            .into_owned()
    })
}

fn regions() -> impl Strategy<Value = (Country, Region)> {
    prop::sample::select(vec![
        (Nl, Region::NL),
        (De, Region::DE),
        (Ch, Region::CH),
        (Hu, Region::HU),
        (Gb, Region::GB),
        (Us, Region::US),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    /// Whatever is accepted, the library reads as the same number: our rules only refuse more.
    #[test]
    fn no_number_is_read_otherwise_than_the_library_reads_it(
        raw in r"(\+|00|0|06|1|)(31|49|41|36|44|1|)( |-|\(0\)|)[0-9]{1,4}[ /-]?[0-9]{3,9}",
        (country, region) in regions(),
    ) {
        if let Ok(number) = parse(&raw, country) {
            // The library does not take the bracketed zero, and Hungary's 06, after a country code.
            let plain = number.to_string();
            prop_assert_eq!(library(&plain, region), Some(plain.clone()));
            if !raw.contains('(') && country != Hu {
                prop_assert_eq!(library(&raw, region), Some(plain));
            }
        }
    }

    /// A full national form that the library takes is taken.
    #[test]
    fn no_national_number_of_the_library_is_lost(
        digits in "[1-9][0-9]{8,9}",
        (country, region) in regions(),
    ) {
        let trunk = match country { Hu => "06", Us => "1", _ => "0" };
        let raw = format!("{trunk}{digits}");
        let ours = parse(&raw, country).ok().map(|number| number.to_string());
        prop_assert_eq!(ours, library(&raw, region));
    }

    #[test]
    fn no_text_panics(raw in ".{0,40}", (country, _) in regions()) {
        let _ = parse(&raw, country);
    }
}
