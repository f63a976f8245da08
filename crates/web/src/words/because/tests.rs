//! Every reason and every refusal is said in every language.

use super::*;
use crate::words::Language;
use engine::catalogue::{Action, Reopen};
use engine::law::AbandonedOf;
use engine::{Deal, Entered, Ledger, Money, Often, Says, Zone};

const CALLPRO: &str = include_str!("../../../../../catalogues/callpro.toml");

fn at() -> Timestamp {
    "2026-11-24T13:30:00Z".parse().unwrap()
}

fn slot() -> Slot {
    Slot(1)
}

fn code() -> Code {
    Code::new("120")
}

/// One of each kind; a kind that is added must be added here, too.
#[allow(clippy::too_many_lines, reason = "a list of one of each")]
fn becauses() -> Vec<Because> {
    let (at, code, agent) = (at(), code(), AgentId(7));
    let mut all = vec![
        Because::Chosen { code: code.clone() },
        Because::FollowUp {
            code: code.clone(),
            expression: "TimeAdd=3h".to_owned(),
            due: at,
        },
        Because::Agreed { due: at },
        Because::Ordered { from: at },
        Because::InOrder,
        Because::OrderGone,
        Because::Window {
            counter: engine::Counter::NotReached,
            most: 3,
            within: engine::Period::days(1),
            until: at,
            by: Says::Catalogue,
        },
        Because::Retry {
            cause: code.clone(),
            retry: 2,
            most: 5,
            due: at,
        },
        Because::Scored {
            score: engine::Score {
                last: 3,
                best: 3,
                sum: 5,
            },
        },
        Because::Roster { to: at },
        Because::Gap {
            minutes: 5,
            until: at,
            by: Says::List,
        },
        Because::ListExpired { at },
        Because::Quarantine {
            hours: 72,
            until: at,
            by: Says::Law,
        },
        Because::DialsPerDay {
            allowed: 3,
            until: at,
            by: Says::Campaign,
        },
        Because::DialsPerPeriod {
            often: Often {
                dials: 10,
                days: 30,
            },
            until: at,
            by: Says::Law,
        },
        Because::Abandonment {
            per_mille: 30,
            ledger: Ledger {
                abandoned: 2,
                answered: 60,
                at_risk: 1,
            },
            of: AbandonedOf::Campaign,
            by: Says::Law,
        },
        Because::Suppressed {
            source: "client".to_owned(),
            code: code.clone(),
        },
        Because::NumberClosed {
            slot: slot(),
            code: code.clone(),
        },
        Because::OtherNumber {
            attempt: 2,
            code: code.clone(),
        },
        Because::LongestCall { attempt: 2 },
        Because::Claimed { agent },
        Because::PickedUp { agent },
        Because::Passed { from: agent, agent },
        Because::Permitted { slot: slot() },
        Because::Locked { slot: slot() },
        Because::Edited {
            fields: vec!["city".to_owned(), "email".to_owned()],
        },
        Because::Renumbered,
        Because::CalledFirst,
        Because::Returned,
        Because::LeaseExpired,
        Because::Unlocked,
        Because::Late {
            report: "ended".to_owned(),
        },
        Because::Resumed { due: at },
        Because::SignOfLife { until: at },
        Because::Sticky { code: code.clone() },
        Because::ReturnedUnder {
            code: code.clone(),
            cause: None,
        },
        Because::Closed { code: code.clone() },
        Because::NoNumberLeft,
        Because::NeverAllowed,
    ];
    all.extend(both_ways());
    all.extend(of_triggers());
    all.extend(of_corrections());
    all
}

fn of_corrections() -> Vec<Because> {
    let (at, code) = (at(), code());
    let mut all = vec![
        Because::Corrected {
            attempt: 2,
            from: code.clone(),
            to: code.clone(),
        },
        Because::DueMoved {
            from: Some(at),
            to: None,
        },
        Because::DueNow { at },
        Because::StillSuppressed { code: code.clone() },
        Because::TakenBack { code: code.clone() },
    ];
    let deal = Deal {
        value: Some(Money {
            hundredths: 120_050,
            currency: "EUR".to_owned(),
        }),
        chance: Some(60),
        day: "2026-11-28".parse().ok(),
        reason: Some("price".to_owned()),
    };
    all.extend(
        [
            Entered::Deal(deal),
            Entered::Appointment(at),
            Entered::Again(Reopen::List),
            Entered::Again(Reopen::Stage),
        ]
        .map(|what| Because::Entered { what }),
    );
    for counter in ["attempts", "unreached_run", "callbacks"] {
        all.push(Because::Recounted {
            counter: counter.to_owned(),
            from: 2,
            to: 1,
        });
    }
    for action in [
        Action::Mail,
        Action::Notify,
        Action::Remind,
        Action::Letter,
        Action::Sms,
        Action::Webhook,
        Action::ExportMark,
    ] {
        all.push(Because::NotRecalled {
            action,
            code: code.clone(),
        });
    }
    all
}

