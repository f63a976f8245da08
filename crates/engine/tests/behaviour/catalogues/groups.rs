//! What a product lets its users do in each of its groups, and not.

use crate::support::rulebook::CALLMONKEY;
use engine::Catalogue;

/// A code that fits into any group.
fn with(code: &str, group: &str, rest: &str) -> String {
    format!(
        "{CALLMONKEY}\n[[disposition]]\ncode = \"{code}\"\nlabel = {{ nl = \"a\", en = \"b\", de = \"c\", hu = \"d\" }}\ngroup = \"{group}\"\n{rest}\nreport_column = \"drop_out\"\n"
    )
}

/// `code field` of each problem.
fn wrong(text: &str) -> Vec<String> {
    let problems = Catalogue::examine(text, &[]).problems;
    assert!(problems.iter().all(|one| one.line.is_some()));
    problems
        .iter()
        .map(|one| format!("{} {}", one.code, one.field))
        .collect()
}

const LOST: &str = "meaning = \"refusal.offer.conversation\"\nkind = \"final\"";

#[test]
fn what_is_won_or_lost_takes_no_codes_of_ones_own() {
    let agent = format!("{LOST}\nset_by = [\"agent\"]");
    assert_eq!(wrong(&with("7/extra", "7", &agent)), ["7/extra group"]);
    assert!(wrong(&with("3/extra", "3", &agent)).is_empty());
    // Those it has are adjusted as anybody likes.
    let text = CALLMONKEY.replace("nl = \"Order\"", "nl = \"Bestelling\"");
    assert!(wrong(&text).is_empty());
}

#[test]
fn an_open_code_is_set_by_imports_only() {
    let kind = "meaning = \"new.assigned\"\nkind = \"new\"";
    let text = CALLMONKEY.replacen(
        "set_by = [\"import\", \"update\", \"system\"]\nsystem",
        "set_by = [\"import\", \"agent\"]\nsystem",
        1,
    );
    assert_ne!(text, CALLMONKEY);
    assert_eq!(wrong(&text), ["1/open set_by"]);
    let agents = format!("{LOST}\nset_by = [\"agent\"]");
    assert_eq!(wrong(&with("1/fair", "1", &agents)), ["1/fair set_by"]);
    let imports = format!("{kind}\nset_by = [\"import\"]");
    assert!(wrong(&with("1/fair", "1", &imports)).is_empty());
}

#[test]
fn a_callback_says_how_near_the_right_person_was_though_no_other_does() {
    let mut text = CALLMONKEY.to_owned();
    for figure in [1, 3, 4, 6] {
        text = text.replace(&format!("contact_priority = {figure}\n"), "");
    }
    let said = wrong(&text);
    assert_eq!(said.len(), 9, "{said:?}");
    assert!(
        said.iter()
            .all(|one| one.starts_with("4.") && one.ends_with("contact_priority"))
    );
}

#[test]
fn no_group_stands_twice() {
    let text = CALLMONKEY.replacen("key = \"2\"", "key = \"1\"", 1);
    let problems = Catalogue::examine(&text, &[]).problems;
    assert!(
        problems
            .iter()
            .any(|one| one.reason == "group-twice" && one.line.is_some())
    );
}
