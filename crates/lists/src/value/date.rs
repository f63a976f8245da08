//! Dates and moments as people write them, kept as `2021-07-01` and `2021-07-01T14:30:00`.

use crate::definition::DateForm;
use jiff::civil::{Date, DateTime, Time};

pub(super) fn date(text: &str, form: DateForm) -> Result<String, String> {
    read(text, form)
        .map(|date| date.to_string())
        .ok_or_else(|| format!("is not a date: write it as {}", example(form)))
}

/// A date alone means its midnight.
pub(super) fn datetime(text: &str, form: DateForm) -> Result<String, String> {
    let (day, clock) = match text.split_once(['T', ' ']) {
        Some((day, clock)) => (day, Some(clock.trim_start())),
        None => (text, None),
    };
    let time = clock.map_or(Some(Time::midnight()), time);
    match (read(day.trim_end_matches(','), form), time) {
        (Some(date), Some(time)) => {
            let moment: DateTime = date.to_datetime(time);
            Ok(moment.strftime("%Y-%m-%dT%H:%M:%S").to_string())
        }
        _ => Err(format!(
            "is not a date with a time: write it as {} 14:30, without a zone",
            example(form)
        )),
    }
}

fn example(form: DateForm) -> &'static str {
    match form {
        DateForm::Iso => "2021-07-31",
        DateForm::Dmy => "31-07-2021 or 2021-07-31",
        DateForm::Mdy => "07/31/2021 or 2021-07-31",
        DateForm::Ymd => "2021.07.31 or 2021-07-31",
    }
}

fn read(text: &str, form: DateForm) -> Option<Date> {
    let iso = parts(text, '-');
    if let Some([(year, 4), (month, 2), (day, 2)]) = iso {
        return valid(year, month, day);
    }
    if form == DateForm::Iso {
        return None;
    }
    let parts = ['-', '.', '/']
        .into_iter()
        .find_map(|mark| parts(text, mark))?;
    match (form, parts) {
        (DateForm::Dmy, [(day, 1..=2), (month, 1..=2), (year, 4)])
        | (DateForm::Mdy, [(month, 1..=2), (day, 1..=2), (year, 4)])
        | (DateForm::Ymd, [(year, 4), (month, 1..=2), (day, 1..=2)]) => valid(year, month, day),
        _ => None,
    }
}

/// Three figures with their numbers of digits. A dot may follow the last one.
fn parts(text: &str, mark: char) -> Option<[(i16, usize); 3]> {
    let text = if mark == '.' {
        text.strip_suffix('.').unwrap_or(text)
    } else {
        text
    };
    let mut parts = text.split(mark).map(|part| {
        let part = part.trim();
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let figure = part.parse().ok().filter(|_| digits)?;
        Some((figure, part.len()))
    });
    let three = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(three)
}

fn valid(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn time(text: &str) -> Option<Time> {
    let mut parts = text.split(':').map(|part| {
        let digits = matches!(part.len(), 1..=2) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i8>().ok().filter(|_| digits)
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let time = Time::new(hour, minute, second, 0).ok();
    time.filter(|_| parts.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iso_form_takes_nothing_else() {
        assert_eq!(
            date("2021-07-01", DateForm::Iso).as_deref(),
            Ok("2021-07-01")
        );
        for text in [
            "01-07-2021",
            "2021-7-1",
            "2021-02-29",
            "2021/07/01",
            "2021-07-01T10:00",
            "21-07-01",
        ] {
            assert_eq!(
                date(text, DateForm::Iso),
                Err("is not a date: write it as 2021-07-31".to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_that_does_not_exist_is_refused() {
        assert!(date("31-04-2021", DateForm::Dmy).is_err());
        assert!(date("29-02-2024", DateForm::Dmy).is_ok());
        assert!(date("13/13/2021", DateForm::Mdy).is_err());
        assert!(date("1.7.21", DateForm::Dmy).is_err());
        assert_eq!(
            date("1. 7. 2021", DateForm::Dmy).as_deref(),
            Ok("2021-07-01")
        );
    }

    #[test]
    fn a_moment_is_kept_to_the_second() {
        let of = |text| datetime(text, DateForm::Dmy);
        assert_eq!(of("01-07-2021 9:05").as_deref(), Ok("2021-07-01T09:05:00"));
        assert_eq!(
            of("2021-07-01T14:30:59").as_deref(),
            Ok("2021-07-01T14:30:59")
        );
        assert_eq!(of("2021-07-01").as_deref(), Ok("2021-07-01T00:00:00"));
        assert!(of("2021-07-01T14:30:00Z").is_err());
        assert!(of("2021-07-01 24:00").is_err());
    }
}
