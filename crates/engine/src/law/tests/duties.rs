//! Registers, abandoned calls, numbers to be shown, terms of keeping.

use super::*;

#[test]
fn registers_and_how_old_a_look_into_them_may_be() {
    let table = [
        ("NL", date(2021, 6, 30), Consumer, Some(("bel_me_niet", 28))),
        ("NL", date(2021, 7, 1), Consumer, None),
        ("GB", date(2026, 1, 1), Consumer, Some(("tps", 28))),
        ("GB", date(2026, 1, 1), Company, Some(("ctps", 28))),
        ("US", date(2026, 1, 1), Consumer, Some(("national_dnc", 31))),
        ("US", date(2026, 1, 1), Company, None),
        ("HU", date(2026, 1, 1), Consumer, Some(("directory", 90))),
        ("DE", date(2026, 1, 1), Consumer, None),
    ];
    for (letters, on, kind, expected) in table {
        let law = country(letters);
        let scrub = law.scrub(on, kind, Purpose::Sales);
        let found = scrub.map(|scrub| (scrub.register.as_str(), scrub.days));
        assert_eq!(found, expected, "{letters} {on} {kind}");
        assert_eq!(law.scrub(on, kind, Purpose::Service), None, "{letters}");
    }
}

#[test]
fn three_of_a_hundred() {
    for (letters, hours) in [("GB", 24), ("US", 720), ("NL", 24)] {
        let law = country(letters);
        let ceiling = law.abandonment(date(2026, 8, 1)).unwrap().value;
        assert_eq!(ceiling.window, SignedDuration::from_hours(hours));
        assert_eq!(ceiling.of, AbandonedOf::Campaign);
        // Of 100 answered calls the third may be abandoned, not the fourth.
        assert!(!ceiling.is_used_up(2, 97));
        assert!(ceiling.is_used_up(3, 96));
        assert!(!ceiling.is_used_up(3, 130));
        // Where nobody has answered yet there is nothing to spend.
        assert!(ceiling.is_used_up(0, 0));
        assert!(!ceiling.is_used_up(0, 33));
    }
}

#[test]
fn evidence_is_kept_from_grant_and_from_use() {
    let german = country("DE");
    let kept = german.retention(Kept::Consent).unwrap();
    assert_eq!((kept.months, kept.from_use), (60, true));
    assert_eq!(kept.rule.id(), "de.retention.consent");
    assert_eq!(german.retention(Kept::Recordings), None);
    let dutch = country("NL");
    let shown = dutch.caller_id(date(2026, 8, 1)).unwrap().value;
    assert_eq!((shown.shown, shown.answered_months), (true, Some(6)));
    assert_eq!(dutch.caller_id(date(2024, 2, 29)), None);
    let rests = dutch.quarantine(date(2026, 8, 1)).unwrap().value;
    assert_eq!(rests, SignedDuration::from_hours(72));
}
