//! A file goes into a list, step by step, without script.

use crate::handing_in::empty;
use crate::house::{Centre, Desk};
use ::import::{Handling, Order, Outlook, Source, run};
use lists::{Country, Definition};
use std::sync::atomic::AtomicBool;
use store::{Mode, Upload, UploadNews, UploadState};

const SPRING: &[u8] = include_bytes!("../../../../demo/bellijst-voorjaar.csv");
const SMALL: &[u8] =
    b"Klantnr;Naam;Telefoon\nK1;Jansen;+49 30 23125 001\nK2;De Vries;+49 30 23125 014\nK3;Bakker;\n";

/// A list whose numbers are read as in the Netherlands.
fn rows(from: u32, to: u32) -> Vec<u8> {
    let mut text = "Klantnr;Naam;Telefoon\n".to_owned();
    for n in from..to {
        text.push_str(&format!("K{n};Persoon {n};+49 30 23125 {n:03}\n"));
    }
    text.into_bytes()
}

#[test]
fn the_demo_s_list_from_the_file_to_the_result_and_back() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "bellijst-voorjaar.csv", SPRING);
    centre
        .get(&sue, &path)
        .is(200)
        .says("windows-1252")
        .says("10,401")
        .says("semicolon")
        .says("Telefoon → telephone");
    let list = centre.list.0.to_string();
    let form = [("list", list.as_str()), ("then", "columns")];
    let answer = centre.post_plainly(&sue, &path, &form);
    answer.is(303);
    assert_eq!(answer.location, format!("{path}/columns"));
    centre
        .get(&sue, &answer.location)
        .is(200)
        .says("value=\"phone_2\"")
        .says("closed with code 230");
    let (upload, outlook) = check_of_spring(&centre, &sue, &path);
    let import = centre.imported(&sue, &path);
    let there = centre.store.import(import).unwrap();
    assert_eq!(
        there.counts, outlook.counts,
        "the check judges as the import does"
    );
    assert_eq!(there.file, "bellijst-voorjaar.csv");
    let problems = centre.store.import_problems(import).unwrap();
    assert_eq!(problems.len() as u64, outlook.problems);
    centre.is_swept(&upload.stored);
    result_and_undo(&centre, &sue, &path, import);
}

fn check_of_spring(centre: &Centre, sue: &Desk, path: &str) -> (Upload, Outlook) {
    let upload = centre.checked(sue, path, &[]);
    assert_eq!(upload.state, UploadState::Checked, "{:?}", upload.problem);
    let imports = centre.store.imports(centre.list).unwrap();
    assert_eq!(imports.len(), 1, "the check writes nothing");
    let outlook: Outlook = serde_json::from_str(upload.outlook.as_deref().unwrap()).unwrap();
    let counts = outlook.counts;
    assert_eq!(
        (counts.rows, counts.imported, counts.rejected),
        (10_401, 10_048, 353)
    );
    let other = outlook.kinds.get(&::import::ProblemKind::Other);
    assert_eq!(other, None, "every sentence has its kind");
    centre
        .get(sue, &format!("{path}/check"))
        .is(200)
        .says("10,048")
        .says("Duplicate in the file");
    centre
        .get(sue, &format!("{path}/problems"))
        .is(200)
        .says("Line;Column;Value");
    centre
        .get(sue, &format!("{path}/confirm"))
        .is(200)
        .says("10,048 contacts will be imported into Hotleads, 353 rejected.")
        .says("Import 10,048 contacts");
    (upload, outlook)
}

fn result_and_undo(centre: &Centre, sue: &Desk, path: &str, import: i64) {
    let list = centre.list.0;
    let result = format!("/lists/{list}/imports/{import}");
    let running = centre.get(sue, &format!("{path}/running"));
    assert_eq!(running.is(303).location, result);
    centre
        .get(sue, &result)
        .is(200)
        .says("10,048 contacts were imported, 353 rejected.");
    centre
        .get(sue, &format!("{result}/problems"))
        .is(200)
        .says("Duplicate in the file");
    centre
        .get(sue, &format!("{result}/undo"))
        .is(200)
        .says("10,048 contacts that nobody has worked on vanish");
    centre
        .post_plainly(sue, &format!("{result}/undo"), &[])
        .is(303);
    assert_eq!(centre.store.import(import).unwrap().state, "undone");
    centre.get(sue, &format!("{result}/undo")).is(409);
    centre
        .post_plainly(sue, &format!("{result}/undo"), &[])
        .is(409);
}

