//! A file that is changed keeps what its author wrote beside the values.

use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use engine::catalogue::CatalogueFile;
use engine::{Catalogue, Code};

fn read(text: &str) -> CatalogueFile {
    Catalogue::examine(text, &[]).file.unwrap()
}

/// The lines that are only in one of the two texts.
fn changed(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let only = |one: &str, other: &str| {
        let known: Vec<&str> = other.lines().collect();
        let lines = one.lines().filter(|line| !known.contains(line));
        lines.map(str::to_owned).collect()
    };
    (only(before, after), only(after, before))
}

#[test]
fn nothing_changed_is_the_same_to_the_letter() {
    for text in [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC] {
        assert_eq!(read(text).write_over(text), text);
    }
}

#[test]
fn one_value_changes_one_line_and_the_marks_beside_the_others_stay() {
    let mut file = read(CONTACT_EXPERT);
    let mut causes = file.causes.iter_mut();
    let machine = causes.find(|cause| cause.code.as_str() == "2").unwrap();
    machine.retry.as_mut().unwrap().after = "PT30M".parse().unwrap();
    let text = file.write_over(CONTACT_EXPERT);
    assert_eq!(read(&text), file);
    let (gone, new) = changed(CONTACT_EXPERT, &text);
    assert_eq!(gone, ["retry = { after = \"PT4H\", most = 5 }  # ours"]);
    assert_eq!(new.len(), 1);
    assert!(new[0].contains("PT30M") && !new[0].contains("ours"));
}

#[test]
fn codes_come_and_go_and_fields_appear() {
    let mut file = read(CALLPRO);
    file.version = 1000;
    let mut extra = file.dispositions[3].clone();
    extra.code = Code::new("999");
    file.dispositions.push(extra);
    file.dispositions.retain(|code| code.code.as_str() != "431");
    file.dispositions[0].order = Some(4);
    file.limits.total = 40;
    let text = file.write_over(CALLPRO);
    assert_eq!(read(&text), file);
    let (gone, new) = changed(CALLPRO, &text);
    assert!(gone.iter().any(|line| line.contains("\"431\"")));
    assert!(new.contains(&"order = 4".to_owned()));
    assert!(new.contains(&"code = \"999\"".to_owned()));
    assert!(text.matches("# ours").count() + 1 >= CALLPRO.matches("# ours").count());
}

#[test]
fn values_over_several_lines_stay_or_are_written_anew() {
    let text = CALLPRO.replace(
        "on = [\"line.busy\"]",
        "on = [\n  \"line.busy\", # engaged\n]",
    );
    assert_ne!(text, CALLPRO);
    let mut file = read(&text);
    assert_eq!(file.write_over(&text), text);
    let mut codes = file.dispositions.iter_mut();
    codes
        .find(|code| code.code.as_str() == "130")
        .unwrap()
        .max_run = 4;
    let again = file.write_over(&text);
    assert_eq!(read(&again), file);
    assert!(again.contains("# engaged"));
}
