//! A catalogue written as a file and read again is the same catalogue.

use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use engine::catalogue::{Catalogue, CatalogueFile};

fn read(text: &str) -> CatalogueFile {
    Catalogue::parse(text)
        .unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
        .file()
        .clone()
}

#[test]
fn no_value_of_the_shipped_catalogues_is_lost() {
    for text in [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC] {
        let file = read(text);
        let written = file.write();
        assert_eq!(read(&written), file);
        assert_eq!(read(&written).write(), written, "the same text again");
    }
}

#[test]
fn texts_that_need_quoting_and_every_field_come_back() {
    let mut file = read(CALLPRO);
    let first = &mut file.dispositions[0];
    first
        .label
        .insert("en".into(), "say \"so\",\n= {\\ é".into());
    first.name = Some("it's".into());
    first.max_run = 3;
    first.former.insert("nl".into(), vec!["oud, nieuw".into()]);
    let callback = file
        .dispositions
        .iter_mut()
        .find(|code| code.code.as_str() == "300");
    let callback = callback.unwrap();
    callback.follow_up = Some(engine::callback::FollowUp {
        min: Some("TimeAdd=1h".parse().unwrap()),
        max: Some("DateAdd=2m".parse().unwrap()),
        initial: Some("DateAdd=1d, Time=9:00, CallBackDays=62".parse().unwrap()),
        ..callback.follow_up.unwrap()
    });
    assert_eq!(read(&file.write()), file);
}

#[test]
fn a_file_reads_like_one_that_people_write() {
    let text = read(CALLPRO).write();
    let busy = text
        .split("[[disposition]]\n")
        .find(|one| one.starts_with("code = \"130\""));
    insta::assert_snapshot!(busy.unwrap());
}
