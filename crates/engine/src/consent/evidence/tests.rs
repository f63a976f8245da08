//! What fields say, and what is missing.

use super::*;
use jiff::civil::date;

fn read(fields: &[(&str, &'static str)]) -> (Option<Consent>, Vec<&'static str>) {
    let find = |name| fields.iter().find(|(known, _)| *known == name);
    let (consent, problems) = Consent::in_fields(|name| find(name).map(|(_, text)| *text));
    (consent, problems.iter().map(|it| it.field).collect())
}

#[test]
fn an_opt_in_has_a_day_and_a_source() {
    let source = ("optin_source", "web form");
    let given = Consent::given(Basis::Consent, date(2026, 1, 5));
    let expected = (Some(given.clone()), vec![]);
    assert_eq!(read(&[source, ("optin_date", " 2026-01-05 ")]), expected);
    let described = ("optin_description", "on paper at the fair");
    assert_eq!(read(&[described, ("optin_date", "2026-01-05")]), expected);
    assert_eq!(read(&[("name", "Ada")]), (None, vec![]));
    assert_eq!(read(&[("optin_date", "")]), (None, vec![]));
    assert_eq!(read(&[source]), (None, vec!["optin_date"]));
    assert_eq!(
        read(&[("optin_date", "5-1-2026")]),
        (None, vec!["optin_date", "optin_source"])
    );
}

#[test]
fn another_ground_a_term_and_a_withdrawal() {
    let fields = [
        ("optin_basis", "customer"),
        ("optin_source", "contract"),
        ("optin_date", "2025-01-05"),
        ("optin_until", "2026-12-31"),
        ("optin_withdrawn", "2026-03-01"),
    ];
    let (consent, problems) = read(&fields);
    assert_eq!(problems, Vec::<&str>::new());
    let consent = consent.unwrap();
    assert_eq!(
        (consent.basis, consent.until),
        (Basis::Customer, Some(date(2026, 12, 31)))
    );
    assert_eq!(consent.withdrawn_on, Some(date(2026, 3, 1)));
    let wrong = [
        ("optin_basis", "friend"),
        ("optin_until", "soon"),
        ("optin_withdrawn", "?"),
    ];
    assert_eq!(
        read(&wrong).1,
        [
            "optin_until",
            "optin_withdrawn",
            "optin_basis",
            "optin_date",
            "optin_source"
        ]
    );
}

#[test]
fn what_is_proved_may_still_not_count() {
    let mut consent = Consent::given(Basis::Consent, date(2026, 3, 1));
    let doubt = |consent: &Consent, today| consent.doubt(today).map(|doubt| doubt.field);
    assert_eq!(doubt(&consent, date(2026, 3, 1)), None);
    assert_eq!(doubt(&consent, date(2026, 2, 28)), Some("optin_date"));
    consent.until = Some(date(2026, 2, 1));
    assert_eq!(doubt(&consent, date(2026, 3, 1)), Some("optin_until"));
}
