//! Chance for the histories: figures drawn one after the other from a seed.

use super::generated;
use crate::support::Rulebook;
use crate::support::rulebook::{CALLMONKEY, CALLPRO, CONTACT_EXPERT, STUCC};
use engine::catalogue::Kind;
use engine::{
    Basis, Consent, Counter, Limits, Outcome, Period, Profile, Rules, Trigger, Window, chance,
};
use jiff::civil::date;

pub struct Dice {
    seed: u64,
    count: u64,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self { seed, count: 0 }
    }

    /// A figure below that one.
    pub fn below(&mut self, choices: usize) -> usize {
        self.count += 1;
        chance::pick(self.seed, self.count, choices)
    }

    /// True so many times in a hundred.
    pub fn often(&mut self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }

    pub fn of<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.below(choices.len())]
    }
}

/// Rules of one of the catalogues, with tight limits so that each of them is met, and two
/// codes the shipped ones lack: one that suspends, one that may stand twice in a row.
pub fn rules(dice: &mut Dice) -> Rules {
    let text = *dice.of(&[CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC]);
    let mut book = if dice.often(20) {
        Rulebook::renamed()
    } else {
        Rulebook::new(text, Clone::clone)
    };
    let max_run = u32::try_from(dice.below(3)).unwrap();
    book.change(|file| {
        let mut codes = file.dispositions.iter_mut();
        let chosen = codes.find(|code| code.kind == Kind::Final && code.on.is_empty());
        chosen.unwrap().kind = Kind::Suspended;
        for code in &mut file.dispositions {
            if code.on.iter().any(|on| on == "line.busy" || on == "line") {
                code.max_run = max_run;
            }
        }
    });
    if dice.often(40) {
        generated::change(&mut book, dice);
    }
    if dice.often(70) {
        book.limits(limits(dice));
    }
    if dice.often(30) {
        book.rules.settings.profile = Some(Profile {
            windows: vec![window(dice), window(dice)],
            ..Profile::default()
        });
    }
    if dice.often(50) {
        let country = dice.of::<&str>(&["NL", "DE"]);
        book.law_of(country);
        if dice.often(60) {
            // Each contact by its own ground, if it has one.
            book.rules.settings.basis = None;
        }
    }
    if dice.often(50) {
        book.rules.settings.code_by_line = false;
    }
    book.rules
}

/// A ground as a contact may bring it: mostly there, sometimes lapsed, soon over or taken back.
pub fn consent(dice: &mut Dice) -> Option<Consent> {
    if dice.often(20) {
        return None;
    }
    let basis = *dice.of(&Basis::ALL);
    let mut consent = Consent::given(basis, *dice.of(&[date(2019, 5, 1), date(2026, 1, 10)]));
    if dice.often(20) {
        consent.until = Some(date(2026, 3, 5));
    }
    if dice.often(10) {
        consent.withdrawn_on = Some(date(2026, 3, 4));
    }
    Some(consent)
}

/// Counts or periods, seldom both: what is counted is met before a period is over.
fn limits(dice: &mut Dice) -> Limits {
    let kinds = dice.below(5);
    let mut count = |on: bool| u32::try_from(dice.below(4)).unwrap() * u32::from(on);
    let (counts, periods) = (kinds != 0, kinds < 3);
    let [cold_count, callback_count, callbacks] = [(); 3].map(|()| count(counts && kinds > 1));
    let total = count(counts && kinds != 1) * 4;
    let mut period = || Period::days(i64::from(periods) * i64::try_from(dice.below(3)).unwrap());
    Limits {
        cold_count,
        cold_period: period(),
        callback_count,
        callback_period: period(),
        callbacks,
        callbacks_period: period(),
        total,
    }
}

/// Of all that may ever be, or of a day or two.
fn window(dice: &mut Dice) -> Window {
    let days = i64::try_from(dice.below(3)).unwrap();
    Window {
        counter: *dice.of(&Counter::ALL),
        most: u32::try_from(2 + dice.below(3)).unwrap(),
        within: (days > 0).then(|| Period::days(days)),
    }
}

/// An outcome, the usual ones more often.
pub fn outcome(dice: &mut Dice) -> Outcome {
    if dice.often(40) {
        Outcome::Answered
    } else if dice.often(60) {
        *dice.of(&[Outcome::NoAnswer, Outcome::Busy, Outcome::Machine])
    } else {
        *dice.of(&Outcome::ALL)
    }
}

/// A trigger, seldom one that closes.
pub fn trigger(dice: &mut Dice) -> Trigger {
    *dice.of(&Trigger::all())
}
