//! Catalogues that nobody has written: a shipped one whose every field that decides something is
//! drawn anew. The laws hold under them as well.

use super::history::Dice;
use super::redrawn::redraw;
use crate::support::Rulebook;
use crate::support::rulebook::CONTACT_EXPERT;
use engine::catalogue::{CatalogueFile, Disposition, Kind, Offering, OwnerRule, Retry};
use engine::{Catalogue, Period};

const OFFERINGS: [Offering; 4] = [
    Offering::Bands,
    Offering::Score,
    Offering::CallOrder,
    Offering::DialRules,
];

const OWNERS: [OwnerRule; 5] = [
    OwnerRule::None,
    OwnerRule::Keep,
    OwnerRule::HandlingAgent,
    OwnerRule::Any,
    OwnerRule::Assignable,
];

pub fn change(book: &mut Rulebook, dice: &mut Dice) {
    book.change(|file| {
        file.offering = *dice.of(&OFFERINGS);
        file.contact_gap = Period::minutes(minutes(dice, 60));
        file.callback_timeout = Period::minutes(minutes(dice, 3_000));
        causes(file, dice);
        for code in &mut file.dispositions {
            disposition(code, dice);
        }
        redraw(file, dice);
    });
}

/// One time in two there is none.
fn minutes(dice: &mut Dice, most: usize) -> i64 {
    i64::try_from(dice.below(most)).unwrap() * i64::from(dice.often(50))
}

/// Those of the vocabulary that has them, with a rule of retries or without.
fn causes(file: &mut CatalogueFile, dice: &mut Dice) {
    let shipped = Catalogue::parse(CONTACT_EXPERT).unwrap();
    file.causes = shipped.causes().to_vec();
    for cause in &mut file.causes {
        cause.retry = dice.often(60).then(|| Retry {
            after: Period::minutes(1 + minutes(dice, 600)),
            most: u32::try_from(dice.below(3)).unwrap(),
        });
    }
}

fn disposition(code: &mut Disposition, dice: &mut Dice) {
    code.owner = *dice.of(&OWNERS);
    code.contact_priority = Some(*dice.of(&[1, 3, 4, 6]));
    code.band = None;
    code.priority = None;
    code.sticky &= dice.often(90);
    let is_of_the_line = code.on.iter().any(|on| on.starts_with("line"));
    let begins = code.on.iter().any(|on| on == "stage_entered");
    if is_of_the_line && !begins && code.follow_up.is_some() && dice.often(20) {
        code.kind = Kind::Callback;
    }
}
