//! What a product lets its users do in a group holds in the editor, too.

use crate::house::Centre;
use store::Role;

const DRAFT: &str = "/catalogues/callmonkey/draft";

#[test]
fn won_or_lost_takes_no_code_and_open_is_never_on_a_form() {
    let centre = Centre::open(1);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    centre.post(&sue, DRAFT, &[]).is(303);
    let add = |code: &str, like: &str, group: &str| {
        let fields = [("code", code), ("like", like), ("group", group)];
        centre.post(&sue, &format!("{DRAFT}/add"), &fields)
    };
    add("7/extra", "7/order", "")
        .is(422)
        .says("Group 7 takes no codes of your own");
    add("7/extra", "", "7")
        .is(422)
        .says("Group 7 takes no codes");
    // What was won may be the pattern of a code elsewhere.
    add("5/extra", "7/order", "5").is(303);
    // In the first group a code begins for imports, elsewhere for agents.
    for (code, group, by) in [("1/fair", "1", "import"), ("4.6/extra", "4", "agent")] {
        add(code, "", group).is(303);
        let draft = centre.store.draft("callmonkey").unwrap().unwrap();
        let file = engine::Catalogue::examine(&draft.body, &[]).file.unwrap();
        let found = file
            .dispositions
            .iter()
            .find(|one| one.code.as_str() == code);
        let found = found.unwrap();
        assert_eq!(found.group, group);
        assert!(found.set_by.iter().any(|setter| setter.word() == by));
    }
}
