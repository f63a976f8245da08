//! Somebody else in a talk, at the desk: whom there is to ask or to put through to, how far that
//! has come, and what came of it.

use super::act::{Action, Bench, Done};
use super::asked::Asked;
use super::seen::{InHand, Seen};
use super::talk;
use crate::failure::Failure;
use engine::{AgentId, CampaignId, Gone, Number, OtherStage, Talk, Whom, Wish};
use store::Destination;

/// Somebody a talk may be put through to.
pub struct Choice {
    /// As the form sends it: `a7` an agent, `d3` a destination of the campaign.
    pub value: String,
    pub label: String,
    pub is_colleague: bool,
}

/// Somebody else who is in the talk, or called.
pub struct OtherView {
    pub name: String,
    /// What there is to be said of it: `desk-rings-blind` and so on.
    pub said: String,
    pub is_there: bool,
    pub is_together: bool,
}

/// Whom there is: colleagues who are ready and free, then the campaign's destinations.
pub fn choices(bench: &Bench<'_>, seen: &Seen, held: &InHand) -> Result<Vec<Choice>, Failure> {
    let free = colleagues(bench, seen)?;
    let colleagues = free.into_iter().map(|agent| Choice {
        value: format!("a{}", agent.0),
        label: name_of(seen, agent),
        is_colleague: true,
    });
    let outside = destinations(bench, held)?.into_iter();
    let outside = outside.map(|there| Choice {
        value: format!("d{}", there.id),
        label: format!("{} {}", there.label, there.number),
        is_colleague: false,
    });
    Ok(colleagues.chain(outside).collect())
}

fn colleagues(bench: &Bench<'_>, seen: &Seen) -> Result<Vec<AgentId>, Failure> {
    let mut free = Vec::new();
    for (agent, has_phone) in bench.store.ready_and_free()? {
        let is_talking = bench.lines.talks().of(agent) != Talk::default();
        let can_talk = has_phone || !bench.lines.wants_phones();
        if agent != seen.me.id && can_talk && !is_talking {
            free.push(agent);
        }
    }
    Ok(free)
}

fn destinations(bench: &Bench<'_>, held: &InHand) -> Result<Vec<Destination>, Failure> {
    let campaign: Option<CampaignId> = held.hand.campaign;
    Ok(match campaign {
        Some(campaign) => bench.store.destinations(campaign)?,
        None => Vec::new(),
    })
}

fn name_of(seen: &Seen, agent: AgentId) -> String {
    let name = seen.names.get(&agent);
    name.cloned().unwrap_or_else(|| agent.0.to_string())
}

/// Who it is, by the name the house has for her.
fn who(bench: &Bench<'_>, seen: &Seen, held: &InHand, whom: Whom) -> Result<String, Failure> {
    let number = match whom {
        Whom::Colleague(agent) => return Ok(name_of(seen, agent)),
        Whom::Outside(number) => number,
    };
    let known = destinations(bench, held)?.into_iter();
    let label = known
        .filter(|there| there.number == number)
        .map(|there| there.label)
        .next();
    Ok(label.unwrap_or_else(|| number.to_string()))
}

pub fn other(
    bench: &Bench<'_>,
    (seen, held): (&Seen, &InHand),
    talk: &Talk,
) -> Result<Option<OtherView>, Failure> {
    let Some(other) = talk.other else {
        return Ok(None);
    };
    let name = who(bench, seen, held, other.whom)?;
    let key = match (other.stage, other.blind) {
        (OtherStage::Rings, false) => "desk-other-rings",
        (OtherStage::Rings | OtherStage::Asked, true) => "desk-other-rings-blind",
        (OtherStage::Asked, false) => "desk-other-asked",
        (OtherStage::Together, _) => "desk-other-together",
    };
    Ok(Some(OtherView {
        said: bench.words.with(key, [("who", name.as_str())]),
        name,
        is_there: other.stage != OtherStage::Rings && !other.blind,
        is_together: other.stage == OtherStage::Together,
    }))
}

/// Who could not be had, or left, and where everybody is now.
pub fn news(
    bench: &Bench<'_>,
    (seen, held): (&Seen, &InHand),
    talk: &Talk,
) -> Result<Option<String>, Failure> {
    let Some((whom, why)) = talk.news else {
        return Ok(None);
    };
    let name = who(bench, seen, held, whom)?;
    let key = match why {
        Gone::NoAnswer => "desk-news-no-answer",
        Gone::Busy => "desk-news-busy",
        Gone::Failed => "desk-news-failed",
        Gone::HungUp => "desk-news-hung-up",
        Gone::Elsewhere => "desk-news-elsewhere",
    };
    Ok(Some(bench.words.with(key, [("who", name.as_str())])))
}

/// Calls somebody else, or decides who goes on with whom.
pub fn act(
    bench: &Bench<'_>,
    (seen, held): (&Seen, &InHand),
    action: Action,
    asked: &Asked,
) -> Result<Done, Failure> {
    let wish = match action {
        Action::PutThrough => Wish::PutThrough,
        Action::TakeBack => Wish::TakeBack(None),
        Action::Together => Wish::Together,
        _ => {
            let Some(whom) = chosen(bench, seen, held, asked.text("to"))? else {
                let gone = bench.words.t("desk-other-gone");
                return Ok(Done::refused(gone));
            };
            let blind = action == Action::Pass;
            Wish::Call { whom, blind }
        }
    };
    talk::hand_in(bench, held, wish)
}

/// Only who is offered may be called.
fn chosen(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    value: &str,
) -> Result<Option<Whom>, Failure> {
    let id = |prefix: char| -> Option<i64> { value.strip_prefix(prefix)?.parse().ok() };
    if let Some(agent) = id('a').map(AgentId) {
        let free = colleagues(bench, seen)?.contains(&agent);
        return Ok(free.then_some(Whom::Colleague(agent)));
    }
    let destination = id('d');
    let known = destinations(bench, held)?.into_iter();
    let number: Option<Number> = known
        .filter(|there| Some(there.id) == destination)
        .map(|there| there.number)
        .next();
    let barred = number.map(|number| bench.store.locked_among(&[number]));
    let is_barred = barred.transpose()?.is_some_and(|barred| !barred.is_empty());
    Ok(number.filter(|_| !is_barred).map(Whom::Outside))
}
