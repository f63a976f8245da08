//! What networks usually say beside each outcome: SIP status and Q.850 cause.

use engine::{Cause, Outcome, Sign};

/// Q.850 and SIP figures that go with an outcome, the commonest first. Zero is none.
fn figures(outcome: Outcome) -> &'static [(u16, u16)] {
    match outcome {
        Outcome::Abandoned | Outcome::Answered | Outcome::Machine => &[(16, 200)],
        Outcome::Fax | Outcome::Noise => &[(16, 200)],
        Outcome::LostWhileDialling => &[(127, 0), (16, 487)],
        Outcome::Refused => &[(21, 603), (21, 403), (21, 607), (21, 608)],
        Outcome::Failed => &[(41, 500), (38, 502), (102, 504), (88, 488)],
        Outcome::Interrupted => &[(0, 0)],
        Outcome::NeverRang => &[(18, 408)],
        Outcome::Incomplete => &[(23, 302), (127, 406)],
        Outcome::Congested => &[(34, 503), (42, 503)],
        Outcome::NoAnswer => &[(19, 480), (18, 480), (16, 487)],
        Outcome::Busy => &[(17, 486), (17, 600)],
        Outcome::SpecialTone => &[(1, 404), (22, 410), (28, 484), (1, 604)],
    }
}

/// One of the usual causes of an outcome; `variant` chooses among them. A machine comes with
/// the detector's confidence, and some that answer with a tone are modems.
pub fn usual_cause(outcome: Outcome, variant: u64) -> Cause {
    let usual = figures(outcome);
    let index = variant % (usual.len().max(1) as u64);
    let (q850, sip) = usize::try_from(index)
        .ok()
        .and_then(|index| usual.get(index))
        .copied()
        .unwrap_or_default();
    let some = |figure: u16| (figure > 0).then_some(figure);
    let heard = matches!(outcome, Outcome::Machine | Outcome::Fax);
    Cause {
        q850: some(q850),
        sip: some(sip),
        confidence: heard.then(|| u8::try_from(70 + variant % 30).unwrap_or(99)),
        sign: (outcome == Outcome::Fax && variant % 4 == 3).then_some(Sign::Modem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_line_says_486_or_600() {
        let said: Vec<_> = (0..4)
            .map(|variant| usual_cause(Outcome::Busy, variant))
            .map(|cause| (cause.q850, cause.sip))
            .collect();
        let (busy, everywhere) = ((Some(17), Some(486)), (Some(17), Some(600)));
        assert_eq!(said, [busy, everywhere, busy, everywhere]);
    }

    #[test]
    fn only_what_a_detector_heard_has_a_confidence() {
        for outcome in Outcome::ALL {
            for variant in [0, 29, u64::MAX] {
                let confidence = usual_cause(outcome, variant).confidence;
                let detected = matches!(outcome, Outcome::Machine | Outcome::Fax);
                assert_eq!(confidence.is_some(), detected, "{outcome}");
                assert!(confidence.is_none_or(|per_cent| (70..100).contains(&per_cent)));
            }
        }
    }

    #[test]
    fn a_call_lost_by_our_side_has_no_cause_of_the_network() {
        assert!(usual_cause(Outcome::Interrupted, 3).is_empty());
    }
}
