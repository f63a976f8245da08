//! Why a number was refused, with the remedy.

use crate::country::Country;

/// Why a text is not a telephone number that can be dialled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    #[error("holds no digits: fill in a telephone number")]
    NoDigits,
    #[error("holds letters: keep only the telephone number in this column")]
    Letters,
    #[error("holds `{0}`: write one number, with digits, spaces and dashes only")]
    Character(char),
    #[error("has a plus between the digits: write the plus first, and one number per column")]
    PlusInside,
    #[error(
        "is a figure in scientific notation whose last digits are lost: format the column as text and save the file again"
    )]
    Scientific,
    #[error("has too many digits for any telephone number: write one number per column")]
    FarTooLong,
    #[error("is too short for {country}: {}", shape(*country))]
    TooShort { country: Country },
    #[error("is too long for {country}: {}; two numbers go into two columns", shape(*country))]
    TooLong { country: Country },
    #[error("has no area or network that exists in {country}: check the first digits")]
    NoSuchArea { country: Country },
    #[error("begins with 0 but not with the prefix of {country}: {}", shape(*country))]
    Trunk { country: Country },
    #[error("may lack its area code: write it with area code and leading 0")]
    AreaMissing { country: Country },
    #[error("has the country code without a plus: write +{}", country.calling_code())]
    CountryCodeWithoutPlus { country: Country },
    #[error("begins with 00 but no country code follows: write one 0, or 00{}", country.calling_code())]
    DoubledZero { country: Country },
    #[error(
        "begins with no country code that exists: write + and the country code, or the number as dialled at home"
    )]
    UnknownCountryCode,
    #[error("is not a number that exists under country code +{code}: check its digits")]
    ForeignNumber { code: i32 },
}

fn shape(country: Country) -> &'static str {
    match country {
        Country::Nl => "a Dutch number has 9 digits after the 0",
        Country::De => "a German number has area code and 3 to 8 digits after the 0",
        Country::Ch => "a Swiss number has 9 digits after the 0",
        Country::Hu => "a Hungarian number has 8 or 9 digits after the 06",
        Country::Gb => "a British number has 9 or 10 digits after the 0",
        Country::Us => "a number in the United States has 10 digits",
    }
}

/// Explains why a number does not exist. The plan allows a few service numbers of odd length; what
/// people mistype is an ordinary one, so the ordinary length decides.
pub(super) fn why(country: Country, national: &[u8]) -> PhoneError {
    let (fewest, most) = match country {
        Country::Nl | Country::Ch => (9, 9),
        Country::De => (6, 12),
        Country::Hu => (8, 9),
        Country::Gb => (9, 10),
        Country::Us => (10, 10),
    };
    match national.len() {
        digits if digits < fewest => PhoneError::TooShort { country },
        digits if digits > most => PhoneError::TooLong { country },
        _ => PhoneError::NoSuchArea { country },
    }
}
