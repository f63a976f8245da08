//! Registers of numbers by the million: taken in from files of others, looked into, handed out.

use super::Scope;
use super::entry::Entry;
use super::paging::Page;
use super::problem::{Fault, Problem};
use super::question::{E164, Question, e164};
use super::suppressions::{is_there, place, span};
use crate::app::App;
use crate::routes::Routes;
use crate::seat::Seat;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use engine::Number;
use engine::catalogue::Extent;
use jiff::Timestamp;
use serde::Serialize;
use store::{NewRegister, Register, RegisterChange, RegisterRefusal, Store};
use utoipa::ToSchema;

pub fn routes() -> Routes {
    let (reads, writes) = (
        Seat::Program(Scope::ReadSuppressions),
        Seat::Program(Scope::WriteSuppressions),
    );
    Routes::new()
        .get("/api/v1/registers", reads, all)
        .upload("/api/v1/registers", writes, LARGEST, take)
        .upload("/api/v1/registers/check", reads, LARGEST, check)
        .get("/api/v1/registers/{register}/numbers", reads, numbers)
        .delete("/api/v1/registers/{register}", writes, withdraw)
}

/// A million numbers fit into one request.
const LARGEST: usize = 20 * 1024 * 1024;
/// Numbers of one request.
const MOST: usize = 1_000_000;
/// Numbers of contacts that are looked for at once.
const AT_ONCE: i64 = 5_000;

/// A register, and of which moment it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegisterView {
    pub id: i64,
    pub name: String,
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Timestamp,
    pub numbers: u64,
    /// everywhere, advertiser or campaign.
    pub extent: String,
    pub campaign: Option<i64>,
    pub advertiser: Option<i64>,
    pub source: String,
    #[schema(value_type = String, format = DateTime)]
    pub imported_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub from: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Option<Timestamp>,
}

/// Numbers for a register. One that is not there yet is made by its first `full`.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "tps", "change": "full", "numbers": ["+493023125018"] }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct TakeNumbers {
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// What the numbers are to it: full (all of it), add (they came) or remove (they went).
    #[schema(pattern = "^(full|add|remove)$")]
    change: String,
    /// E.164.
    #[schema(max_items = 1_000_000)]
    numbers: Vec<String>,
    /// When they were up to date; now when absent.
    #[schema(format = DateTime)]
    as_of: Option<String>,
    /// The campaign it holds in; everywhere when neither this nor `advertiser` is there.
    #[schema(minimum = 1)]
    campaign: Option<i64>,
    /// The advertiser in whose campaigns it holds.
    #[schema(minimum = 1)]
    advertiser: Option<i64>,
    #[schema(min_length = 1, max_length = 100)]
    source: Option<String>,
    #[schema(format = DateTime)]
    from: Option<String>,
    #[schema(format = DateTime)]
    until: Option<String>,
}

/// Numbers to look for in all registers.
#[derive(Debug, serde::Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "numbers": ["+493023125018"] }))]
#[expect(dead_code, reason = "describes the body; Entry reads it")]
pub struct CheckNumbers {
    #[schema(max_items = 10_000)]
    numbers: Vec<String>,
}

/// What taking the numbers did.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenView {
    /// Numbers in it now.
    pub numbers: u64,
    pub added: u64,
    pub removed: u64,
    /// Open contacts that were closed.
    pub closed: usize,
}

/// A number was looked for in a register: the proof of a check.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedView {
    pub number: String,
    pub register: String,
    pub holds: bool,
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub checked_at: Timestamp,
}

impl From<Register> for RegisterView {
    fn from(there: Register) -> Self {
        let scope = |extent| (there.extent == extent).then_some(there.scope);
        Self {
            extent: super::suppressions::word(there.extent).to_owned(),
            campaign: scope(Extent::Campaign),
            advertiser: scope(Extent::Advertiser),
            id: there.id,
            name: there.name,
            as_of: there.as_of,
            numbers: there.numbers,
            source: there.source,
            imported_at: there.imported_at,
            from: there.from_at,
            until: there.until_at,
        }
    }
}

/// All registers.
#[utoipa::path(
    get, path = "/api/v1/registers", tag = "suppressions", security(("token" = ["read:suppressions"])),
    responses((status = 200, body = Page<RegisterView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn all(
    State(app): State<App>,
    question: Question,
) -> Result<Json<Page<RegisterView>>, Problem> {
    question.finish()?;
    let all = app
        .ask(|store| store.registers().map_err(Problem::from))
        .await?;
    let views = all.into_iter().map(RegisterView::from).collect();
    Ok(Json(Page::whole(views)))
}

/// Takes numbers into a register: all of them, or those that came or went. Until it is done the
/// register holds what it held.
#[utoipa::path(
    post, path = "/api/v1/registers", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200)),
    request_body = TakeNumbers,
    responses((status = 200, body = TakenView), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn take(State(app): State<App>, mut entry: Entry) -> Result<Json<TakenView>, Problem> {
    let name = entry.needed("name", Entry::name);
    let change = entry.needed("change", |entry, name| {
        entry.one_of(name, &CHANGES, change_word)
    });
    let numbers = read_numbers(&mut entry, MOST);
    let as_of = entry.instant("as_of");
    let (extent, scope) = place(&mut entry);
    let source = entry.text("source", 100);
    let (from_at, until_at) = span(&mut entry);
    let (name, change) = entry.finish_as(name.zip(change))?;
    let new = NewRegister {
        name,
        extent,
        scope,
        source: source.unwrap_or_else(|| "api".to_owned()),
        as_of: as_of.unwrap_or_else(|| app.store().clock().now()),
        from_at,
        until_at,
    };
    app.ask(move |store| taken(store, &new, change, numbers).map(Json))
        .await
}

const CHANGES: [RegisterChange; 3] = [
    RegisterChange::Full,
    RegisterChange::Add,
    RegisterChange::Remove,
];

fn change_word(change: RegisterChange) -> &'static str {
    match change {
        RegisterChange::Full => "full",
        RegisterChange::Add => "add",
        RegisterChange::Remove => "remove",
    }
}

