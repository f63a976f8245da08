//! What a jurisdiction file says when it is wrong.

use super::*;

const ALL_WRONG: &str = r#"country = "nl"
zone = "Europe/Amsterdm"
colour = "red"

[[hours]]
id = "Work day"
text = ""
days = "mo-fri"
open = "22:00"
close = "9:00"
kinds = ["firm"]
from = "2012-01-01"
source = "ours"
certain = true

[[closed]]
id = "none"
text = "Nothing"
source = "ours"
certain = true

[[cutoff]]
id = "feb"
text = "No such day"
on = "02-30"
close = 18
from = 2026-02-01
until = 2026-01-01
source = "x"
certain = false

[[holiday]]
id = "easter"
text = "Easter"
on = "easter+1"
if_sunday = 1
source = "x"
certain = "yes"

[[min_gap]]
minutes = 0
text = "gap"
source = "x"
certain = false

[[ring]]
text = "ring"
min_seconds = 20
max_seconds = 15
source = "x"
certain = false

[ring2]
"#;

#[test]
fn every_problem_is_reported_with_its_line() {
    let problems = Law::parse(ALL_WRONG, "nl.toml").unwrap_err();
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    nl.toml, line 1, country: not a country; write its two capital letters, such as "NL"
    nl.toml, line 1: `version` is missing; add `version = …`
    nl.toml, line 2, zone: `Europe/Amsterdm` is not a time zone: write an IANA name such as `Europe/Amsterdam` or `UTC`
    nl.toml, line 3, colour: this key is not known; write one of country, version, zone, hours, closed, cutoff, holiday, min_gap, dials_per_day, ring, abandoned_message, dials_per_period, scrub, quarantine, abandonment, caller_id, recording, retention, consent, consent_term
    nl.toml, line 5, hours: the hours end before they begin; write the earlier time as `open`
    nl.toml, line 6, hours, id: no plain name; write small letters, digits and `_` only
    nl.toml, line 7, hours, text: not a text; write some words in quotes
    nl.toml, line 8, hours, days: `fri` is not a weekday: write mo, tu, we, th, fr, sa, su, or a range such as mo-fr
    nl.toml, line 11, hours, kinds: no kinds of contact; list "consumer", "sole_trader", "company"
    nl.toml, line 12, hours, from: not a date; write it without quotes, such as 2026-07-01
    nl.toml, line 16, closed.none: our own figure cannot be certain; write `certain = false`, or name the source
    nl.toml, line 16, closed.none: the rule closes no day; write `days = "su"`, `holidays = true` or both
    nl.toml, line 22, cutoff.feb: the rule ends before it begins; write the first day as `from`, the last as `until`
    nl.toml, line 25, cutoff.feb, on: not a day of the year; write month and day, "12-24", or "easter+39", or "last mo 05"
    nl.toml, line 26, cutoff.feb, close: not a time of day; write it in quotes, such as "18:30"
    nl.toml, line 32, holiday.easter: a day that moves with Easter or is counted keeps its weekday; leave `if_saturday` and `if_sunday` out
    nl.toml, line 38, holiday.easter, certain: neither true nor false; write true or false
    nl.toml, line 41, min_gap, minutes: not a count; write a whole number, 1 or more
    nl.toml, line 46, ring: it must ring longer than it may; raise `max_seconds`
    nl.toml, line 53, ring2: this key is not known; write one of country, version, zone, hours, closed, cutoff, holiday, min_gap, dials_per_day, ring, abandoned_message, dials_per_period, scrub, quarantine, abandonment, caller_id, recording, retention, consent, consent_term
    "#);
}

#[test]
fn a_file_that_is_no_toml_names_all_its_lines() {
    let problems = Law::parse("country = \nversion = '1'\nzone = = 'UTC'\n", "x.toml").unwrap_err();
    let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [Some(1), Some(3)]);
    assert_eq!(Law::parse("", "x.toml").unwrap_err().len(), 3);
}

#[test]
fn a_figure_may_change_on_a_day() {
    let text = "country = 'NL'\nversion = '1'\nzone = 'UTC'\n\
                [[min_gap]]\nminutes = 10\nuntil = 2026-06-30\ntext = 'a'\nsource = 'x'\ncertain = true\n\
                [[min_gap]]\nminutes = 60\nfrom = 2026-07-01\ntext = 'b'\nsource = 'x'\ncertain = true";
    let law = Law::parse(text, "gap.toml").unwrap();
    let gap = |day| law.min_gap(day).unwrap().value.as_mins();
    assert_eq!((gap(date(2026, 6, 30)), gap(date(2026, 7, 1))), (10, 60));
    let overlapping = text.replace("06-30", "07-01");
    let problems = Law::parse(&overlapping, "gap.toml").unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, Some(10));
    assert!(problems[0].wrong.contains("same days"));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}", key in "[a-z]{1,8}") {
        let _ = Law::parse(&text, "any.toml");
        let value = text.replace(['"', '\\'], "");
        let _ = Law::parse(&format!("{key} = \"{value}\"\n[[hours]]\nopen = \"{value}\""), "any.toml");
    }
}

const DUTIES_WRONG: &str = r#"
country = "NL"
version = "test"
zone = "Europe/Amsterdam"

[[consent]]
id = "a"
text = "A"
purposes = ["fun"]
bases = []
source = "x"
certain = true

[[consent_term]]
id = "b"
text = "B"
basis = "friend"
months = 0
source = "x"
certain = true

[[scrub]]
id = "c"
text = "C"
register = "The Register"
days = -1
source = "x"
certain = true

[[abandonment]]
text = "D"
per_mille = 1000
hours = 24
of = "agent"
source = "x"
certain = true

[[retention]]
id = "e"
text = "E"
of = "letters"
months = 12
source = "x"
certain = true

[[holiday]]
id = "f"
text = "F"
on = "fifth mo 05"
source = "x"
certain = true

[[holiday]]
id = "g"
text = "G"
on = "last mo-fr 05"
source = "x"
certain = true
"#;

#[test]
fn grounds_and_duties_are_checked_too() {
    let problems = Law::parse(DUTIES_WRONG, "nl.toml").unwrap_err();
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(shown.join("\n"), @r#"
    nl.toml, line 9, consent.a, purposes: not purposes in a list; write "sales", "charity", "charity_lottery", "press", "research", "service"
    nl.toml, line 10, consent.a, bases: not grounds in a list; write "consent", "customer", "directory"
    nl.toml, line 17, consent_term.b, basis: not a ground; write "consent", "customer", "directory"
    nl.toml, line 18, consent_term.b, months: not a count; write a whole number, 1 or more
    nl.toml, line 25, scrub.c, register: no plain name; write small letters, digits and `_` only
    nl.toml, line 26, scrub.c, days: not a count; write a whole number, 1 or more
    nl.toml, line 32, abandonment, per_mille: no share of a thousand; write 30 for three per cent
    nl.toml, line 34, abandonment, of: not what is measured; write "campaign", "centre"
    nl.toml, line 41, retention.e, of: not what is kept; write "consent", "attempts", "recordings"
    nl.toml, line 49, holiday.f, on: not a day of the year; write month and day, "12-24", or "easter+39", or "last mo 05"
    nl.toml, line 56, holiday.g, on: not a day of the year; write month and day, "12-24", or "easter+39", or "last mo 05"
    "#);
}
