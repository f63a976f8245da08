//! One contact's page: where it stands and why, and everything that happened to it.

use super::known::{Known, Place};
use super::story::{Coded, Happening, story};
use crate::app::App;
use crate::consent::{self, Told};
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::{Seat, Visitor};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use engine::catalogue::Kind;
use engine::{Contact, ContactId, ListId, SessionState, Sign, Slot, Standing};
use store::{Block, Obstacle};

#[derive(Template)]
#[template(path = "contacts/one.html")]
pub struct OnePage {
    shell: Shell,
    now: Now,
}

/// What changes while one looks: everything but the frame.
#[derive(Template)]
#[template(path = "contacts/now.html")]
pub struct Now {
    words: Words,
    place: String,
    list: String,
    list_id: i64,
    key: Option<String>,
    state: String,
    code: Coded,
    due: Option<String>,
    offered: Option<String>,
    owner: Option<String>,
    in_hand: Option<String>,
    /// As a session, where its catalogue counts in sessions.
    session: Option<String>,
    /// Its place in the client's own order.
    call_order: Option<String>,
    /// What the address is worth, and why, where that orders the list.
    score: Option<String>,
    closed: bool,
    suspended: bool,
    counts: Vec<(String, String)>,
    why: Vec<String>,
    blocked: Vec<(String, Option<String>)>,
    numbers: Vec<NumberLine>,
    consent: Told,
    /// Who answers in the consumer's letter, unless another is named.
    house: String,
    fields: Vec<(String, String)>,
    attempts: Vec<AttemptLine>,
    story: Vec<Happening>,
    /// Where it went, and where it came from: the words and the address.
    moves: Vec<(&'static str, String)>,
    moved: bool,
    /// When nothing personal was left of it.
    erased: Option<String>,
    /// Whether who looks may erase it.
    may_erase: bool,
    agents: Vec<(i64, String, bool)>,
    codes: Vec<Coded>,
}

struct NumberLine {
    slot: u8,
    number: String,
    closed: Option<Coded>,
    last: Option<String>,
}

#[derive(serde::Serialize)]
pub struct AttemptLine {
    pub attempt: u32,
    pub at: String,
    pub number: usize,
    pub agent: String,
    pub outcome: String,
    pub talked: String,
    pub code: Coded,
    pub cause: String,
    /// How long its recording is, where one can be heard.
    pub recording: Option<String>,
}

pub async fn page(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
) -> Result<Page<OnePage>, Failure> {
    let known = Known::of(&app, ListId(list), ContactId(contact)).await?;
    Ok(Page(OnePage {
        shell: visitor.shell_named(known.name()),
        now: look(&known, &visitor),
    }))
}

pub async fn now(
    visitor: Visitor,
    State(app): State<App>,
    Path((list, contact)): Place,
) -> Result<Page<Now>, Failure> {
    let known = Known::of(&app, ListId(list), ContactId(contact)).await?;
    Ok(Page(look(&known, &visitor)))
}

fn look(known: &Known, visitor: &Visitor) -> Now {
    let words = &visitor.words;
    let contact = &known.contact;
    let why = &known.explanation;
    Now {
        words: words.clone(),
        place: format!("/contacts/{}/{}", contact.list.0, contact.id.0),
        list: known.list.name.clone(),
        list_id: contact.list.0,
        key: known.row.key.clone(),
        state: words.t(&format!("state-{}", contact.state()).replace('_', "-")),
        code: standing_code(known, words),
        due: why.due_at.map(|at| words.moment(at)),
        offered: why.next_offer_at.map(|at| words.moment(at)),
        owner: contact.owner.map(|id| known.agent(id)),
        in_hand: contact.hand.as_ref().map(|hand| known.agent(hand.agent)),
        session: session(known, words),
        call_order: contact.call_order.as_ref().map(|order| {
            let from = words.moment(order.from);
            format!("{} ({from})", order.value)
        }),
        score: contact
            .score
            .map(|score| known.reasons(words).scored(score)),
        closed: contact.is_closed(),
        suspended: contact.standing == Standing::Suspended,
        counts: counts(known, words),
        why: why
            .decided
            .iter()
            .map(|because| known.reasons(words).because(because))
            .collect(),
        blocked: why
            .blocked
            .iter()
            .map(|block| obstacle(known, words, block))
            .collect(),
        numbers: numbers(known, words),
        consent: consent(known, words),
        house: known.house.clone(),
        fields: known.fields.clone(),
        attempts: attempts(known, words),
        story: story(known, words),
        moves: moves(contact),
        moved: contact.moved_to.is_some() || contact.erased_at.is_some(),
        erased: contact.erased_at.map(|at| words.moment(at)),
        may_erase: contact.erased_at.is_none() && Seat::Administrator.admits(visitor),
        agents: known
            .agents
            .iter()
            .map(|(id, name)| (id.0, name.clone(), contact.owner == Some(*id)))
            .collect(),
        codes: settable(known, words),
    }
}

/// On what ground it is called, and whether it may be recorded.
fn consent(known: &Known, words: &Words) -> Told {
    let who = (known.name(), &known.values);
    let mut told = consent::told(
        &known.rules,
        &known.contact,
        (&who.0, who.1),
        known.now,
        words,
    );
    let refused = known.refuses_recording.map(|at| words.moment(at));
    let refused = refused.map(|at| (words.t("consent-recording-refused"), at));
    told.facts.extend(refused);
    told
}

/// The product's own word with its number, and what it means.
fn session(known: &Known, words: &Words) -> Option<String> {
    let state = SessionState::of(&known.contact, known.now, known.catalogue())?;
    let meant = words.t(&format!("session-{}", state.word()));
    Some(format!("{} · {meant}", state.told()))
}

/// Where it went, and where it came from.
fn moves(contact: &Contact) -> Vec<(&'static str, String)> {
    [
        ("contact-moved-to", contact.moved_to),
        ("contact-moved-from", contact.moved_from),
    ]
    .into_iter()
    .filter_map(|(key, there)| {
        let there = there?;
        let path = format!("/contacts/{}/{}", there.list.0, there.contact.0);
        Some((key, path))
    })
    .collect()
}

/// What stands in the way, and until when.
fn obstacle(known: &Known, words: &Words, block: &Block) -> (String, Option<String>) {
    let numbered = |slot: &Slot| words.number(u32::from(slot.0).saturating_add(1));
    let what = match &block.obstacle {
        Obstacle::Closed(code) => words.with("blocked-closed", [("code", code.as_str())]),
        Obstacle::InHand(agent) => {
            words.with("contact-in-hand", [("agent", known.agent(*agent).as_str())])
        }
        Obstacle::NotDue => words.t("blocked-not-due"),
        Obstacle::Reserved(agent) => words.with(
            "blocked-reserved",
            [("agent", known.agent(*agent).as_str())],
        ),
        Obstacle::Suspended => words.t("blocked-suspended"),
        Obstacle::OutsideRoster => words.t("blocked-roster"),
        Obstacle::Denied(slot, because) => {
            let why = known.reasons(words).because(because);
            words.with(
                "blocked-number",
                [("number", numbered(slot).as_str()), ("why", &why)],
            )
        }
        Obstacle::Suppressed(None, extent, source) => {
            let extent = words.t(&format!("extent-{extent}"));
            words.with(
                "blocked-suppressed-person",
                [("extent", extent.as_str()), ("source", source)],
            )
        }
        Obstacle::Suppressed(Some(slot), extent, source) => {
            let extent = words.t(&format!("extent-{extent}"));
            words.with(
                "blocked-suppressed",
                [
                    ("number", numbered(slot).as_str()),
                    ("extent", &extent),
                    ("source", source),
                ],
            )
        }
        Obstacle::Quota(campaign, quota) => {
            let word = quota.of.word();
            let what = match &quota.of {
                store::QuotaOf::Column(_) => crate::area::campaigns::column_label(word, words),
                store::QuotaOf::Code(_) => Coded::of(known, words, word).label,
            };
            let most = words.number(quota.most);
            words.with(
                "blocked-quota",
                [
                    ("most", most.as_str()),
                    ("what", &what),
                    ("campaign", campaign),
                ],
            )
        }
    };
    (what, block.until.map(|at| words.moment(at)))
}

fn counts(known: &Known, words: &Words) -> Vec<(String, String)> {
    let counters = &known.contact.counters;
    [
        ("count-attempts", counters.attempts),
        ("count-unreached", counters.unreached_run),
        ("count-callbacks", counters.callbacks),
        ("count-same", counters.same_run),
    ]
    .into_iter()
    .map(|(key, count)| (words.t(key), words.number(count)))
    .collect()
}

fn numbers(known: &Known, words: &Words) -> Vec<NumberLine> {
    known
        .numbers
        .iter()
        .filter_map(|(slot, number)| Some((slot, number, known.contact.number(*slot)?)))
        .map(|(slot, number, state)| NumberLine {
            slot: slot.0,
            number: number.to_string(),
            closed: state
                .closed
                .as_ref()
                .map(|code| Coded::of(known, words, code.as_str())),
            last: state.last_dial_at.map(|at| words.moment(at)),
        })
        .collect()
}

fn standing_code(known: &Known, words: &Words) -> Coded {
    let code = &known.contact.code;
    let mut newest = known.attempts.iter().rev();
    let gave = newest.find(|attempt| attempt.code == *code);
    Coded::of_contact(Some(known.catalogue()), words, code.as_str(), gave)
}

/// Newest first.
pub fn attempts(known: &Known, words: &Words) -> Vec<AttemptLine> {
    let mut lines: Vec<AttemptLine> = known
        .attempts
        .iter()
        .map(|attempt| AttemptLine {
            attempt: attempt.attempt,
            at: words.moment(attempt.placed_at),
            number: usize::from(attempt.slot.0).saturating_add(1),
            agent: known.agent(attempt.agent),
            outcome: words.t(&format!(
                "outcome-{}",
                attempt.outcome.word().replace('_', "-")
            )),
            talked: attempt.answered_at.map_or_else(String::new, |answered| {
                words.duration(attempt.ended_at.duration_since(answered).as_secs())
            }),
            code: Coded::of_call(Some(known.catalogue()), words, attempt),
            cause: said(attempt, words),
            recording: recording(known, attempt.attempt, words),
        })
        .collect();
    lines.reverse();
    lines
}

fn recording(known: &Known, attempt: u32, words: &Words) -> Option<String> {
    let mut all = known.recordings.iter();
    let there = all.find(|there| there.of.attempt == attempt && there.can_be_heard())?;
    Some(words.duration(there.lasts()?.as_secs()))
}

/// Result and cause by their numbers, where the catalogue keeps them apart, and what the network
/// said.
fn said(attempt: &engine::Attempt, words: &Words) -> String {
    let pair = attempt.pair.as_ref();
    let pair = pair.map(|pair| format!("{}/{}", pair.major, pair.minor));
    let network = Some(cause(attempt.cause, words)).filter(|said| !said.is_empty());
    let parts: Vec<String> = pair.into_iter().chain(network).collect();
    parts.join(" · ")
}

/// What the network said, as engineers write it.
fn cause(cause: engine::Cause, words: &Words) -> String {
    let sip = cause.sip.map(|sip| format!("SIP {sip}"));
    let q850 = cause.q850.map(|q850| format!("Q.850 {q850}"));
    let sure = cause.confidence.map(|sure| format!("{sure} %"));
    let sign = cause.sign.map(|sign| sign_of(sign, words));
    let said: Vec<String> = [sip, q850, sure, sign].into_iter().flatten().collect();
    said.join(", ")
}

fn sign_of(sign: Sign, words: &Words) -> String {
    words.t(match sign {
        Sign::Inbound(_) => "sign-inbound",
        Sign::Modem => "sign-modem",
        Sign::HungUp => "sign-hung-up",
        Sign::HungUpWhileRouting => "sign-hung-up-while-routing",
        Sign::HungUpAtAgent => "sign-hung-up-at-agent",
        Sign::AgentSilent => "sign-agent-silent",
    })
}

/// The codes a supervisor may set by hand, in the catalogue's order.
fn settable(known: &Known, words: &Words) -> Vec<Coded> {
    known
        .catalogue()
        .dispositions()
        .iter()
        .filter(|disposition| !matches!(disposition.kind, Kind::AttemptOnly | Kind::Returned))
        .map(|disposition| Coded::own(known, words, disposition.code.as_str()))
        .collect()
}