/// The kinds that are said in two ways.
fn both_ways() -> Vec<Because> {
    let (at, code, agent) = (at(), code(), AgentId(7));
    let mut all = Vec::new();
    for choice in [true, false] {
        all.push(Because::Released { owner_out: choice });
        all.push(Because::RosterSet { removed: choice });
        all.push(Because::SetByHand {
            code: code.clone(),
            reset: choice,
        });
        all.push(Because::Assigned {
            agent: choice.then_some(agent),
        });
        all.push(Because::OwnedBy {
            agent,
            release_at: choice.then_some(at),
        });
        all.push(Because::Law {
            rule: "nl.hours".to_owned(),
            text: "Workdays".to_owned(),
            until: choice.then_some(at),
        });
    }
    all
}

fn of_triggers() -> Vec<Because> {
    let code = code();
    let mut all = Vec::new();
    for trigger in Trigger::all() {
        all.push(Because::Closing { trigger });
        all.push(Because::Answers {
            trigger,
            code: code.clone(),
        });
        if let Trigger::Limit(limit) = trigger {
            all.push(Because::Limit {
                limit,
                counted: 5,
                allowed: 5,
                code: code.clone(),
            });
        }
    }
    let lines = [
        "dialling",
        "ringing",
        "talking",
        "menu_offered",
        "opted_out",
    ]
    .map(str::to_owned);
    let outcomes = engine::Outcome::ALL.map(|outcome| outcome.word().to_owned());
    all.extend(
        lines
            .into_iter()
            .chain(outcomes)
            .map(|word| Because::Line { attempt: 1, word }),
    );
    all
}

fn refusals() -> Vec<Refusal> {
    let (code, agent) = (code(), AgentId(7));
    let local = || "2026-11-24T14:30:00".to_owned();
    let mut all = vec![
        Refusal::InHand(agent),
        Refusal::AgentBusy(agent),
        Refusal::NotInHand,
        Refusal::Closed(code.clone()),
        Refusal::Suspended(code.clone()),
        Refusal::Held(agent),
        Refusal::Sticky(code.clone()),
        Refusal::UnknownCode("999".to_owned()),
        Refusal::NotChoosable(code.clone()),
        Refusal::LineOpen,
        Refusal::NoSuchNumber(slot()),
        Refusal::NotEnded,
        Refusal::NoTalk,
        Refusal::OutOfBounds {
            earliest: local(),
            latest: local(),
        },
        Refusal::FixedTime,
        Refusal::TakesNoDate(code.clone()),
        Refusal::TakesNoOwner(code.clone()),
        Refusal::TakesNoDeal(code.clone()),
        Refusal::NoAmount,
        Refusal::NoSuchReason {
            code: code.clone(),
            reason: "price".to_owned(),
        },
        Refusal::EndsForGood(code.clone()),
        Refusal::NotAgain(code.clone()),
        Refusal::NobodysOwn(code.clone()),
        Refusal::TakesNoAppointment(code.clone()),
        Refusal::TakesNoOrder,
        Refusal::TakesNoNote(code.clone()),
        Refusal::NumberClosed(slot()),
        Refusal::NeverAllowed,
        Refusal::LastNumber,
        Refusal::Past(at()),
        Refusal::Dialled,
        Refusal::NotSuspended,
    ];
    all.extend(engine::LimitKind::ALL.map(|limit| Refusal::Limit {
        limit,
        counted: 5,
        allowed: 5,
    }));
    let requirements = [
        Requirement::Date,
        Requirement::Note,
        Requirement::Email,
        Requirement::Appointment,
        Requirement::Amounts,
        Requirement::Reason,
    ];
    all.extend(requirements.map(|what| Refusal::Missing {
        code: code.clone(),
        what,
    }));
    all
}

#[test]
fn every_reason_and_refusal_is_said_in_every_language() {
    let catalogue = Catalogue::parse(CALLPRO).unwrap();
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let mut problems = Vec::new();
    for language in Language::ALL {
        let words = Words::new(language, zone.clone());
        let reasons = Reasons {
            words: &words,
            catalogue: &catalogue,
            agents: &BTreeMap::new(),
            me: None,
        };
        let said = becauses().into_iter().map(|because| {
            let said = reasons.because(&because);
            (format!("{because:?}"), said)
        });
        let refused = refusals().into_iter().map(|refusal| {
            let said = reasons.refusal(&refusal);
            (format!("{refusal:?}"), said)
        });
        for (what, said) in said.chain(refused) {
            let is_key = !said.contains(' ') && said.contains('-');
            if is_key || said.contains(['{', '$']) || said == words.t("because-other") {
                problems.push(format!("{language:?}: {what}: {said}"));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn a_reason_speaks_of_labels_moments_and_you() {
    let catalogue = Catalogue::parse(CALLPRO).unwrap();
    let words = Words::new(Language::Dutch, Zone::new("Europe/Amsterdam").unwrap());
    let agents = BTreeMap::from([
        (AgentId(7), "Ada".to_owned()),
        (AgentId(8), "Bo".to_owned()),
    ]);
    let reasons = Reasons {
        words: &words,
        catalogue: &catalogue,
        agents: &agents,
        me: Some(AgentId(7)),
    };
    let said = reasons.because(&Because::FollowUp {
        code: code(),
        expression: String::new(),
        due: at(),
    });
    assert_eq!(said, "di 24-11 14:30: zo staat het bij 120 Geen gehoor");
    let owned = |agent| {
        reasons.because(&Because::OwnedBy {
            agent,
            release_at: None,
        })
    };
    assert_eq!(owned(AgentId(7)), "alleen voor u");
    assert_eq!(owned(AgentId(8)), "alleen voor Bo");
}
