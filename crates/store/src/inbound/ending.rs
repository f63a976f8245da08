//! A call ends that nobody took: an attempt of its contact, where it is of one.

use super::taking::caller;
use super::{InboundCall, as_it_is};
use crate::conn::Conn;
use crate::error::Result;
use crate::hand::Outcome;
use crate::hint::Hint;
use crate::import::digits;
use crate::queue::Queue;
use crate::record::{Entry, Recorded};
use crate::rules::RulesCache;
use crate::sql::inbound as sql;
use crate::store::Store;
use engine::{Actor, Attempt, Cause, InboundEnd, Report, Sign};
use jiff::Timestamp;

/// The one disposition of a call.
struct Coded {
    code: String,
    pair: Option<(String, String)>,
}

impl Store {
    /// Ends a call under the code its catalogue has for that. Gives what was recorded, where it is
    /// of a contact. Who is not known becomes one where something is to be done for them.
    pub fn call_missed(
        &self,
        call: &InboundCall,
        queue: Option<&Queue>,
        end: InboundEnd,
    ) -> Outcome<Option<Recorded>> {
        let (wanted, queue) = (call.clone(), queue.cloned());
        let missed = self.by_hand(move |conn, rules, now| {
            let wanted = as_it_is(conn, &wanted)?;
            let queue = queue.as_ref().filter(|queue| queue.list.is_some());
            let wants = end == InboundEnd::CallbackAsked && wanted.caller.is_some();
            let made_for_it = wanted.contact.is_none() && wants && queue.is_some();
            let contact = match wanted.contact {
                None if made_for_it => Some(caller(conn, rules, &wanted, queue, now)?),
                there => there,
            };
            let Some((of, contact)) = contact else {
                let coded = by_catalogue(conn, rules, &wanted, end)?;
                note(conn, &wanted, (None, end), coded, now)?;
                return Ok(None);
            };
            let report = Report::Missed {
                slot: wanted.slot,
                campaign: wanted.campaign,
                called_at: wanted.arrived_at,
                end,
                made_for_it,
            };
            let entry = Entry::report(of, contact, Actor::Line, report);
            let recorded = crate::hand::record(conn, rules, entry, now)?;
            let coded = recorded.attempts.last().map(Coded::of);
            note(conn, &wanted, (Some(&recorded), end), coded, now)?;
            Ok(Some(recorded))
        })?;
        self.hints().tell_all(missed.iter());
        if let Some((agent, _)) = call.asked {
            self.hints().tell(Hint::Agent(agent));
        }
        self.hints().tell(Hint::Campaigns);
        Ok(missed)
    }
}

/// What the catalogue of its campaign calls it, where there is no contact that could say it.
fn by_catalogue(
    conn: &mut dyn Conn,
    rules: &RulesCache,
    call: &InboundCall,
    end: InboundEnd,
) -> Result<Option<Coded>> {
    let campaign = call.campaign.map_or(0, |campaign| campaign.0);
    let rows = conn.rows(&sql::RULES, &[digits(call.called), campaign.into()])?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let rules = rules.load(conn, row.int(0)?)?;
    let code = &rules.catalogue.answer(end.trigger()).code;
    let said = Cause {
        sign: Some(Sign::Inbound(end)),
        ..Cause::default()
    };
    let pair = rules.catalogue.pair(code, end.outcome(), &said);
    Ok(Some(Coded {
        code: code.to_string(),
        pair: pair.map(|pair| (pair.major.to_string(), pair.minor.to_string())),
    }))
}

fn note(
    conn: &mut dyn Conn,
    call: &InboundCall,
    (recorded, end): (Option<&Recorded>, InboundEnd),
    coded: Option<Coded>,
    now: Timestamp,
) -> Result<()> {
    let contact = recorded.map(|recorded| &recorded.contact);
    let (code, pair) = coded.map_or((None, None), |coded| (Some(coded.code), coded.pair));
    let (major, minor) = pair.unzip();
    let args = [
        end.word().into(),
        now.as_microsecond().into(),
        contact.map(|contact| contact.list.0).into(),
        contact.map(|contact| contact.id.0).into(),
        contact.map(|_| i64::from(call.slot.0)).into(),
        contact.map(|contact| i64::from(contact.dials)).into(),
        code.into(),
        major.into(),
        minor.into(),
        call.id.into(),
    ];
    conn.exec(&sql::ENDED, &args).map(|_| ())
}

impl Coded {
    fn of(attempt: &Attempt) -> Self {
        let pair = attempt.pair.as_ref();
        Self {
            code: attempt.code.to_string(),
            pair: pair.map(|pair| (pair.major.to_string(), pair.minor.to_string())),
        }
    }
}
