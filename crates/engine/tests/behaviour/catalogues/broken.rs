//! Catalogues that may not be used: every problem at once, each with its place and remedy.

use crate::support::rulebook::CALLPRO;
use engine::Catalogue;

/// The shipped catalogue with some texts replaced, and what is said of it: line by line
/// `code field: text`.
fn problems(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = CALLPRO.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "`{from}` is not in the catalogue");
        text = text.replacen(from, to, 1);
    }
    let problems = Catalogue::parse(&text).unwrap_err();
    for problem in &problems {
        assert!(!problem.remedy.is_empty(), "{problem}");
        let line = problem.line.map(|line| text.lines().nth(line - 1).unwrap());
        // The line is that of the field, or the head of the record that lacks it.
        if let Some(line) = line.filter(|_| problem.field != "file") {
            let mut parts = problem.field.split('.');
            let head = line.starts_with("[[") || parts.any(|part| line.contains(part));
            assert!(head, "{problem} points at `{line}`");
        }
    }
    let say = |problem: &engine::catalogue::CatalogueProblem| {
        format!("{} {}: {}", problem.code, problem.field, problem.text)
    };
    problems.iter().map(say).collect()
}

/// What is replaced, by what, and what is said of it.
const RULES: [(&str, &str, &str); 19] = [
    (
        "on = [\"optout_ivr\"]",
        "final_for = \"number\"\non = [\"optout_ivr\"]",
        "012 kind: answers `optout_ivr` and leaves the contact open",
    ),
    (
        "actions = [\"mail\"]",
        "pop_up = false\nactions = [\"mail\"]",
        "611 pop_up: sends an e-mail and opens no screen",
    ),
    (
        "on = [\"line.congested\"]",
        "on = []",
        " on: no disposition answers `line.congested`",
    ),
    (
        "code = \"065\"",
        "code = \"064\"",
        "064 code: `064` is already that of `064`",
    ),
    (
        "own_language = \"nl\"",
        "own_language = \"fr\"",
        " own_language: `fr` is not among the languages",
    ),
    (
        "meaning = \"unreached.line.never_rang\"",
        "meaning = \"nowhere\"",
        "065 meaning: `nowhere` is not a node of the meaning tree",
    ),
    (
        "meaning = \"unreached.line.failed\"",
        "meaning = \"unreached.line.refused\"",
        "063 meaning: `unreached.line.refused` is already that of `062`",
    ),
    (
        "on = [\"line.busy\"]",
        "on = [\"line.busi\"]",
        " on: no disposition answers `line.busy`|130 on: `line.busi` is not a trigger",
    ),
    (
        "on = [\"line.busy\"]",
        "on = [\"line.no_answer\"]",
        " on: no disposition answers `line.busy`|130 on: `line.no_answer` is already that of `120`",
    ),
    (
        "priority = 160",
        "priority = 76",
        "140 priority: 76 lies outside its band",
    ),
    (
        "nl = \"In gesprek\", ",
        "",
        "130 label: has no label in `nl`",
    ),
    (
        "follow_up = { expression = \"TimeAdd=4h\" }",
        "",
        "140 follow_up: a contact would be due again at once, for ever",
    ),
    (
        "revive_on = ",
        "roster = \"change\"\nrevive_on = ",
        "330 roster: `change` and `roster_lines` belong together",
    ),
    (
        "hotkey = \"b\"",
        "hotkey = \"n\"",
        "130 hotkey: `n` is already that of `120`",
    ),
    (
        "group = \"1\"",
        "group = \"one\"",
        "120 group: `one` is not a group of this catalogue",
    ),
    (
        "credit = { client = 0, agent = 0 }",
        "credit = { client = 2, agent = 0 }",
        "000 credit.client: 2 is no credit",
    ),
    (
        "priority = 225\nsticky",
        "contact_priority = 5\npriority = 225\nsticky",
        "010 contact_priority: only 1, 3, 4 and 6 exist",
    ),
    (
        "extent = \"everywhere\" }",
        "extent = \"everywhere\", until = \"soon\" }",
        "012 suppress.until: `soon` is not a period",
    ),
    (
        "on = [\"optout_ivr\"]",
        "kind_on = { optout_ivr = \"suspended\" }\non = [\"optout_ivr\"]",
        "012 kind: answers `optout_ivr` and leaves the contact open",
    ),
];

#[test]
fn each_rule_has_its_own_words() {
    for (from, to, expected) in RULES {
        let said = problems(&[(from, to)]);
        let expected: Vec<&str> = expected.split('|').collect();
        assert_eq!(said.len(), expected.len(), "{said:?}");
        for (one, expected) in said.iter().zip(expected) {
            assert!(one.starts_with(expected), "{to}: {one}");
        }
    }
}

#[test]
fn a_field_of_the_wrong_shape_names_itself() {
    for (from, to, field) in [
        ("priority = 150", "priority = \"high\"", "000 priority"),
        ("priority = 150", "priority = 300", "000 priority"),
        ("kind = \"new\"", "kind = \"fresh\"", "000 kind"),
        ("priority = 150", "priorty = 150", "000 priorty"),
        ("kind = \"new\"\n", "", "000 kind"),
        ("version = 2", "version = \"one\"", " version"),
        ("version = 2\n", "", " version"),
        ("TimeAdd=15m", "TimeAdd=15x", "064 follow_up.expression"),
        ("cold_count = 8", "cold_count = -8", " limits.cold_count"),
    ] {
        let said = problems(&[(from, to)]);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with(&format!("{field}: ")), "{said:?}");
    }
}

#[test]
fn all_problems_at_once() {
    let said = problems(&[
        ("kind = \"new\"", "kind = \"fresh\"\nhotkeys = \"n\""),
        ("code = \"061\"\n", ""),
        ("on = [\"line.refused\"]", "on = \"line.refused\""),
        (
            "meaning = \"unreached.line.failed\"",
            "meaning = \"nowhere\"",
        ),
        ("priority = 160", "priority = 76"),
        ("group = \"7\"", "group = \"seven\""),
    ]);
    let starts = [
        "000 kind: ",
        "000 hotkeys: ",
        " code: ",
        "062 on: ",
        "063 meaning: ",
        "140 priority: ",
        "700 group: ",
    ];
    assert_eq!(said.len(), starts.len(), "{said:#?}");
    for (said, start) in said.iter().zip(starts) {
        assert!(said.starts_with(start), "{said}, not {start}");
    }
}

#[test]
fn broken_syntax_is_told_by_line() {
    let problems = Catalogue::parse("name = \"x\"\nversion = = 1\ntitle 5\n").unwrap_err();
    let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
    assert!(
        lines.contains(&Some(2)) && lines.contains(&Some(3)),
        "{lines:?}"
    );
}

#[test]
fn nothing_at_all_is_refused_with_words() {
    for text in [
        "",
        "disposition = 5",
        "[[disposition]]",
        "[disposition]\ncode = 1",
    ] {
        assert!(!Catalogue::parse(text).unwrap_err().is_empty(), "`{text}`");
    }
}
