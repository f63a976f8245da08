//! Files that say whom nobody may call, from the drop to what came of it.

use crate::handing_in::empty;
use crate::house::{Centre, Desk};
use store::{Role, Subject, UploadState};

const MIXED: &[u8] =
    b"Telefoon;E-mail\n+49 30 23125 001;\n;ada@example.org\n12;\n+49 30 23125 001;\n";

fn hand_in(centre: &Centre, desk: &Desk, file: &str, bytes: &[u8]) -> String {
    let answer = centre.hand_in_at(desk, "/suppressions/import", (file, bytes), &[]);
    answer.is(303);
    answer.location
}

/// Says what it is and waits for the check.
fn checked(centre: &Centre, desk: &Desk, path: &str, form: &[(&str, &str)]) {
    let answer = centre.post_plainly(desk, path, form);
    assert_eq!(answer.is(303).location, format!("{path}/going"));
    let upload = centre.settled(path);
    assert_eq!(upload.state, UploadState::Checked, "{:?}", upload.problem);
}

fn import(centre: &Centre, desk: &Desk, path: &str, form: &[(&str, &str)]) {
    centre
        .post_plainly(desk, &format!("{path}/confirm"), form)
        .is(303);
    let upload = centre.settled(path);
    assert_eq!(upload.state, UploadState::Imported, "{:?}", upload.problem);
    centre.is_swept(&upload.stored);
}

#[test]
fn of_a_broken_file_the_good_half_is_suppressed_if_asked() {
    let centre = Centre::open(2);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let path = hand_in(&centre, &sue, "stop.csv", MIXED);
    centre
        .get(&sue, &path)
        .is(200)
        .says("ada@example.org")
        .says("<option value=\"person\" selected>");
    centre.get(&sue, "/suppressions").is(200).says("stop.csv");
    checked(&centre, &sue, &path, &[("reason", "asked by letter")]);
    let going = format!("{path}/going");
    centre
        .get(&sue, &going)
        .is(200)
        .says("<b>4</b><span>rows</span>")
        .says("<b>2</b><span>would be new</span>")
        .says("<b>1</b><span>named more than once</span>")
        .says("<b>1</b><span>open contacts would be closed</span>")
        .says("Number too short")
        .says("Import only the 2 that can be read");
    centre
        .get(&sue, &format!("{path}/problems"))
        .is(200)
        .says("Telefoon");
    centre
        .post_plainly(&sue, &format!("{path}/confirm"), &[])
        .is(409)
        .says("Nothing is imported unless you ask");
    let ada = Subject::person("ada@example.org").unwrap();
    assert_eq!(centre.store.suppressions_of(ada.clone()).unwrap(), []);
    import(&centre, &sue, &path, &[("good_rows", "yes")]);
    centre
        .get(&sue, &going)
        .is(200)
        .says("<b>2</b><span>new</span>")
        .says("<b>1</b><span>open contacts closed</span>");
    let there = centre.store.suppressions_of(ada).unwrap();
    assert_eq!(
        (there[0].source.as_str(), there[0].reason.as_str()),
        ("stop.csv", "asked by letter")
    );
    centre
        .get(&sue, "/suppressions/export")
        .is(200)
        .says("+493023125001")
        .says("asked by letter");
    let again = hand_in(&centre, &sue, "stop.csv", b"Telefoon\n+49 30 23125 001\n");
    checked(&centre, &sue, &again, &[]);
    centre
        .get(&sue, &format!("{again}/going"))
        .is(200)
        .says("there already")
        .says("are there already");
}

#[test]
fn a_register_is_imported_in_full_and_in_parts_and_withdrawn() {
    let centre = Centre::open(2);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    let path = hand_in(&centre, &sue, "tps.txt", b"+493023125001\n+493023125009\n");
    let wrong = [
        ("becomes", "add"),
        ("register", "tps"),
        ("as_of", "2099-01-01"),
        ("until", "soon"),
    ];
    centre
        .post_plainly(&sue, &path, &wrong)
        .is(422)
        .says("no such register yet")
        .says("no day up to today")
        .says("no day to come");
    let full = [
        ("becomes", "full"),
        ("register", "tps"),
        ("source", "the office"),
        ("as_of", ""),
        ("until", ""),
    ];
    checked(&centre, &sue, &path, &full);
    centre
        .get(&sue, &format!("{path}/going"))
        .says("<b>2</b><span>the register would hold</span>")
        .says("<b>1</b><span>open contacts would be closed</span>");
    import(&centre, &sue, &path, &[]);
    let register = &centre.store.registers().unwrap()[0];
    assert_eq!(
        (
            register.name.as_str(),
            register.numbers,
            register.source.as_str()
        ),
        ("tps", 2, "the office")
    );
    let place = format!("/suppressions/registers/{}", register.id);
    let part = hand_in(&centre, &sue, "more.txt", b"+493023125008\n");
    checked(
        &centre,
        &sue,
        &part,
        &[("becomes", "add"), ("register", "tps")],
    );
    import(&centre, &sue, &part, &[]);
    centre
        .get(&sue, &format!("{place}/export"))
        .is(200)
        .says("+493023125008\n+493023125009\n");
    centre
        .get(&sue, &format!("{place}/withdraw"))
        .is(200)
        .says("It holds 3 numbers");
    centre
        .post_plainly(&sue, &format!("{place}/withdraw"), &[])
        .is(303);
    centre
        .post_plainly(&sue, &format!("{place}/withdraw"), &[])
        .is(404);
    assert_eq!(centre.store.registers().unwrap(), []);
}

#[test]
fn a_file_that_names_nobody_says_what_to_do() {
    let (centre, sue) = empty();
    let none = centre.hand_in_at(&sue, "/suppressions/import", ("", b""), &[]);
    none.is(422).says("Choose a file");
    let path = hand_in(&centre, &sue, "names.csv", b"Naam;Plaats\nAda;Utrecht\n");
    centre
        .post_plainly(&sue, &path, &[])
        .is(422)
        .says("No column names anybody");
    // Whatever the headings say, the person who has the file knows better.
    checked(
        &centre,
        &sue,
        &path,
        &[("names-0", "any"), ("names-1", "nothing")],
    );
    centre
        .get(&sue, &format!("{path}/going"))
        .says("names nobody that can be suppressed");
    centre
        .get(&sue, "/lists/uploads")
        .is(200)
        .says("id=\"underway\"");
    let id = path.rsplit('/').next().unwrap();
    centre.get(&sue, &format!("/lists/import/{id}")).is(404);
    centre
        .post_plainly(&sue, &format!("{path}/abandon"), &[])
        .is(303);
    centre.get(&sue, &path).is(404);
}
