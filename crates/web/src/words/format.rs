//! Numbers, times and dates as each language writes them.

use super::{Count, Language, Words};
use fluent_bundle::FluentValue;
use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

impl Words {
    /// 1204 as `1.204`, `1 204` or `1,204`.
    pub fn number(&self, n: impl Count) -> String {
        grouped(self.language, n.count())
    }

    /// `14:02`, in the zone of these words.
    pub fn time(&self, at: Timestamp) -> String {
        let time = self.zone.local(at).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// `14:02:31`, in the zone of these words.
    pub fn clock(&self, at: Timestamp) -> String {
        clock(self.zone.local(at).time())
    }

    /// `24-11-2026`, in the zone of these words.
    pub fn date(&self, at: Timestamp) -> String {
        self.day(self.zone.local(at).date())
    }

    /// A civil date as the language writes it.
    pub fn day(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.language {
            Language::English => format!("{day:02}/{month:02}/{year}"),
            Language::Dutch => format!("{day:02}-{month:02}-{year}"),
            Language::German => format!("{day:02}.{month:02}.{year}"),
            Language::Hungarian => format!("{year}. {month:02}. {day:02}."),
        }
    }

    /// `di 24-11 14:30`: a weekday, a short date, a time.
    pub fn moment(&self, at: Timestamp) -> String {
        let when = self.zone.local(at);
        let weekday = self.weekday(when.date().weekday());
        let (month, day) = (when.month(), when.day());
        let date = match self.language {
            Language::English => format!("{day:02}/{month:02}"),
            Language::Dutch => format!("{day:02}-{month:02}"),
            Language::German => format!("{day:02}.{month:02}."),
            Language::Hungarian => format!("{month:02}. {day:02}."),
        };
        format!("{weekday} {date} {}", self.time(at))
    }

    /// The weekday in short: `di`.
    pub fn weekday(&self, day: Weekday) -> String {
        let key = match day {
            Weekday::Monday => "weekday-mon",
            Weekday::Tuesday => "weekday-tue",
            Weekday::Wednesday => "weekday-wed",
            Weekday::Thursday => "weekday-thu",
            Weekday::Friday => "weekday-fri",
            Weekday::Saturday => "weekday-sat",
            Weekday::Sunday => "weekday-sun",
        };
        self.t(key)
    }

    /// Seconds as `04:12`, from one hour on as `1:04:12`.
    pub fn duration(&self, seconds: impl Count) -> String {
        let seconds = seconds.count().max(0);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        match hours {
            0 => format!("{minutes:02}:{seconds:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    }

    /// A part of a whole as `12.5 %`; of nothing it is a dash.
    pub fn share(&self, part: impl Count, whole: impl Count) -> String {
        let (part, whole) = (part.count(), whole.count());
        if whole <= 0 {
            return "–".to_owned();
        }
        let tenths = part.saturating_mul(1000) / whole;
        let point = self.decimal_point();
        format!("{}{point}{} %", tenths / 10, (tenths % 10).abs())
    }

    /// Tenths as a decimal number: 125 is `12.5`.
    pub fn tenths(&self, tenths: i64) -> String {
        let point = self.decimal_point();
        let whole = grouped(self.language, tenths / 10);
        format!("{whole}{point}{}", (tenths % 10).abs())
    }

    fn decimal_point(&self) -> char {
        match self.language {
            Language::English => '.',
            _ => ',',
        }
    }
}

fn clock(time: Time) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// A number in a text.
pub(super) fn argument(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(language, number.value as i64)),
        _ => None,
    }
}

fn grouped(language: Language, n: i64) -> String {
    let separator = match language {
        Language::English => ',',
        Language::Dutch | Language::German => '.',
        // Thin enough, and does not break.
        Language::Hungarian => '\u{a0}',
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = String::new();
    if n < 0 {
        out.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(place);
        if place > 0 && left % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}