#[test]
fn the_next_file_of_the_same_header_is_described_by_itself() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "a.csv", SMALL);
    let form = [
        ("name-1", "whole_name"),
        ("required-1", "on"),
        ("invalid", "reject"),
    ];
    centre.checked(&sue, &path, &form);
    centre.imported(&sue, &path);
    let fields = centre.store.list(centre.list).unwrap().unwrap().fields;
    assert!(fields.iter().any(|field| field.name == "whole_name"));
    let path = centre.upload(&sue, "b.csv", SMALL);
    centre
        .get(&sue, &format!("{path}/columns"))
        .is(200)
        .says("Described like the last file")
        .says("value=\"whole_name\"");
    let upload = centre.checked(&sue, &path, &[("required-1", "on")]);
    let outlook: Outlook = serde_json::from_str(upload.outlook.as_deref().unwrap()).unwrap();
    assert_eq!(outlook.counts.duplicate, 2, "both stand in the list");
    assert_eq!(
        outlook.counts.rejected, 1,
        "what was chosen for rows without number holds"
    );
}

#[test]
fn going_back_keeps_what_was_chosen_and_a_wrong_form_what_was_typed() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "a.csv", SMALL);
    let columns = format!("{path}/columns");
    let wrong = centre.post_plainly(
        &sue,
        &columns,
        &[("name-1", "full name"), ("mode", "update"), ("key", "")],
    );
    wrong
        .is(422)
        .says("value=\"full name\"")
        .says("Use letters, digits and _ only")
        .says("An update finds its contacts by a key");
    assert_eq!(
        centre.upload_at(&path).described.definition,
        None,
        "nothing is kept of it"
    );
    let right = [("name-1", "full_name"), ("mode", "update"), ("key", "0")];
    centre.checked(&sue, &path, &right);
    centre.get(&sue, &path).is(200);
    centre
        .get(&sue, &columns)
        .is(200)
        .says("As you described it")
        .says("value=\"full_name\"")
        .says("value=\"update\" checked");
}

#[test]
fn an_update_says_what_it_changes() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "a.csv", SMALL);
    centre.checked(&sue, &path, &[]);
    centre.imported(&sue, &path);
    let changed = b"Klantnr;Naam;Telefoon\nK1;Jansen-Smit;+49 30 23125 001\nK2;De Vries;+49 30 23125 014\nK9;Nieuw;+493023125009\n";
    let path = centre.upload(&sue, "b.csv", changed);
    centre.checked(&sue, &path, &[("mode", "update"), ("key", "0")]);
    centre
        .get(&sue, &format!("{path}/confirm"))
        .is(200)
        .says("1 updated in Hotleads, 1 new, 1 unchanged, 0 rejected.");
    let import = centre.imported(&sue, &path);
    let list = centre.list.0;
    centre
        .get(&sue, &format!("/lists/{list}/imports/{import}/undo"))
        .is(200)
        .says("1 contact gets back the fields it had before");
}

#[test]
fn two_files_for_one_list_take_their_turns() {
    let (centre, sue) = empty();
    let (first, second) = (
        centre.upload(&sue, "a.csv", &rows(0, 900)),
        centre.upload(&sue, "b.csv", &rows(0, 900)),
    );
    for path in [&first, &second] {
        assert_eq!(centre.checked(&sue, path, &[]).state, UploadState::Checked);
    }
    for path in [&first, &second] {
        centre
            .post_plainly(&sue, &format!("{path}/confirm"), &[])
            .is(303);
        // Pressed twice it still runs once.
        centre
            .post_plainly(&sue, &format!("{path}/confirm"), &[])
            .is(303);
    }
    let imports: Vec<i64> = [&first, &second]
        .map(|path| centre.settled(path).import.unwrap())
        .to_vec();
    let counts = |import: i64| centre.store.import(import).unwrap().counts;
    assert_eq!(counts(imports[0]).duplicate, 0);
    assert_eq!(
        counts(imports[1]).duplicate,
        900,
        "the second sees the first"
    );
    assert_eq!(centre.store.imports(centre.list).unwrap().len(), 3);
}

