//! Who may be called for what, on which ground, from when to when.

use super::*;
use crate::consent::{Basis, Consent};

struct Case {
    law: Law,
    kind: ContactKind,
    purpose: Purpose,
}

impl Case {
    fn of(letters: &str, kind: ContactKind, purpose: Purpose) -> Self {
        let law = country(letters);
        Self { law, kind, purpose }
    }

    /// The basis that answers, `free` where none is asked for, or the rule in the way.
    fn on(&self, day: &str, own: Option<&Consent>, lists: Option<&Consent>, used: bool) -> String {
        let asked = Asked {
            on: day.parse().unwrap(),
            kind: self.kind,
            purpose: self.purpose,
            grounds: [own, lists],
            used,
        };
        match self.law.ground(&asked) {
            Ok(Some(consent)) => consent.basis.to_string(),
            Ok(None) => "free".to_owned(),
            Err(rule) => rule.id().to_owned(),
        }
    }

    fn with(&self, day: &str, basis: Basis, given: &str) -> String {
        let consent = Consent::given(basis, given.parse().unwrap());
        self.on(day, Some(&consent), None, false)
    }
}

#[test]
fn the_dutch_customer_exception_ends_but_not_for_all() {
    for kind in [Consumer, SoleTrader] {
        let sales = Case::of("NL", kind, Purpose::Sales);
        let customer = |day| sales.with(day, Basis::Customer, "2025-05-01");
        assert_eq!(customer("2026-06-30"), "customer");
        assert_eq!(customer("2026-07-01"), "nl.consent.natural_persons");
        assert_eq!(sales.on("2021-06-30", None, None, false), "free");
        assert_eq!(
            sales.on("2021-07-01", None, None, false),
            "nl.consent.natural_persons"
        );
        for purpose in [Purpose::Charity, Purpose::CharityLottery, Purpose::Press] {
            let exempt = Case::of("NL", kind, purpose);
            let customer = |day| exempt.with(day, Basis::Customer, "2025-05-01");
            assert_eq!(customer("2026-07-01"), "customer");
            assert_eq!(
                exempt.on("2026-07-01", None, None, false),
                "nl.consent.charity_and_press"
            );
            // Three years after the end they are customers no more.
            assert_eq!(customer("2028-05-01"), "customer");
            assert_eq!(customer("2028-05-02"), "nl.consent_term.former_customer");
        }
    }
    let company = Case::of("NL", Company, Purpose::Sales);
    assert_eq!(company.on("2026-08-01", None, None, false), "free");
    for purpose in [Purpose::Research, Purpose::Service] {
        let case = Case::of("NL", Consumer, purpose);
        assert_eq!(case.on("2026-08-01", None, None, false), "free");
    }
}

#[test]
fn a_dutch_consent_is_used_within_six_months_or_says_otherwise() {
    let sales = Case::of("NL", Consumer, Purpose::Sales);
    let mut consent = Consent::given(Basis::Consent, date(2026, 1, 31));
    let on = |day, consent: &Consent, used| sales.on(day, Some(consent), None, used);
    assert_eq!(on("2026-07-31", &consent, false), "consent");
    assert_eq!(
        on("2026-08-01", &consent, false),
        "nl.consent_term.first_call"
    );
    assert_eq!(on("2027-08-01", &consent, true), "consent");
    consent.until = Some(date(2026, 12, 31));
    assert_eq!(on("2026-12-31", &consent, false), "consent");
    assert_eq!(
        on("2027-01-01", &consent, true),
        "nl.consent.natural_persons"
    );
    consent.withdrawn_on = Some(date(2026, 3, 1));
    assert_eq!(
        on("2026-03-01", &consent, true),
        "nl.consent.natural_persons"
    );
}

#[test]
fn what_the_whole_list_brings_counts_for_whoever_brings_nothing() {
    let sales = Case::of("NL", Consumer, Purpose::Sales);
    let lists = Consent::given(Basis::Consent, date(2026, 8, 1));
    assert_eq!(sales.on("2026-09-01", None, Some(&lists), false), "consent");
    let own = Consent::given(Basis::Customer, date(2026, 8, 1));
    assert_eq!(
        sales.on("2026-09-01", Some(&own), Some(&lists), false),
        "consent"
    );
}

#[test]
fn other_countries_ask_for_other_grounds() {
    let german = Case::of("DE", Consumer, Purpose::Sales);
    assert_eq!(
        german.with("2026-08-01", Basis::Customer, "2026-07-01"),
        "de.consent.consumers"
    );
    assert_eq!(
        german.with("2026-08-01", Basis::Consent, "2020-07-01"),
        "consent"
    );
    let trader = Case::of("DE", SoleTrader, Purpose::Sales);
    assert_eq!(trader.on("2026-08-01", None, None, false), "free");

    let swiss = Case::of("CH", Consumer, Purpose::Sales);
    assert_eq!(
        swiss.on("2026-08-01", None, None, false),
        "ch.consent.directory"
    );
    assert_eq!(
        swiss.with("2026-08-01", Basis::Directory, "2026-07-01"),
        "directory"
    );
    assert_eq!(
        swiss.with("2026-08-01", Basis::Directory, "2026-01-01"),
        "ch.consent_term.directory"
    );
    for letters in ["HU", "GB", "US"] {
        let case = Case::of(letters, Consumer, Purpose::Sales);
        assert_eq!(
            case.on("2026-08-01", None, None, false),
            "free",
            "{letters}"
        );
    }
}
