//! From what a person wants, or what the line said, to a disposition of the catalogue at
//! hand. No code is known here: dispositions are found by their properties.

use crate::chance::Dice;
use crate::people::Wish;
use engine::catalogue::{Choice, Disposition, Kind, OwnerRule, Reached, Setter};
use engine::{Catalogue, Outcome};

/// A disposition an agent may choose for a wish.
pub fn for_wish<'a>(
    catalogue: &'a Catalogue,
    wish: Wish,
    dice: &mut Dice,
) -> Option<&'a Disposition> {
    let kind = match wish {
        Wish::Absent | Wish::Appointed | Wish::CallBack => Kind::Callback,
        Wish::Parked => Kind::Suspended,
        _ => Kind::Final,
    };
    pick(catalogue, |there| fits(there, wish), kind, dice)
}

/// A disposition an agent may choose when nobody was spoken to.
pub fn for_line<'a>(
    catalogue: &'a Catalogue,
    outcome: Outcome,
    dice: &mut Dice,
) -> Option<&'a Disposition> {
    let meaning = format!("unreached.line.{outcome}");
    let said = pick_among(catalogue, |there| under(there, &meaning), dice);
    said.or_else(|| {
        let unreached = |there: &Disposition| there.reached == Reached::Nobody;
        pick(catalogue, unreached, Kind::Unreached, dice)
    })
}

/// A disposition of the same kind that asks for nothing.
pub fn instead_of<'a>(
    catalogue: &'a Catalogue,
    disposition: &Disposition,
) -> Option<&'a Disposition> {
    let plain = |there: &&Disposition| {
        there.set_by.contains(&Setter::Agent)
            && there.kind == disposition.kind
            && there.requires.is_empty()
            && there.suppress.is_none()
    };
    catalogue.dispositions().iter().find(plain)
}

/// Whether the agent may agree on a moment.
pub fn takes_a_moment(disposition: &Disposition) -> bool {
    disposition.choices.contains(&Choice::FollowUpAt)
}

/// What fits; else what is of the kind, else what closes, else anything that can be chosen.
fn pick<'a>(
    catalogue: &'a Catalogue,
    fits: impl Fn(&Disposition) -> bool,
    kind: Kind,
    dice: &mut Dice,
) -> Option<&'a Disposition> {
    let harmless = |there: &Disposition| there.suppress.is_none();
    pick_among(catalogue, &fits, dice)
        .or_else(|| {
            pick_among(
                catalogue,
                |there| there.kind == kind && harmless(there),
                dice,
            )
        })
        .or_else(|| {
            pick_among(
                catalogue,
                |there| there.kind == Kind::Final && harmless(there),
                dice,
            )
        })
        .or_else(|| pick_among(catalogue, |_| true, dice))
}

fn pick_among<'a>(
    catalogue: &'a Catalogue,
    fits: impl Fn(&Disposition) -> bool,
    dice: &mut Dice,
) -> Option<&'a Disposition> {
    let choosable: Vec<&Disposition> = catalogue
        .dispositions()
        .iter()
        .filter(|there| there.set_by.contains(&Setter::Agent) && there.kind != Kind::New)
        .filter(|there| fits(there))
        .collect();
    dice.choose(&choosable).copied()
}

fn under(disposition: &Disposition, node: &str) -> bool {
    disposition
        .meaning
        .strip_prefix(node)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn fits(there: &Disposition, wish: Wish) -> bool {
    let informs = || there.meaning.contains(".information");
    let personal = || {
        matches!(
            there.owner,
            OwnerRule::HandlingAgent | OwnerRule::Assignable
        ) || under(there, "callback.personal")
    };
    match wish {
        Wish::DoNotCall => there.suppress.is_some() && under(there, "refusal.do_not_call"),
        Wish::Unsuitable => under(there, "concluded.unsuitable") || there.meaning == "concluded",
        Wish::WrongNumber => under(there, "number.wrong"),
        Wish::Absent => {
            under(there, "callback.absent")
                || there.kind == Kind::Unreached && there.reached == Reached::Someone
        }
        Wish::Appointed => there.kind == Kind::Callback && personal(),
        Wish::CallBack => there.kind == Kind::Callback && !personal() && !informs(),
        Wish::Later => there.kind == Kind::Final && there.revive_on.is_some(),
        Wish::Information => informs(),
        Wish::Refuses => under(there, "refusal.offer"),
        Wish::Accepts => under(there, "concluded.positive") && !informs(),
        Wish::Parked => there.kind == Kind::Suspended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const CALLPRO: &str = include_str!("../../../catalogues/callpro.toml");
    const CONTACT_EXPERT: &str = include_str!("../../../catalogues/contact-expert.toml");

    fn chosen(catalogue: &Catalogue, wish: Wish) -> BTreeSet<&str> {
        let mut dice = Dice::of(&[1]);
        (0..300)
            .filter_map(|_| for_wish(catalogue, wish, &mut dice))
            .map(|there| there.code.as_str())
            .collect()
    }

    fn set(codes: &[&'static str]) -> BTreeSet<&'static str> {
        codes.iter().copied().collect()
    }

    #[test]
    fn wishes_find_their_codes_in_a_rich_catalogue() {
        let catalogue = Catalogue::parse(CALLPRO).unwrap();
        assert_eq!(
            chosen(&catalogue, Wish::DoNotCall),
            set(&["210", "410", "510"])
        );
        assert_eq!(chosen(&catalogue, Wish::Absent), set(&["150", "160"]));
        assert_eq!(chosen(&catalogue, Wish::Appointed), set(&["300", "310"]));
        assert_eq!(chosen(&catalogue, Wish::CallBack), set(&["320", "785"]));
        assert_eq!(chosen(&catalogue, Wish::Later), set(&["330"]));
        assert_eq!(
            chosen(&catalogue, Wish::Refuses),
            set(&["431", "500", "501"])
        );
        let machine = for_line(&catalogue, Outcome::Machine, &mut Dice::of(&[1])).unwrap();
        assert_eq!(machine.code.as_str(), "140");
    }

    #[test]
    fn a_poor_catalogue_has_something_for_every_wish() {
        let catalogue = Catalogue::parse(CONTACT_EXPERT).unwrap();
        assert_eq!(chosen(&catalogue, Wish::DoNotCall), set(&["55"]));
        assert_eq!(chosen(&catalogue, Wish::Refuses), set(&["48"]));
        assert_eq!(chosen(&catalogue, Wish::Appointed), set(&["51"]));
        // To park is for e-mail tasks only: it ends as what closes.
        assert_eq!(chosen(&catalogue, Wish::Parked), set(&["48"]));
    }
}
