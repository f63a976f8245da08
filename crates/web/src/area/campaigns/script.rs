//! What agents say: the editor with a preview for one contact, and the versions.

use super::one::read;
use super::seen::Seen;
use crate::app::App;
use crate::failure::Failure;
use crate::page::{Page, see};
use crate::script::{self, Block, Names, Values};
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use engine::{CampaignId, ListId};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::{List, Script, Search, Store};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    list: String,
    version: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Entered {
    text: String,
    #[serde(rename = "do")]
    act: String,
}

#[derive(Template)]
#[template(path = "campaigns/script.html")]
struct ScriptPage {
    shell: Shell,
    id: i64,
    campaign: String,
    /// The campaign's own, then those of its lists.
    tabs: Vec<(String, String, bool)>,
    list: String,
    text: String,
    errors: Vec<String>,
    names: Vec<String>,
    versions: Vec<(i64, String, bool)>,
    preview: Preview,
}

#[derive(Template)]
#[template(path = "campaigns/preview.html")]
struct PreviewBlock {
    preview: Preview,
}

struct Preview {
    words: Words,
    blocks: Vec<Block>,
    /// Whom it is said to.
    contact: Option<String>,
}

/// Longer than any call.
const LONGEST: usize = 20_000;

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, Failure> {
    let desk = Table::read(&app, &visitor, id, &asked).await?;
    let version: Option<i64> = asked.version.parse().ok();
    let shown = match version {
        Some(version) => desk.versions.iter().find(|there| there.version == version),
        None => desk.versions.first(),
    };
    let text = shown.map_or(String::new(), |there| there.text.clone());
    Ok(Page(desk.page(&visitor, text, Vec::new())))
}

pub async fn set(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    Form(entered): Form<Entered>,
) -> Result<Response, Failure> {
    let desk = Table::read(&app, &visitor, id, &asked).await?;
    let text = plain(&entered.text);
    let errors = desk.errors(&text, &visitor.words);
    if entered.act != "save" || !errors.is_empty() {
        let status = match entered.act == "save" {
            true => StatusCode::UNPROCESSABLE_ENTITY,
            false => StatusCode::OK,
        };
        return Ok((status, Page(desk.page(&visitor, text, errors))).into_response());
    }
    let (campaign, list) = (CampaignId(id), desk.list.as_ref().map(|list| list.id));
    let author = visitor.known()?.name.clone();
    app.ask(move |store| {
        store
            .set_script(campaign, list, &text, &author)
            .map_err(Failure::from)
    })
    .await?;
    Ok(see(&desk.address(id)).into_response())
}

/// Lines as they are kept: no text of ours holds another control character.
fn plain(text: &str) -> String {
    let unwanted = |sign: char| sign.is_control() && sign != '\n' && sign != '\t';
    text.replace("\r\n", "\n")
        .replace(unwanted, "")
        .trim()
        .to_owned()
}

/// The preview alone, while somebody types.
pub async fn preview(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
    Form(entered): Form<Entered>,
) -> Result<Page<impl Template>, Failure> {
    let desk = Table::read(&app, &visitor, id, &asked).await?;
    let preview = desk.preview(&visitor, &entered.text);
    Ok(Page(PreviewBlock { preview }))
}

/// What lies on the table of whoever writes.
struct Table {
    seen: Seen,
    /// Whose script it is; the campaign's where none is chosen.
    list: Option<List>,
    versions: Vec<Script>,
    sample: Option<Sample>,
}

struct Sample {
    list: List,
    name: String,
    number: String,
    fields: BTreeMap<String, String>,
}

impl Table {
    async fn read(app: &App, visitor: &Visitor, id: i64, asked: &Asked) -> Result<Self, Failure> {
        let seen = read(app, visitor, id).await?;
        let wanted: Option<i64> = match asked.list.as_str() {
            "" => None,
            list => Some(list.parse().map_err(|_| Failure::NotFound)?),
        };
        let lists = || seen.links.iter().map(|linked| &linked.list);
        let list = match wanted {
            Some(wanted) => {
                let found = lists().find(|list| list.id.0 == wanted);
                Some(found.ok_or(Failure::NotFound)?.clone())
            }
            None => None,
        };
        let of_sample = list.clone().or_else(|| lists().next().cloned());
        let (campaign, own) = (CampaignId(id), list.as_ref().map(|list| list.id));
        let (versions, sample) = app
            .ask(move |store| {
                let sample = match of_sample {
                    Some(list) => sample(store, list)?,
                    None => None,
                };
                Ok::<_, Failure>((store.scripts(campaign, own)?, sample))
            })
            .await?;
        Ok(Self {
            seen,
            list,
            versions,
            sample,
        })
    }