#[test]
fn an_import_goes_on_after_the_server_ended() {
    let (mut centre, sue) = empty();
    let path = centre.upload(&sue, "long.csv", &rows(0, 999));
    centre.checked(&sue, &path, &[]);
    let upload = centre.upload_at(&path);
    let definition = upload.described.definition.as_deref().unwrap();
    let file = centre.uploads().join(&upload.stored);
    let source = Source::open(&file, Some(Definition::parse(definition).unwrap()), None);
    let order = Order {
        mode: Mode::Append,
        invalid: Handling::Code,
        duplicate: Handling::Code,
        stop_after: Some(400),
        absent_most: import::ABSENT_MOST,
    };
    let list = centre.store.list(centre.list).unwrap().unwrap();
    // As far as the server came before it was ended.
    run(
        &centre.store,
        &list,
        Country::Nl,
        source.unwrap().called("long.csv"),
        &order,
        &AtomicBool::new(false),
        &mut |_| {},
    )
    .unwrap();
    let staged = centre.store.imports(centre.list).unwrap().pop().unwrap();
    assert_eq!(
        (staged.state.as_str(), staged.counts.rows),
        ("staging", 400)
    );
    let (from, to) = ([UploadState::Checked], UploadState::Importing);
    let begun = centre
        .store
        .advance_upload(upload.id, &from, to, UploadNews::default());
    assert!(begun.unwrap());
    centre.restart();
    let upload = centre.settled(&path);
    assert_eq!(upload.state, UploadState::Imported, "{:?}", upload.problem);
    assert_eq!(upload.import, Some(staged.id), "the same import goes on");
    let there = centre.store.import(staged.id).unwrap();
    assert_eq!((there.state.as_str(), there.counts.rows), ("live", 999));
    assert_eq!(there.counts.imported, 999);
}

#[test]
fn a_stopped_import_is_given_up_or_gone_on_with() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "a.csv", SMALL);
    centre.checked(&sue, &path, &[]);
    let upload = centre.upload_at(&path);
    let import = centre
        .store
        .begin_import(centre.list, Mode::Append, "a.csv", "digest")
        .unwrap();
    let news = UploadNews {
        import: Some(import.id),
        ..UploadNews::default()
    };
    let checked = UploadState::Checked;
    assert!(
        centre
            .store
            .advance_upload(upload.id, &[checked], checked, news)
            .unwrap()
    );
    let list = centre.list.0;
    centre
        .get(&sue, &format!("/lists/{list}"))
        .is(200)
        .says("stopped half-way")
        .says(&format!("/lists/import/{}/running", upload.id));
    centre
        .get(&sue, &format!("{path}/running"))
        .is(200)
        .says("The import is stopped");
    centre
        .post_plainly(&sue, &format!("{path}/stop"), &[])
        .is(409);
    centre
        .get(&sue, &format!("/lists/{list}/imports/{}/cancel", import.id))
        .is(200)
        .says("0 rows that were read are thrown away");
    centre
        .get(&sue, &format!("{path}/abandon"))
        .is(200)
        .says("a.csv");
    centre
        .post_plainly(&sue, &format!("{path}/abandon"), &[])
        .is(303);
    assert_eq!(centre.store.upload(upload.id).unwrap(), None);
    assert_eq!(centre.store.import(import.id).unwrap().state, "cancelled");
    assert!(!centre.uploads().join(upload.stored).exists());
    centre.get(&sue, &path).is(404);
}
