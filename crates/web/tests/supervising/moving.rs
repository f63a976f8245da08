//! Contacts go to another list: seen in numbers first, then done, and both pages say so.

use crate::bulk::{finished, id_in};
use crate::house::Centre;
use crate::worked;
use engine::{ContactId, ListId};
use store::{BulkState, Role};

fn other_list(centre: &Centre) -> ListId {
    let made = centre.store.list_like(centre.list, "Second").unwrap();
    made.unwrap()
}

#[test]
fn a_look_moves_nobody_and_the_confirmation_moves_them() {
    let (centre, sue) = worked();
    let other = other_list(&centre);
    let path = format!("/lists/1/move?state=closed&target={}&counters=on", other.0);
    centre
        .get(&sue, &path)
        .is(200)
        .says("2 contacts")
        .says("Moved to Second with their counters")
        .says("<b>2</b><span>closed")
        .says("/contacts/1/1");
    assert_eq!(centre.store.moved_out(centre.list).unwrap(), 0);
    let target = other.0.to_string();
    let form = [("state", "closed"), ("target", target.as_str())];
    let id = id_in(&centre.post_plainly(&sue, "/lists/1/move", &form));
    let done = finished(&centre, id);
    assert_eq!((done.state, done.done), (BulkState::Done, 2));
    let gone = centre.store.contact(centre.list, ContactId(1));
    let there = gone.unwrap().unwrap().moved_to.unwrap();
    let new = format!("/contacts/{}/{}", there.list.0, there.contact.0);
    centre
        .get(&sue, "/contacts/1/1")
        .is(200)
        .says(&new)
        .says("It went on in another list")
        .says("Moved to another list")
        .lacks("action=\"/contacts/1/1/reactivate\"");
    centre
        .get(&sue, &new)
        .is(200)
        .says("href=\"/contacts/1/1\"")
        .says("Came from another list")
        .says("501 Not interested");
    centre
        .post_plainly(&sue, "/contacts/1/1/reactivate", &[("code", "000")])
        .is(409)
        .says("It went on in list");
    centre
        .get(&sue, "/contacts/bulk/log")
        .says("Moved to Second")
        .says("sue");
    assert_eq!(centre.store.doctor().unwrap().differences, []);
}

#[test]
fn a_new_list_is_made_on_the_way() {
    let (centre, sue) = worked();
    let form = [("name", " Third  "), ("state", "new"), ("target", "")];
    let made = centre.post_plainly(&sue, "/lists/1/move/new", &form);
    let there = centre.store.list_by_name("Third").unwrap().unwrap();
    let path = format!("/lists/1/move?target={}&state=new", there.id.0);
    assert_eq!(made.is(303).location, path);
    centre.get(&sue, &path).is(200).says("Moved to Third");
    assert_eq!(centre.store.links(there.id).unwrap().len(), 1);
    let long = "x".repeat(81);
    for (name, says) in [
        ("", "Give the new list a name"),
        ("Third", "There is a list of that name"),
        (long.as_str(), "at most 80"),
    ] {
        centre
            .post_plainly(&sue, "/lists/1/move/new", &[("name", name)])
            .is(200)
            .says("class=\"error\"")
            .says(says);
    }
}

#[test]
fn what_cannot_be_is_said_beside_its_field() {
    let (centre, sue) = worked();
    for (query, says) in [
        ("target=1", "That is this list"),
        ("target=99", "There is no such list"),
        ("target=x", "There is no such list"),
        ("from=never", "never is no day"),
        ("state=asleep", "There is no such state"),
    ] {
        centre
            .get(&sue, &format!("/lists/1/move?{query}"))
            .is(200)
            .says("class=\"error\"")
            .says(says);
        let (name, value) = query.split_once('=').unwrap();
        centre
            .post_plainly(&sue, "/lists/1/move", &[(name, value)])
            .is(200)
            .says(says);
    }
    assert_eq!(centre.store.bulk_log(None, 9).unwrap(), []);
    centre.get(&sue, "/lists/77/move").is(404);
    centre.post_plainly(&sue, "/lists/77/move", &[]).is(404);
    centre
        .post_plainly(&sue, "/lists/77/move/new", &[("name", "n")])
        .is(404);
}

#[test]
fn all_of_a_list_goes_and_what_is_in_hand_stays() {
    let centre = Centre::open(3);
    let ada = centre.agent("ada");
    centre.post(&ada, "/desk/ready", &[]).is(200);
    let sue = centre.somebody("sue", Role::Supervisor, "de");
    let target = other_list(&centre).0.to_string();
    let form = [("target", target.as_str())];
    let id = id_in(&centre.post_plainly(&sue, "/lists/1/move", &form));
    assert_eq!(finished(&centre, id).done, 2);
    centre
        .get(&sue, &format!("/contacts/bulk/log/{id}"))
        .says("gerade in Bearbeitung");
    centre
        .get(&sue, "/lists/1/move")
        .is(200)
        .says("2 Kontakte sind schon in andere Listen gegangen");
    centre.get(&ada, "/lists/1/move").is(403);
}
