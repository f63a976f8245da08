//! The scenarios: what the far end does, and what has to be heard of it.

use crate::far_end::{FarEnd, FarEnd::*};
use engine::Outcome::{self, *};

pub struct Scenario {
    /// The last three digits of the number, which choose the callee's behaviour.
    pub behaviour: u64,
    pub what: &'static str,
    pub far_end: FarEnd,
    /// When we hang up, in milliseconds after dialling.
    pub we_hang_up_after: Option<u64>,
    pub says: Says,
    /// Other outcomes that are as good: Asterisk itself answers now so, now so.
    pub or: &'static [Outcome],
    /// Q.850 cause and SIP status on the attempt; zero is none.
    pub cause: (u16, u16),
}

/// What is heard, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Says {
    pub rings: bool,
    pub answers: bool,
    pub outcome: Outcome,
}

const fn silent(outcome: Outcome) -> Says {
    Says {
        rings: false,
        answers: false,
        outcome,
    }
}

const fn rings(outcome: Outcome) -> Says {
    Says {
        rings: true,
        answers: false,
        outcome,
    }
}

const TALKED: Says = Says {
    rings: true,
    answers: true,
    outcome: Answered,
};

const fn row(
    behaviour: u64,
    what: &'static str,
    far_end: FarEnd,
    says: Says,
    cause: (u16, u16),
) -> Scenario {
    Scenario {
        behaviour,
        what,
        far_end,
        we_hang_up_after: None,
        says,
        or: &[],
        cause,
    }
}

const fn we_hang_up(after: u64, scenario: Scenario) -> Scenario {
    Scenario {
        we_hang_up_after: Some(after),
        ..scenario
    }
}

const fn or(or: &'static [Outcome], scenario: Scenario) -> Scenario {
    Scenario { or, ..scenario }
}

#[rustfmt::skip]
pub const SCENARIOS: &[Scenario] = &[
    row(100, "a person, who hangs up", TalksAndHangsUp, TALKED, (16, 0)),
    we_hang_up(3_000, row(102, "a person, until we hang up", TalksOn, TALKED, (16, 0))),
    row(190, "answers and hangs up at once", TalksAndHangsUp, TALKED, (16, 0)),
    row(191, "answers and hangs up after a second", TalksAndHangsUp, TALKED, (16, 0)),

    row(106, "picks up without ringing", TalksAndHangsUp, Says { rings: false, ..TALKED }, (16, 0)),
    row(109, "hangs up after three seconds", TalksAndHangsUp, TALKED, (16, 0)),
    row(102, "answers, and no agent is there", PicksUp, rings(Abandoned), (0, 0)),

    row(120, "busy", Refuses, silent(Busy), (17, 486)),
    row(121, "busy everywhere", Refuses, silent(Busy), (17, 600)),
    row(122, "rings, then busy", RingsAndRefuses, rings(Busy), (17, 486)),

    row(130, "rings for ever", RingsOn, rings(NoAnswer), (19, 480)),
    row(131, "rings until the network gives up: 480", RingsAndRefuses, rings(NoAnswer), (19, 480)),
    row(132, "rings as the network plays it", SoundsOn, silent(NoAnswer), (19, 480)),
    row(133, "rings until the network gives up: 408", RingsAndRefuses, rings(NoAnswer), (18, 408)),
    row(134, "never rings", SilentOn, silent(NeverRang), (19, 480)),
    row(112, "an announcement, then 480", Refuses, silent(NoAnswer), (19, 480)),
    row(162, "cannot be had now: 480 at once", Refuses, silent(NoAnswer), (19, 480)),

    row(140, "does not exist: 404", Refuses, silent(SpecialTone), (1, 404)),
    row(141, "incomplete number: 484", Refuses, silent(SpecialTone), (28, 484)),
    row(142, "does not exist anywhere: 604", Refuses, silent(SpecialTone), (1, 604)),
    row(143, "gone: 410", Refuses, silent(SpecialTone), (22, 410)),
    row(167, "does not exist, by its cause", Refuses, silent(SpecialTone), (1, 404)),
    row(170, "the special tone before an answer", Refuses, silent(SpecialTone), (16, 0)),

    row(171, "the other special tone before an answer", Refuses, silent(SpecialTone), (16, 0)),

    row(180, "a fax", PicksUpAs, Says { outcome: Fax, ..TALKED }, (16, 0)),
    row(182, "a whole fax machine", PicksUpAs, Says { outcome: Fax, ..TALKED }, (16, 0)),

    row(150, "declined: 603", Refuses, silent(Refused), (21, 603)),
    row(151, "forbidden: 403", Refuses, silent(Refused), (21, 403)),
    row(152, "unwanted: 607", Refuses, silent(Refused), (127, 607)),
    row(153, "rejected: 608", Refuses, silent(Refused), (127, 608)),
    row(154, "rings, then declined", RingsAndRefuses, rings(Refused), (21, 603)),

    row(160, "no way through: 503", Refuses, silent(Congested), (34, 503)),
    row(166, "no way through, by its cause", Refuses, silent(Congested), (34, 503)),
    row(173, "the fast busy tone, then 503", Refuses, silent(Congested), (34, 503)),

    row(175, "the European fast busy tone, then 503", Refuses, silent(Congested), (34, 503)),

    row(161, "broken: 500", Refuses, silent(Failed), (38, 500)),
    row(168, "a bad gateway: 502", Refuses, silent(Failed), (27, 502)),
    row(163, "gateway in vain: 504", Refuses, silent(Failed), (102, 504)),
    row(164, "no common codec: 488", Refuses, silent(Failed), (58, 488)),

    row(169, "nothing acceptable: 406", Refuses, silent(Incomplete), (127, 406)),
    or(&[LostWhileDialling], row(165, "somebody else's number: 302", Refuses, silent(Incomplete), (23, 302))),

    row(192, "rings, then called off there: 487", RingsAndRefuses, rings(LostWhileDialling), (127, 487)),
    we_hang_up(2_500, row(130, "we hang up while it rings", RingsOn, rings(LostWhileDialling), (16, 0))),
    we_hang_up(1_500, row(134, "we hang up before it rings", SilentOn, silent(LostWhileDialling), (16, 0))),
];