fn taken(
    store: &Store,
    new: &NewRegister,
    change: RegisterChange,
    numbers: Vec<Number>,
) -> Result<TakenView, Problem> {
    is_there(store, new.extent, new.scope)?;
    let done = store
        .import_register(new, change, numbers, &mut |_| {})
        .map_err(|refusal| match refusal {
            RegisterRefusal::Store(error) => Problem::from(error),
            RegisterRefusal::Unknown(_) => of("name", refusal),
            RegisterRefusal::Older { .. } | RegisterRefusal::ToCome(_) => of("as_of", refusal),
            RegisterRefusal::Overtaken(_) => {
                Problem::new(StatusCode::CONFLICT, "in_progress", refusal.to_string())
            }
        })?;
    let mut closed = 0_usize;
    while let Some(some) = store.close_registered(AT_ONCE)? {
        closed = closed.saturating_add(some);
    }
    Ok(TakenView {
        numbers: done.numbers,
        added: done.added,
        removed: done.removed,
        closed,
    })
}

fn of(field: &'static str, refusal: RegisterRefusal) -> Problem {
    Problem::invalid(vec![Fault::new(field, "invalid", refusal.to_string())])
}

/// Looks for numbers in all registers, and says of which moment each is: the proof of a check.
#[utoipa::path(
    post, path = "/api/v1/registers/check", tag = "suppressions", security(("token" = ["read:suppressions"])),
    request_body = CheckNumbers,
    responses((status = 200, body = Page<CheckedView>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn check(
    State(app): State<App>,
    mut entry: Entry,
) -> Result<Json<Page<CheckedView>>, Problem> {
    let numbers = read_numbers(&mut entry, 10_000);
    entry.finish()?;
    let checked_at = app.store().clock().now();
    let found = app
        .ask(move |store| store.check_registers(&numbers).map_err(Problem::from))
        .await?;
    let view = |there: store::Registered| CheckedView {
        number: there.number.to_string(),
        register: there.register.name,
        holds: there.holds,
        as_of: there.register.as_of,
        checked_at,
    };
    Ok(Json(Page::whole(found.into_iter().map(view).collect())))
}

/// The numbers of a register in rising order, page by page.
#[utoipa::path(
    get, path = "/api/v1/registers/{register}/numbers", tag = "suppressions", security(("token" = ["read:suppressions"])),
    params(
        ("register" = i64, Path, minimum = 1),
        ("limit" = Option<i64>, Query, minimum = 1, maximum = 200),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,18}$"),
    ),
    responses((status = 200, body = Page<String>), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn numbers(
    State(app): State<App>,
    Path(register): Path<String>,
    mut question: Question,
) -> Result<Json<Page<String>>, Problem> {
    let (limit, after) = (question.limit(), question.after().map_or(0, |[n]| n));
    question.finish()?;
    let id = super::question::id(&register, "register")?;
    app.ask(move |store| {
        if store.registers()?.iter().all(|there| there.id != id) {
            return Err(Problem::not_found("register"));
        }
        let after = after.max(0).unsigned_abs();
        let wanted = usize::try_from(limit).unwrap_or(0).saturating_add(1);
        let rows = store.register_numbers(id, after, wanted)?;
        let view = |number: u64| format!("+{number}");
        Ok(Json(Page::of(rows, limit, u64::to_string, view)))
    })
    .await
}

/// Takes a register back: it holds nothing any more. Contacts it closed stay closed.
#[utoipa::path(
    delete, path = "/api/v1/registers/{register}", tag = "suppressions", security(("token" = ["write:suppressions"])),
    params(
        ("register" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    responses((status = 204, description = "it holds nothing any more"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn withdraw(
    State(app): State<App>,
    Path(register): Path<String>,
    question: Question,
) -> Result<StatusCode, Problem> {
    question.finish()?;
    let id = super::question::id(&register, "register")?;
    app.ask(move |store| match store.withdraw_register(id)? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::not_found("register")),
    })
    .await
}

/// All that can be read, and a fault for each that cannot.
fn read_numbers(entry: &mut Entry, most: usize) -> Vec<Number> {
    let texts = entry.needed("numbers", |entry, name| Some(entry.texts(name, most, 32)));
    let mut numbers = Vec::new();
    for (index, text) in texts.unwrap_or_default().into_iter().enumerate() {
        match e164(&text) {
            Some(number) => numbers.push(number),
            None if entry.faults.len() < 100 => {
                let place = format!("numbers[{index}]");
                entry.fault::<()>(&place, "invalid", E164.to_owned());
            }
            None => {}
        }
    }
    numbers
}