    fn address(&self, id: i64) -> String {
        match &self.list {
            Some(list) => format!("/campaigns/{id}/script?list={}", list.id.0),
            None => format!("/campaigns/{id}/script"),
        }
    }

    /// The lists to whose contacts it is said.
    fn lists(&self) -> Vec<&List> {
        match &self.list {
            Some(list) => vec![list],
            None => self
                .seen
                .links
                .iter()
                .filter(|linked| linked.script.as_ref().is_none_or(|own| own.list.is_none()))
                .map(|linked| &linked.list)
                .collect(),
        }
    }

    /// What stands for nothing in one of the lists.
    fn errors(&self, text: &str, words: &Words) -> Vec<String> {
        if text.chars().count() > LONGEST {
            return vec![words.n("script-too-long", LONGEST)];
        }
        let lists = self.lists();
        if lists.is_empty() {
            let faults = script::faults(text, &Names::of([]));
            return faults.iter().map(|fault| fault.told(words)).collect();
        }
        let mut errors = Vec::new();
        for list in &lists {
            for fault in script::faults(text, &Names::of([*list])) {
                let told = fault.told(words);
                errors.push(match lists.len() {
                    1 => told,
                    _ => words.with(
                        "check-script",
                        [("list", list.name.as_str()), ("fault", &told)],
                    ),
                });
            }
        }
        errors
    }

    fn preview(&self, visitor: &Visitor, text: &str) -> Preview {
        let agent = visitor.who.as_ref().map_or("", |who| who.name.as_str());
        let campaign = self.seen.campaign.name.as_str();
        let values = match &self.sample {
            Some(sample) => {
                let ours = [agent, sample.number.as_str(), campaign];
                Values::new(&sample.list, &sample.fields, ours)
            }
            None => Values::default(),
        };
        Preview {
            words: visitor.words.clone(),
            blocks: script::blocks(text, &values),
            contact: self.sample.as_ref().map(|sample| sample.name.clone()),
        }
    }

    fn page(&self, visitor: &Visitor, text: String, errors: Vec<String>) -> ScriptPage {
        let words = &visitor.words;
        let id = self.seen.campaign.id.0;
        let own = self.list.as_ref().map(|list| list.id);
        let mut tabs = vec![(
            format!("/campaigns/{id}/script"),
            words.t("script-of-campaign"),
            own.is_none(),
        )];
        tabs.extend(self.seen.links.iter().map(|linked| {
            let list: ListId = linked.list.id;
            let path = format!("/campaigns/{id}/script?list={}", list.0);
            (path, linked.list.name.clone(), own == Some(list))
        }));
        ScriptPage {
            shell: visitor.shell("script-title"),
            id,
            campaign: self.seen.campaign.name.clone(),
            tabs,
            list: own.map_or_else(String::new, |list| list.0.to_string()),
            preview: self.preview(visitor, &text),
            errors,
            names: Names::of(self.lists()).shown(),
            versions: self
                .versions
                .iter()
                .map(|there| {
                    let (version, at) = (words.number(there.version), words.moment(there.at));
                    let parts = [
                        ("version", version.as_str()),
                        ("author", &there.author),
                        ("at", &at),
                    ];
                    let told = words.with("script-newest", parts);
                    (there.version, told, there.text == text)
                })
                .collect(),
            text,
        }
    }
}

/// The first contact of a list.
fn sample(store: &Store, list: List) -> Result<Option<Sample>, Failure> {
    let search = Search {
        list: Some(list.id),
        limit: 1,
        ..Search::default()
    };
    let Some(hit) = store.search(&search)?.into_iter().next() else {
        return Ok(None);
    };
    let numbers = store.numbers_of(list.id, hit.row.id)?;
    let fields: BTreeMap<String, String> =
        serde_json::from_str(&hit.row.fields).unwrap_or_default();
    let otherwise = hit.row.id.0.to_string();
    Ok(Some(Sample {
        name: crate::called::called(Some(&list), &fields, &otherwise),
        number: numbers
            .first()
            .map_or_else(String::new, ToString::to_string),
        fields,
        list,
    }))
}
