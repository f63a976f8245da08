//! A list's last day, and the day on which it is erased.

use super::list;
use crate::app::App;
use crate::failure::Failure;
use crate::page::see;
use crate::seat::Visitor;
use crate::words::Words;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Redirect;
use engine::law::Kept;
use engine::{Law, Zone};
use jiff::Span;
use jiff::civil::Date;
use lists::Country;
use serde::Deserialize;
use store::{List, ListDays, Retention};

/// As the list's page shows it: days by the calendar of the list's country.
pub struct Shown {
    pub expires: String,
    pub erase: String,
    /// When all of it was erased.
    pub erased: Option<String>,
    /// Until when evidence of a consent that is used today must be kept, where that is later.
    pub evidence: Option<String>,
}

#[derive(Deserialize)]
pub struct Days {
    #[serde(default)]
    expires: String,
    #[serde(default)]
    erase: String,
}

pub fn shown(there: &List, days: &Retention, law: &Law, today: Date, words: &Words) -> Shown {
    let ListDays { last, erase } = days.days(&zone_of(there));
    let text = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let evidence = law
        .retention(Kept::Consent)
        .and_then(|kept| Span::new().try_months(kept.months).ok())
        .and_then(|months| today.checked_add(months).ok())
        .filter(|until| erase.is_some_and(|erase| erase < *until));
    Shown {
        expires: text(last),
        erase: text(erase),
        erased: days.erased_at.map(|at| words.moment(at)),
        evidence: evidence.map(|until| words.day(until)),
    }
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Form(days): Form<Days>,
) -> Result<Redirect, Failure> {
    let words = &visitor.words;
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        text => text
            .parse::<Date>()
            .map(Some)
            .map_err(|_| Failure::Bad(words.t("retention-no-day"))),
    };
    let days = ListDays {
        last: day(&days.expires)?,
        erase: day(&days.erase)?,
    };
    if !days.are_in_order() {
        return Err(Failure::Bad(words.t("retention-too-early")));
    }
    app.ask(move |store| {
        let there = list(store, id)?;
        store.set_list_days(there.id, days, &zone_of(&there))?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see(&format!("/lists/{id}")))
}

/// The calendar a list's days are told by.
pub fn zone_of(there: &List) -> Zone {
    let country = there.country.parse::<Country>().ok();
    country
        .and_then(|country| country.zone().parse().ok())
        .unwrap_or(Zone::UTC)
}
