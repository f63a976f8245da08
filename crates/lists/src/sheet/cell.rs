//! The value of a spreadsheet cell as the text a person meant.

use calamine::{Data, DataRef, DataType, ExcelDateTime};
use std::borrow::Cow;

/// Figures up to here are whole numbers without loss.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

pub(super) fn text<'a>(value: &'a DataRef<'a>) -> Cow<'a, str> {
    match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Bool(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        DataRef::Int(figure) => Cow::Owned(figure.to_string()),
        DataRef::Float(figure) => Cow::Owned(float(*figure)),
        DataRef::DateTime(moment) => Cow::Owned(excel_moment(*moment)),
        DataRef::DateTimeIso(text) => Cow::Borrowed(iso_moment(text)),
        DataRef::DurationIso(text) => Cow::Owned(iso_duration(text)),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
    }
}

/// The same for a cell that calamine hands out by value.
pub(super) fn owned_text(value: &Data) -> Cow<'_, str> {
    match value {
        Data::String(text) => Cow::Borrowed(text),
        Data::Bool(truth) => Cow::Borrowed(if *truth { "true" } else { "false" }),
        Data::Int(figure) => Cow::Owned(figure.to_string()),
        Data::Float(figure) => Cow::Owned(float(*figure)),
        Data::DateTime(moment) => Cow::Owned(excel_moment(*moment)),
        Data::DateTimeIso(text) => Cow::Borrowed(iso_moment(text)),
        Data::DurationIso(text) => Cow::Owned(iso_duration(text)),
        Data::Error(error) => Cow::Owned(error.to_string()),
        empty => Cow::Owned(empty.as_string().unwrap_or_default()),
    }
}

/// A telephone number kept as a figure must not become `5.0707072E8` nor `507070720.0`.
fn float(figure: f64) -> String {
    if figure.fract() == 0.0 && figure.abs() < MOST_EXACT {
        format!("{figure:.0}")
    } else {
        format!("{figure}")
    }
}

fn excel_moment(moment: ExcelDateTime) -> String {
    let value = moment.as_f64();
    if moment.is_duration() {
        return hours((value * 86_400.0).round());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if value < 1.0 {
        time
    } else if value.fract() == 0.0 {
        date
    } else {
        format!("{date}T{time}")
    }
}

/// A date that carries midnight is a date.
fn iso_moment(text: &str) -> &str {
    text.strip_suffix("T00:00:00").unwrap_or(text)
}

/// `PT14H30M00S` as `14:30:00`; anything else stays as it is.
fn iso_duration(text: &str) -> String {
    clock(text).unwrap_or_else(|| text.to_owned())
}

fn clock(text: &str) -> Option<String> {
    let (hour, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minute, rest) = rest.split_once('M')?;
    let second = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    let part = |text: &str| text.parse::<u32>().ok();
    let (hour, minute, second) = (part(hour)?, part(minute)?, part(second)?);
    Some(format!("{hour:02}:{minute:02}:{second:02}"))
}

fn hours(seconds: f64) -> String {
    let sign = if seconds < 0.0 { "-" } else { "" };
    let seconds = seconds.abs();
    let (hour, rest) = ((seconds / 3600.0).floor(), seconds % 3600.0);
    let (minute, second) = ((rest / 60.0).floor(), rest % 60.0);
    format!("{sign}{hour:02.0}:{minute:02.0}:{second:02.0}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn figures_are_written_out() {
        assert_eq!(float(507_070_720.0), "507070720");
        assert_eq!(float(31_507_070_720.0), "31507070720");
        assert_eq!(float(-3.0), "-3");
        assert_eq!(float(12.5), "12.5");
        assert_eq!(float(0.1), "0.1");
        assert_eq!(float(f64::NAN), "NaN");
    }

    #[test]
    fn moments_are_written_iso() {
        let moment = |value| {
            excel_moment(ExcelDateTime::new(
                value,
                ExcelDateTimeType::DateTime,
                false,
            ))
        };
        // 44378 is the first of July 2021 counted from 1900.
        assert_eq!(moment(44_378.0), "2021-07-01");
        assert_eq!(moment(44_378.5), "2021-07-01T12:00:00");
        assert_eq!(moment(0.75), "18:00:00");
        assert_eq!(hours(90_061.0), "25:01:01");
        assert_eq!(iso_moment("2021-07-01T00:00:00"), "2021-07-01");
        assert_eq!(iso_duration("PT14H30M00S"), "14:30:00");
        assert_eq!(iso_duration("PT1H2M3.5S"), "01:02:03");
        assert_eq!(iso_duration("P1D"), "P1D");
    }
}
