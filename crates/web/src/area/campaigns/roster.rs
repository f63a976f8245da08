//! When contacts of a list may be called: hours per weekday, drawn as a week. New contacts get
//! the roster on arrival; those that are there get it by a bulk change, counted first.

use super::seen::{Linked, one_link};
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::week::{self, DAYS, Week};
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{Actor, AgentId, ListId, Roster, Settings};
use store::{Bulk, BulkChange, BulkPreview, BulkState, Campaign, Matching, Selection, Store};

#[derive(Template)]
#[template(path = "campaigns/roster.html")]
struct RosterPage {
    shell: Shell,
    place: String,
    back: String,
    campaign: String,
    list: String,
    days: Vec<DayView>,
    week: Option<Week>,
    error: Option<String>,
    /// Those that are there get it as well.
    everybody: bool,
    says: Vec<String>,
    looked: bool,
    elsewhere: Option<String>,
    run: Option<Run>,
}

struct DayView {
    name: &'static str,
    label: String,
    hours: String,
    error: Option<String>,
}

/// The newest bulk change of rosters.
struct Run {
    text: String,
    done: u64,
    contacts: u64,
    /// Interrupted: it goes on when it is asked to.
    waits: Option<i64>,
}

const NAMES: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// The roster as it stands in the form, day by day.
struct Entered {
    hours: Vec<String>,
    everybody: bool,
}

