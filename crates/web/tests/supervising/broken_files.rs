//! Files that are no good say what is wrong and what to do, and are mended without starting over.

use crate::handing_in::empty;
use store::UploadState;

#[test]
fn each_kind_of_broken_file_says_what_is_wrong() {
    let (centre, sue) = empty();
    let list = centre.list.0.to_string();
    for (bytes, what) in [
        (&b""[..], "The file is empty."),
        (b"\n\n  \n", "The file is empty."),
        (b"Naam;Telefoon\n", "a header line and no contact below it"),
        (b"%PDF-1.7 something", "The file is no table."),
        (b"\x00\x01\x02\x03\x04", "The file is no table."),
        (b"<html><table></table></html>", "a web page or XML"),
        (b"PK\x03\x04 and no archive", "cannot be read as that"),
        (
            b"Naam;Telefoon\nJansen;\"0970140001\n",
            "No row can be read",
        ),
    ] {
        let path = centre.upload(&sue, "broken.csv", bytes);
        let page = centre.get(&sue, &path);
        page.is(200)
            .says(what)
            .says("Another file")
            .says("replaces=");
        let form = [("list", list.as_str()), ("then", "columns")];
        centre.post_plainly(&sue, &path, &form).is(422).says(what);
        let columns = centre.get(&sue, &format!("{path}/columns"));
        assert!(
            [200, 303].contains(&columns.status.as_u16()),
            "{}",
            columns.status
        );
        centre.get(&sue, &format!("{path}/check")).is(303);
    }
}

#[test]
fn without_a_file_nothing_is_kept() {
    let (centre, sue) = empty();
    centre
        .hand_in(&sue, "", b"", &[])
        .is(422)
        .says("Choose a file.");
    assert!(centre.store.uploads().unwrap().is_empty());
    centre
        .hand_in(&sue, "a.csv", b"a;b\n1;2\n", &[("list", "77")])
        .is(404);
    assert!(centre.store.uploads().unwrap().is_empty());
    let left = std::fs::read_dir(centre.uploads()).unwrap().count();
    assert_eq!(left, 0, "no bytes are left behind");
}

#[test]
fn a_misread_file_is_put_right_by_choosing() {
    let (centre, sue) = empty();
    let text = "Név|Telefon\nKovács Ödön|+493023125001\nŐry Ágnes|+493023125002\n";
    // Windows-1250, read as Windows-1252 unless somebody says otherwise.
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            'Ő' => 0xD5,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    let path = centre.upload(&sue, "nevek.csv", &bytes);
    centre.get(&sue, &path).is(200).says("Õry");
    let list = centre.list.0.to_string();
    let form = [
        ("list", list.as_str()),
        ("encoding", "windows-1250"),
        ("delimiter", "|"),
        ("then", "look"),
    ];
    centre.post_plainly(&sue, &path, &form).is(303);
    centre.get(&sue, &path).is(200).says("Őry").says("bar |");
    let form = [
        ("list", list.as_str()),
        ("delimiter", ","),
        ("then", "look"),
    ];
    centre.post_plainly(&sue, &path, &form).is(303);
    centre
        .get(&sue, &path)
        .is(200)
        .says("There is only one column");
    for nonsense in [("encoding", "klingon"), ("delimiter", "x")] {
        centre.post_plainly(&sue, &path, &[nonsense]).is(400);
    }
}

#[test]
fn a_telephone_column_of_an_odd_name_is_found_or_chosen() {
    let (centre, sue) = empty();
    let found = "Wie;Waar te bereiken\nJansen;+49 30 23125 001\nVries;+49 30 23125 002\n";
    let path = centre.upload(&sue, "a.csv", found.as_bytes());
    let columns = format!("{path}/columns");
    centre
        .get(&sue, &columns)
        .is(200)
        .says("<option value=\"phone\" selected>");
    let hidden = "Wie;Waar te bereiken\nJansen;thuis\nVries;kantoor\n";
    let path = centre.upload(&sue, "b.csv", hidden.as_bytes());
    let columns = format!("{path}/columns");
    centre
        .post_plainly(&sue, &columns, &[])
        .is(422)
        .says("No column holds telephone numbers");
    let upload = centre.checked(&sue, &path, &[("type-1", "phone")]);
    assert_eq!(upload.state, UploadState::Checked);
    centre
        .get(&sue, &format!("{path}/check"))
        .is(200)
        .says("Something other than one number")
        .says("thuis");
}

#[test]
fn a_better_copy_takes_the_place_of_a_bad_one() {
    let (centre, sue) = empty();
    let half = "Klantnr;Naam;Telefoon\nK1;Jansen;0970140001\n";
    let path = centre.upload(&sue, "half.csv", half.as_bytes());
    centre.checked(&sue, &path, &[("name-1", "whole_name")]);
    let old = centre.upload_at(&path);
    let whole = format!("{half}K2;Vries;0970140002\n");
    let id = old.id.to_string();
    let form = [("list", ""), ("replaces", id.as_str())];
    let answer = centre.hand_in(&sue, "whole.csv", whole.as_bytes(), &form);
    let path = answer.is(303).location.clone();
    assert_eq!(centre.store.upload(old.id).unwrap(), None);
    centre
        .get(&sue, &format!("{path}/columns"))
        .is(200)
        .says("As you described it")
        .says("value=\"whole_name\"");
    assert_eq!(centre.checked(&sue, &path, &[]).state, UploadState::Checked);
}

#[test]
fn a_file_that_is_gone_is_asked_for_again() {
    let (centre, sue) = empty();
    let path = centre.upload(&sue, "a.csv", b"Naam;Telefoon\nJansen;0970140001\n");
    centre.checked(&sue, &path, &[]);
    let upload = centre.upload_at(&path);
    std::fs::remove_file(centre.uploads().join(&upload.stored)).unwrap();
    centre
        .get(&sue, &path)
        .is(200)
        .says("The file is not here any more.");
    centre
        .post_plainly(&sue, &format!("{path}/confirm"), &[])
        .is(303);
    let upload = centre.settled(&path);
    assert_eq!(upload.state, UploadState::Broken);
    let page = centre.get(&sue, &format!("{path}/check"));
    page.is(200)
        .says("The file is not here any more.")
        .says("Another file");
}
