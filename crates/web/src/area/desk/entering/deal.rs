//! What was offered, won or lost: its value, how likely it is or when it was, and why.

use super::super::asked::Asked;
use super::super::seen::InHand;
use super::{Entering, Typed};
use crate::words::Words;
use crate::words::money::{currency_of, read};
use engine::catalogue::{Disposition, Reason, Requirement};
use engine::{Deal, Money};
use jiff::Timestamp;
use jiff::civil::Date;

pub(super) fn deal(
    found: &Disposition,
    held: &InHand,
    asked: &Asked,
    now: Timestamp,
    words: &Words,
    form: &mut Entering,
) -> Deal {
    let mut deal = Deal::default();
    if found.requires(Requirement::Amounts) {
        form.currency = currency_of(&held.list.country);
        let (typed, hundredths) = number(asked.text("value"), read, words, "entering-no-amount");
        form.value = Some(typed);
        deal.value = hundredths.map(|hundredths| Money {
            hundredths,
            currency: form.currency.to_owned(),
        });
        if found.calls_back() {
            let chance = |text: &str| text.trim_end_matches('%').trim().parse::<u8>().ok();
            let chance = |text: &str| chance(text).filter(|chance| *chance <= 100);
            let text = asked.text("chance");
            let (typed, chance) = number(text, chance, words, "entering-no-chance");
            form.chance = Some(typed);
            deal.chance = chance;
        } else {
            // Where nothing else is said it was today.
            let today = || held.contact.zone.local(now).date().to_string();
            let text = asked.filled("day").map_or_else(today, str::to_owned);
            let day = |text: &str| text.parse::<Date>().ok();
            let (typed, day) = number(&text, day, words, "entering-no-day");
            form.day = Some(typed);
            deal.day = day;
        }
    }
    if found.requires(Requirement::Reason) {
        deal.reason = asked.filled("reason").map(str::to_owned);
        let language = words.language().word();
        let option = |reason: &Reason| {
            let label = reason.label.get(language).unwrap_or(&reason.key);
            let chosen = deal.reason.as_deref() == Some(&reason.key);
            (reason.key.clone(), label.clone(), chosen)
        };
        form.reasons = found.reasons.iter().map(option).collect();
    }
    deal
}

fn number<T>(
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    words: &Words,
    problem: &str,
) -> (Typed, Option<T>) {
    if text.is_empty() {
        return (Typed::default(), None);
    }
    match read(text) {
        Some(value) => (Typed::right(text.to_owned()), Some(value)),
        None => (Typed::wrong(text.to_owned(), words.t(problem)), None),
    }
}