/// What is wrong, by the day's name; none names the whole.
type Wrong = Vec<(Option<&'static str>, String)>;

impl Entered {
    fn of(roster: Option<&Roster>) -> Self {
        let hours = DAYS.into_iter().map(|day| {
            let lines = roster.map(Roster::lines).unwrap_or_default();
            let own = lines.into_iter().filter(|line| line.days.contains(day));
            let told = own.map(|line| {
                let text = line.to_string();
                text.split_once(' ')
                    .map_or(String::new(), |(_, hours)| hours.to_owned())
            });
            told.collect::<Vec<_>>().join("; ")
        });
        Self {
            hours: hours.collect(),
            everybody: false,
        }
    }

    fn of_form(pairs: &[(String, String)]) -> Self {
        let value = |wanted: &str| {
            let found = pairs.iter().find(|(name, _)| name == wanted);
            found.map_or(String::new(), |(_, value)| value.trim().to_owned())
        };
        Self {
            hours: NAMES.into_iter().map(value).collect(),
            everybody: !value("everybody").is_empty(),
        }
    }

    /// No hours at all are no roster.
    fn roster(&self, words: &Words) -> Result<Option<Roster>, Wrong> {
        let mut wrong = Wrong::new();
        let mut items = Vec::new();
        for (name, hours) in NAMES.into_iter().zip(&self.hours) {
            let stretches = hours.split([';', ',']).map(str::trim);
            for stretch in stretches.filter(|stretch| !stretch.is_empty()) {
                let item = format!("{name} {}", stretch.replace(' ', "").replace('–', "-"));
                match Roster::parse(&item) {
                    Ok(_) => items.push(item),
                    Err(_) => {
                        let error = words.with("roster-hours-remedy", [("hours", stretch)]);
                        wrong.push((Some(name), error));
                    }
                }
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        if items.is_empty() {
            return Ok(None);
        }
        let whole = Roster::parse(&items.join("; "));
        whole
            .map(Some)
            .map_err(|error| vec![(None, error.to_string())])
    }
}

type Place = Path<(i64, i64)>;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
) -> Result<Page<impl Template>, Failure> {
    let (campaign, linked, run) = read(&app, id, link).await?;
    let kept = linked.rules.settings.roster;
    let entered = Entered::of(kept.as_ref());
    let page = page(&visitor, (&campaign, &linked), &entered, &Wrong::new(), run);
    Ok(Page(RosterPage {
        week: kept
            .as_ref()
            .map(|roster| week::week(roster, None, &visitor.words)),
        ..page
    }))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path((id, link)): Place,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let (campaign, linked, run) = read(&app, id, link).await?;
    let words = &visitor.words;
    let act = pairs.iter().find(|(name, _)| name == "do");
    let act = act.map_or("look", |(_, value)| value.as_str());
    let here = format!("/campaigns/{id}/links/{link}/roster");
    if act == "continue" {
        if let Some(waits) = run.as_ref().and_then(|run| run.waits) {
            app.ask(move |store| store.resume_bulk(waits).map_err(Failure::from))
                .await?;
            app.running().start(waits);
        }
        return Ok(see(&here).into_response());
    }
    let entered = Entered::of_form(&pairs);
    let roster = match entered.roster(words) {
        Ok(roster) => roster,
        Err(wrong) => {
            let page = page(&visitor, (&campaign, &linked), &entered, &wrong, run);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response());
        }
    };
    let (list, everybody) = (linked.list.id, entered.everybody);
    let actor = Actor::Supervisor(visitor.agent().unwrap_or(AgentId(0)));
    if act == "save" {
        let settings = Settings {
            roster,
            ..linked.rules.settings.clone()
        };
        keep(&app, list, settings, everybody.then_some(actor)).await?;
        return Ok(see(&here).into_response());
    }
    let preview = match everybody {
        true => Some(count(&app, list, roster, actor).await?),
        false => None,
    };
    let page = RosterPage {
        week: roster
            .as_ref()
            .map(|roster| week::week(roster, None, words)),
        says: says(roster.as_ref(), preview.as_ref(), words),
        looked: true,
        ..page(&visitor, (&campaign, &linked), &entered, &Wrong::new(), run)
    };
    Ok(Page(page).into_response())
}

async fn read(app: &App, id: i64, link: i64) -> Result<(Campaign, Linked, Option<Run>), Failure> {
    app.ask(move |store| {
        let (campaign, linked) = one_link(store, id, link)?;
        let bulks = store.bulks(linked.list.id)?.into_iter();
        let newest = bulks
            .filter(|bulk| matches!(bulk.change, BulkChange::SetRoster { .. }))
            .max_by_key(|bulk| bulk.id);
        Ok((campaign, linked, newest.map(Run::of)))
    })
    .await
}

impl Run {
    fn of(bulk: Bulk) -> Self {
        let done = bulk.contacts.saturating_sub(bulk.waiting());
        Self {
            text: String::new(),
            done,
            contacts: bulk.contacts,
            waits: (bulk.state != BulkState::Done).then_some(bulk.id),
        }
    }
}

fn everyone() -> Selection {
    Selection::Matching(Matching::default())
}

async fn count(
    app: &App,
    list: ListId,
    roster: Option<Roster>,
    actor: Actor,
) -> Result<BulkPreview, Failure> {
    app.ask(move |store| {
        let change = BulkChange::SetRoster { roster };
        store
            .preview_bulk(list, &everyone(), &change, actor)
            .map_err(Failure::from)
    })
    .await
}

/// Keeps it for new contacts, and begins to give it to the others.
async fn keep(
    app: &App,
    list: ListId,
    settings: Settings,
    everybody: Option<Actor>,
) -> Result<(), Failure> {
    let begun = app
        .ask(move |store: &Store| {
            let there = store.list(list)?.ok_or(Failure::NotFound)?;
            let roster = settings.roster;
            if store.rules(there.rules)?.settings != settings {
                store.set_settings(list, settings)?;
            }
            let Some(actor) = everybody else {
                return Ok::<_, Failure>(None);
            };
            let change = BulkChange::SetRoster { roster };
            let bulk = store.begin_bulk(list, everyone(), change, actor)?;
            Ok(Some(bulk.id))
        })
        .await?;
    if let Some(bulk) = begun {
        app.running().start(bulk);
    }
    Ok(())
}

fn says(roster: Option<&Roster>, preview: Option<&BulkPreview>, words: &Words) -> Vec<String> {
    let mut says = vec![match roster {
        Some(roster) => words.with("roster-new", [("roster", words.roster(roster).as_str())]),
        None => words.t("roster-none-new"),
    }];
    let Some(preview) = preview else {
        says.push(words.t("roster-others-stay"));
        return says;
    };
    let refused: u64 = preview.refused.values().sum();
    for (key, count) in [
        ("roster-sets-now", preview.due_now),
        ("roster-sets-later", preview.due_later),
        ("roster-sets-in-hand", preview.in_hand),
        ("roster-sets-suspended", preview.suspended),
        ("roster-leaves", refused.saturating_add(preview.closed)),
    ] {
        if count > 0 {
            says.push(words.n(key, count));
        }
    }
    says
}

fn page(
    visitor: &Visitor,
    (campaign, linked): (&Campaign, &Linked),
    entered: &Entered,
    wrong: &Wrong,
    run: Option<Run>,
) -> RosterPage {
    let words = &visitor.words;
    let error_of = |name: Option<&str>| {
        let mut those = wrong.iter().filter(|(day, _)| *day == name);
        those.next().map(|(_, error)| error.clone())
    };
    let days = NAMES.into_iter().zip(DAYS).zip(&entered.hours);
    RosterPage {
        shell: visitor.shell("roster-title"),
        back: format!("/campaigns/{}", campaign.id.0),
        place: format!(
            "/campaigns/{}/links/{}/roster",
            campaign.id.0, linked.link.id
        ),
        campaign: campaign.name.clone(),
        list: linked.list.name.clone(),
        days: days
            .map(|((name, day), hours)| DayView {
                name,
                label: words.weekday(day),
                hours: hours.clone(),
                error: error_of(Some(name)),
            })
            .collect(),
        week: None,
        error: error_of(None),
        everybody: entered.everybody,
        says: Vec::new(),
        looked: false,
        elsewhere: (linked.elsewhere > 0).then(|| words.n("limits-elsewhere", linked.elsewhere)),
        run: run.map(|run| Run {
            text: words.with(
                "roster-run",
                [
                    ("done", words.number(run.done).as_str()),
                    ("contacts", &words.number(run.contacts)),
                ],
            ),
            ..run
        }),
    }
}
