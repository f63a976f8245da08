use super::*;
use engine::Catalogue;

fn shipped() -> impl Iterator<Item = Disposition> {
    import::CATALOGUES.into_iter().flat_map(|(_, text)| {
        let catalogue = Catalogue::parse(text).unwrap();
        catalogue.dispositions().to_vec()
    })
}

#[test]
fn a_form_sent_back_unchanged_changes_nothing() {
    for code in shipped() {
        assert_eq!(entered(&written(&code), &code).as_ref(), Ok(&code));
    }
}

#[test]
fn each_field_is_blamed_by_itself() {
    let busy = shipped().find(|code| code.code.as_str() == "130").unwrap();
    let mut pairs = written(&busy);
    let mut set = |path: &str, value: &str| {
        pairs.retain(|(name, _)| name != path);
        pairs.push((path.to_owned(), value.to_owned()));
    };
    set("follow_up.expression", "soon");
    set("max_run", "many");
    set("suppress.subject", "number");
    set("hotkey", "xy");
    let wrong = entered(&pairs, &busy).unwrap_err();
    let fields: Vec<&str> = wrong.keys().copied().collect();
    assert_eq!(
        fields,
        [
            "follow_up.expression",
            "hotkey",
            "max_run",
            "suppress.subject"
        ]
    );
}

#[test]
fn what_is_entered_holds() {
    let busy = shipped().find(|code| code.code.as_str() == "130").unwrap();
    let mut pairs = written(&busy);
    pairs.retain(|(name, _)| name != "follow_up.expression" && name != "kind");
    let closed = [
        ("kind", "final"),
        ("suppress.subject", "number"),
        ("suppress.extent", "everywhere"),
    ];
    pairs.extend(closed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let code = entered(&pairs, &busy).unwrap();
    assert!(code.follow_up.is_none());
    assert_eq!(code.suppress.unwrap().until, None);
}

#[test]
fn an_appointment_with_priority_six_is_made_from_nothing() {
    let record = serde_json::json!({
        "code": "4.6/new", "label": {}, "group": "4", "meaning": "", "kind": "final",
    });
    let empty: Disposition = serde_json::from_value(record).unwrap();
    let wanted = [
        ("label.nl", "Terugbelafspraak met offerte"),
        ("group", "4"),
        ("meaning", "callback.personal"),
        ("kind", "callback"),
        ("reached", "right_person"),
        ("counts.attempt", "1"),
        ("counts.live", "1"),
        ("set_by", "agent"),
        ("contact_priority", "6"),
        ("follow_up.expression", "DateAdd=1d"),
        ("owner", "handling_agent"),
        ("choices", "follow_up_at"),
        ("choices", "owner"),
        ("requires", "date"),
        ("requires", "email"),
        ("actions", "mail"),
        ("actions", "remind"),
        ("kind_on", "second_number=attempt_only"),
        ("talk_seconds.max", "300"),
        ("credit.client", "0"),
        ("credit.agent", "0"),
        ("final_for", "contact"),
        ("roster", "keep"),
        ("max_run", "0"),
    ];
    let pairs = wanted.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let code = entered(&pairs, &empty).unwrap();
    assert_eq!(code.contact_priority, Some(6));
    assert_eq!(code.actions, [Action::Mail, Action::Remind]);
    assert_eq!(code.kind_on.len(), 1);
    assert_eq!(code.talk_seconds.unwrap().max, 300);
    assert!(code.counts.live && !code.counts.unreached);
    // Nobody ticked the screen: the e-mail opens it.
    assert!(code.pop_up);
}
