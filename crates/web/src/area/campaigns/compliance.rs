//! Why contacts of a campaign cannot be called now, and which law holds for them.

use super::seen::shown_by_law;
use crate::app::App;
use crate::area::why_key;
use crate::failure::Failure;
use crate::page::Page;
use crate::seat::Visitor;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use engine::CampaignId;
use engine::law::Standing;
use store::{ListCompliance, Why};

#[derive(Template)]
#[template(path = "campaigns/compliance.html")]
struct CompliancePage {
    shell: Shell,
    id: i64,
    campaign: String,
    lists: Vec<ListView>,
    laws: Vec<LawView>,
    quotas: Vec<String>,
    /// The rule that wants a number shown, where the campaign has none.
    no_caller_id: Option<String>,
}

struct ListView {
    name: String,
    path: String,
    purpose: String,
    /// Label, how many, where they are.
    reasons: Vec<(String, String, String)>,
    /// The rule that asks for a ground, and how many have none.
    no_ground: Vec<(String, String)>,
    /// By which rule the law is closed now, and until when.
    shut: Vec<(String, String)>,
}

struct LawView {
    country: String,
    next: Option<String>,
    rules: Vec<RuleView>,
}

struct RuleView {
    text: String,
    source: String,
    until: Option<String>,
    certain: bool,
}

pub async fn show(
    visitor: Visitor,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> Result<Page<impl Template>, Failure> {
    let (campaign, lists, quotas) = app
        .ask(move |store| {
            let id = CampaignId(id);
            let there = store.campaign(id)?.ok_or(Failure::NotFound)?;
            Ok::<_, Failure>((there, store.compliance(id)?, store.quotas(id)?))
        })
        .await?;
    let words = &visitor.words;
    let reached = quotas.iter().filter(|quota| quota.is_reached());
    Ok(Page(CompliancePage {
        id,
        no_caller_id: lists
            .iter()
            .filter(|_| campaign.caller_id.is_none())
            .find_map(|there| shown_by_law(&there.rules, app.store().clock().now())),
        campaign: campaign.name,
        laws: laws(&lists, words),
        quotas: reached
            .map(|quota| format!("{} {}", words.number(quota.most), quota.of.word()))
            .collect(),
        lists: lists.iter().map(|there| list(there, words)).collect(),
        shell: visitor.shell("compliance-title"),
    }))
}

fn list(there: &ListCompliance, words: &Words) -> ListView {
    let id = there.list.id.0;
    let link = match there.link.filter {
        Some(_) => there.link.id.to_string(),
        None => String::new(),
    };
    let behind = |why: Why, count: i64| {
        let path = format!("/floor/held?list={id}&link={link}&why={}", why.word());
        (words.t(why_key(why)), words.number(count), path)
    };
    let now = behind(Why::Now, there.stock.count(Why::Now));
    let held = there.stock.held().into_iter();
    let held = held.map(|(why, count)| behind(why, count));
    let path = format!("/contacts?list={id}&state=closed");
    let closed = |key: &str, count: i64| (words.t(key), words.number(count), path.clone());
    let closed = [
        closed("lists-closed", there.closed.all),
        closed("compliance-suppressed", there.closed.suppressed),
    ];
    let settings = &there.rules.settings;
    ListView {
        name: there.list.name.clone(),
        path: format!("/lists/{id}"),
        purpose: settings.purpose.map_or_else(
            || words.t("ground-no-purpose"),
            |purpose| crate::area::purpose_label(purpose, words),
        ),
        reasons: [now].into_iter().chain(held).chain(closed).collect(),
        no_ground: there
            .stock
            .no_ground
            .iter()
            .map(|(rule, count)| (rule_text(there, rule), words.number(*count)))
            .collect(),
        shut: there
            .shut
            .iter()
            .map(|shut| {
                let until = shut.until.map_or_else(
                    || "–".to_owned(),
                    |until| words.in_zone(shut.zone.clone()).moment(until),
                );
                (shut.rule.text().to_owned(), until)
            })
            .collect(),
    }
}

/// What a rule says that is known by its id.
fn rule_text(there: &ListCompliance, id: &str) -> String {
    let mut rules = there.rules.law.in_force(there.today);
    let found = rules.find(|standing| standing.rule.id() == id);
    found.map_or_else(|| id.to_owned(), |found| found.rule.text().to_owned())
}

/// The law of each country once.
fn laws(lists: &[ListCompliance], words: &Words) -> Vec<LawView> {
    let mut laws: Vec<LawView> = Vec::new();
    for there in lists {
        let law = &there.rules.law;
        if law.country().is_empty() || laws.iter().any(|known| known.country == law.country()) {
            continue;
        }
        let rule = |standing: &Standing| RuleView {
            text: standing.rule.text().to_owned(),
            source: standing.rule.source().to_owned(),
            until: standing.until().map(|until| words.day(until)),
            certain: standing.certain,
        };
        laws.push(LawView {
            country: law.country().to_owned(),
            next: law.next_change(there.today).map(|day| words.day(day)),
            rules: law.in_force(there.today).map(rule).collect(),
        });
    }
    laws
}
