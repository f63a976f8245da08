//! Attempts: those of a contact, and found by what they are.

use super::super::paging::Page;
use super::super::problem::Problem;
use super::super::question::Question;
use super::super::vocabulary::InVocabulary;
use super::card;
use super::disposition::LONGEST_CODE;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::{AgentId, Attempt, Catalogue, Code, ContactId, ListId, Outcome, Rules};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{AttemptPlace, AttemptSearch, Store, Tried};
use utoipa::ToSchema;

/// One dial, coded.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttemptView {
    pub list: i64,
    pub contact: i64,
    pub attempt: u32,
    /// Which of the contact's numbers, from 0.
    pub slot: u8,
    pub agent: i64,
    #[schema(value_type = String, format = DateTime)]
    pub placed_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub answered_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    pub ended_at: Timestamp,
    /// When it got its disposition.
    #[schema(value_type = String, format = DateTime)]
    pub coded_at: Timestamp,
    /// What the line said.
    pub outcome: String,
    /// The disposition.
    pub code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_vocabulary: Option<InVocabulary>,
    /// Result and cause beside it, where the catalogue keeps them apart.
    pub major: Option<String>,
    pub minor: Option<String>,
}

impl AttemptView {
    fn of(list: ListId, contact: ContactId, attempt: &Attempt, words: &Words) -> Self {
        Self {
            list: list.0,
            contact: contact.0,
            attempt: attempt.attempt,
            slot: attempt.slot.0,
            agent: attempt.agent.0,
            placed_at: attempt.placed_at,
            answered_at: attempt.answered_at,
            ended_at: attempt.ended_at,
            coded_at: attempt.coded_at,
            outcome: attempt.outcome.word().to_owned(),
            in_vocabulary: words.of(list, attempt),
            code: attempt.code.to_string(),
            major: attempt.pair.as_ref().map(|pair| pair.major.to_string()),
            minor: attempt.pair.as_ref().map(|pair| pair.minor.to_string()),
        }
    }
}

/// The catalogues of the lists that are spoken of, where another's words are asked for.
struct Words {
    vocabulary: Option<&'static Arc<Catalogue>>,
    own: BTreeMap<ListId, Arc<Rules>>,
}

impl Words {
    fn read(
        store: &Store,
        vocabulary: Option<&'static Arc<Catalogue>>,
        lists: impl IntoIterator<Item = ListId>,
    ) -> Result<Self, Problem> {
        let mut own = BTreeMap::new();
        for list in lists.into_iter().filter(|_| vocabulary.is_some()) {
            if !own.contains_key(&list)
                && let Some(there) = store.list(list)?
            {
                own.insert(list, store.rules(there.rules)?);
            }
        }
        Ok(Self { vocabulary, own })
    }

    fn of(&self, list: ListId, attempt: &Attempt) -> Option<InVocabulary> {
        let rules = self.own.get(&list)?;
        InVocabulary::of_call(&rules.catalogue, attempt, self.vocabulary)
    }
}

/// The attempts of a contact, oldest first.
#[utoipa::path(
    get, path = "/api/v1/lists/{list}/contacts/{contact}/attempts", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("list" = i64, Path, minimum = 1),
        ("contact" = i64, Path, minimum = 1),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = Page<AttemptView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn of_contact(
    State(app): State<App>,
    Path((list, contact)): Path<(String, String)>,
    mut question: Question,
) -> Result<Json<Page<AttemptView>>, Problem> {
    let vocabulary = question.vocabulary();
    question.finish()?;
    app.ask(move |store| {
        let (list, row) = card(store, &list, &contact)?;
        let attempts = store.attempts_of(list, row.id)?;
        let words = Words::read(store, vocabulary, [list])?;
        let view = |attempt| AttemptView::of(list, row.id, attempt, &words);
        Ok(Json(Page::whole(attempts.iter().map(view).collect())))
    })
    .await
}

/// Attempts of all lists, the newest first, by when they got their disposition. Everything that
/// is given must hold.
#[utoipa::path(
    get, path = "/api/v1/attempts", tag = "contacts", security(("token" = ["read:contacts"])),
    params(
        ("list" = Option<i64>, Query, minimum = 1),
        ("code" = Option<String>, Query, min_length = 1, max_length = 100),
        ("outcome" = Option<String>, Query, description = "what the line said: a word of the glossary", min_length = 1, max_length = 100),
        ("agent" = Option<i64>, Query, minimum = 1),
        ("number" = Option<String>, Query, description = "the number that was dialled, E.164", pattern = "^\\+?[1-9][0-9]{6,14}$"),
        ("from" = Option<String>, Query, format = DateTime),
        ("before" = Option<String>, Query, format = DateTime),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}(\\.[0-9]{1,18}){3}$"),
        ("vocabulary" = Option<String>, Query, description = "codes in the words of this catalogue as well: callpro, callmonkey, contact-expert, stucc", min_length = 1, max_length = 100),
    ),
    responses((status = 200, body = Page<AttemptView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn search(
    State(app): State<App>,
    mut question: Question,
) -> Result<Json<Page<AttemptView>>, Problem> {
    let limit = question.limit();
    let wanted = AttemptSearch {
        list: question.id("list").map(ListId),
        code: question.text("code", LONGEST_CODE).map(Code::new),
        outcome: question.one_of("outcome", &Outcome::ALL, Outcome::word),
        agent: question.id("agent").map(AgentId),
        number: question.number("number"),
        from: question.instant("from"),
        until: question.instant("before"),
        behind: question.after().and_then(place),
        // One more than is shown: it says that there are more.
        limit: usize::try_from(limit).unwrap_or_default().saturating_add(1),
    };
    let vocabulary = question.vocabulary();
    question.finish()?;
    let (found, words) = app
        .ask(move |store| {
            let found = store.find_attempts(&wanted)?;
            let lists = found.iter().map(|tried| tried.list);
            let words = Words::read(store, vocabulary, lists)?;
            Ok::<_, Problem>((found, words))
        })
        .await?;
    let view = |tried: Tried| AttemptView::of(tried.list, tried.contact, &tried.attempt, &words);
    Ok(Json(Page::of(found, limit, cursor, view)))
}

fn cursor(tried: &Tried) -> String {
    let place = tried.place();
    format!(
        "{}.{}.{}.{}",
        place.coded_at.as_microsecond(),
        place.list.0,
        place.contact.0,
        place.attempt
    )
}

fn place([coded_at, list, contact, attempt]: [i64; 4]) -> Option<AttemptPlace> {
    Some(AttemptPlace {
        coded_at: Timestamp::from_microsecond(coded_at).ok()?,
        list: ListId(list),
        contact: ContactId(contact),
        attempt: u32::try_from(attempt).ok()?,
    })
}
