//! A centre with one list, agents at their desks, and what a browser sends and sees.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use engine::{
    AgentId, Cause, ContactId, ContactKind, ListId, Number, Outcome, Report, Settings, Zone,
};
use jiff::SignedDuration;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use store::{
    Address, Author, Batch, CampaignState, Clock, Durability, Entry, Field, ImportCounts,
    LineOrders, Mode, NewContact, NewList, NewRules, NewSession, NewUser, Role, SetClock, Store,
    USUAL_PRIORITY, UserId,
};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{App, Options, SoftPhones};

/// A Tuesday, 10:00 in Amsterdam.
const START: &str = "2026-01-06T09:00:00Z";

pub struct Centre {
    pub store: Store,
    pub clock: SetClock,
    pub list: ListId,
    pub orders: Option<LineOrders>,
    router: Router,
    runtime: Runtime,
    pub folder: PathBuf,
}

/// An agent's browser.
#[derive(Clone)]
pub struct Desk {
    pub agent: AgentId,
    pub cookie: String,
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
}

const CALLPRO: &str = include_str!("../../../../catalogues/callpro.toml");
pub const CALLMONKEY: &str = include_str!("../../../../catalogues/callmonkey.toml");

static NEXT: AtomicU32 = AtomicU32::new(0);

impl Centre {
    /// With so many contacts of one number each, the first ending in 001.
    pub fn open(contacts: u32) -> Centre {
        Self::open_under(CALLPRO, contacts)
    }

    pub fn open_under(catalogue: &str, contacts: u32) -> Centre {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("dispo-desk-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        let address: Address = format!("sqlite:{}", folder.join("web.db").display())
            .parse()
            .unwrap();
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let (router, orders) = serve(&store, &folder, None);
        let list = add_list(&store, catalogue);
        let centre = Centre {
            router,
            store,
            clock,
            list,
            orders: Some(orders),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            folder,
        };
        centre.import((1..=contacts).map(|n| contact(n, &[n])).collect());
        centre
    }

    /// Agents may talk by their browsers from here on.
    pub fn talk_by_browser(&mut self, phones: SoftPhones) {
        let (router, orders) = serve(&self.store, &self.folder, Some(phones));
        self.router = router;
        self.orders = Some(orders);
    }

    /// The program ends and starts again on the same store.
    pub fn restart(&mut self) {
        let (router, orders) = serve(&self.store, &self.folder, None);
        self.router = router;
        self.orders = Some(orders);
    }

    pub fn import(&self, contacts: Vec<NewContact>) {
        let file = format!("file of {} at {}", contacts.len(), self.clock.now());
        let import = self
            .store
            .begin_import(self.list, Mode::Append, &file, &file)
            .unwrap();
        let rows = contacts.len() as u64;
        let batch = Batch {
            contacts,
            lines_done: rows + 1,
            counts: ImportCounts {
                rows,
                imported: rows,
                ..ImportCounts::default()
            },
            ..Batch::default()
        };
        self.store.stage(&import, batch).unwrap();
        self.store.make_live(import.id).unwrap();
    }

    pub fn pass(&self, minutes: i64) {
        self.clock
            .advance_to(self.clock.now() + SignedDuration::from_mins(minutes));
    }

    /// A user of that role, logged in, with a desk where she is an agent.
    pub fn somebody(&self, login: &str, role: Role, language: &str) -> Desk {
        let new = NewUser {
            login: login.to_owned(),
            name: login.to_owned(),
            password_hash: None,
            role,
            agent: None,
            language: Some(language.to_owned()),
            must_change: false,
        };
        let user = self
            .store
            .add_user(new, Author::default())
            .unwrap()
            .unwrap();
        let agent = self.store.user(user).unwrap().unwrap().agent;
        if let Some(agent) = agent {
            let campaigns = self.store.campaigns().unwrap();
            self.store.assign(campaigns[0].id, agent).unwrap();
        }
        self.log_in(user)
    }

    /// A browser in which that user has just logged in.
    pub fn log_in(&self, user: UserId) -> Desk {
        let agent = self.store.user(user).unwrap().unwrap().agent;
        let token = format!("token {}", NEXT.fetch_add(1, Ordering::Relaxed));
        let session = NewSession {
            token_hash: sha256(&token),
            user,
            lasts: SignedDuration::from_hours(12),
            idle: None,
            address: "192.0.2.7".to_owned(),
            agent_text: "Firefox/140".to_owned(),
        };
        self.store.open_session(session).unwrap().unwrap();
        Desk {
            agent: agent.unwrap_or(AgentId(0)),
            cookie: format!("dispo={token}"),
        }
    }

    pub fn agent(&self, login: &str) -> Desk {
        self.somebody(login, Role::Agent, "en")
    }

    pub fn get(&self, desk: &Desk, path: &str) -> Answer {
        let request = Request::builder()
            .method(Method::GET)
            .uri(path)
            .header(header::HOST, "centre.example")
            .header(header::COOKIE, desk.cookie.as_str());
        self.send(request.body(Body::empty()).unwrap())
    }

    /// A form as the page sends it with its script.
    pub fn post(&self, desk: &Desk, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(posting(desk, path, form, true))
    }

    /// The same form where scripts are off.
    pub fn post_plainly(&self, desk: &Desk, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(posting(desk, path, form, false))
    }

    pub fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(answer(self.router.clone(), request))
    }

    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The contact in the agent's hands.
    pub fn in_hand(&self, desk: &Desk) -> Option<ContactId> {
        let row = self.store.agent(desk.agent).unwrap().unwrap();
        row.hand.map(|contact| contact.id)
    }

    /// What the line says of the newest call of the contact in hand.
    pub fn line(&self, desk: &Desk, report: impl Fn(u32) -> Report) {
        let contact = self.in_hand(desk).expect("a contact in hand");
        let state = self.store.contact(self.list, contact).unwrap().unwrap();
        let entry = Entry::report(self.list, contact, engine::Actor::Line, report(state.dials));
        self.store.record(entry).unwrap();
    }

    pub fn ends(&self, desk: &Desk, outcome: Outcome) {
        self.line(desk, |attempt| Report::Ended {
            attempt,
            outcome,
            cause: Cause::default(),
        });
    }

    pub fn code_of(&self, contact: ContactId) -> String {
        let state = self.store.contact(self.list, contact).unwrap().unwrap();
        state.code.to_string()
    }
}

impl Drop for Centre {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn serve(store: &Store, folder: &Path, soft_phones: Option<SoftPhones>) -> (Router, LineOrders) {
    let (switchboard, orders) = store::switchboard();
    let options = Options {
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        https: false,
        switchboard,
        uploads: folder.join("uploads"),
        demo: None,
        soft_phones,
        vault: Some(vault::Vault::open(&folder.join("sounds"), &folder.join("keys")).unwrap()),
    };
    (web::router(App::new(store.clone(), options)), orders)
}

fn add_list(store: &Store, catalogue: &str) -> ListId {
    let field = |name: &str, external: &str| Field {
        name: name.to_owned(),
        external: external.to_owned(),
        ..Field::default()
    };
    let list = store
        .add_list(NewList {
            name: "Hotleads".to_owned(),
            country: "NL".to_owned(),
            rules: NewRules {
                catalogue: catalogue.to_owned(),
                law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
                settings: Settings::default(),
            },
            fields: vec![field("name", "Naam"), field("email", "E-mail")],
        })
        .unwrap();
    let campaign = store
        .add_campaign("Hotleads", CampaignState::Running)
        .unwrap();
    store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
    list
}

/// A contact with numbers of the German drama range.
pub fn contact(n: u32, endings: &[u32]) -> NewContact {
    let numbers = endings
        .iter()
        .map(|ending| Number::new(493_023_125_000 + u64::from(*ending)).unwrap())
        .collect();
    NewContact {
        line: u64::from(n) + 1,
        key: Some(format!("K{n}")),
        dedupe: Some(i64::from(n)),
        numbers,
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        kind: ContactKind::Consumer,
        arrival: None,
        consent: None,
        fields: format!(r#"{{"name":"Person {n}","email":""}}"#),
    }
}

pub fn posting(desk: &Desk, path: &str, form: &[(&str, &str)], scripted: bool) -> Request<Body> {
    let body: Vec<String> = form
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::HOST, "centre.example")
        .header(header::COOKIE, desk.cookie.as_str())
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    if scripted {
        request = request.header("hx-request", "true");
    }
    request.body(Body::from(body.join("&"))).unwrap()
}

pub async fn answer(router: Router, request: Request<Body>) -> Answer {
    let answer = router.oneshot(request).await.unwrap();
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, 10_000_000).await.unwrap();
    let location = parts.headers.get(header::LOCATION);
    Answer {
        status: parts.status,
        location: location
            .map_or("", |value| value.to_str().unwrap())
            .to_owned(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

impl Answer {
    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn says(&self, part: &str) -> &Answer {
        assert!(self.body.contains(part), "no {part:?} in {}", self.body);
        self
    }

    #[track_caller]
    pub fn lacks(&self, part: &str) -> &Answer {
        assert!(!self.body.contains(part), "{part:?} in {}", self.body);
        self
    }

    /// What stands between two marks of the page.
    #[track_caller]
    pub fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self.body.split_once(before).expect(before);
        let (part, _) = rest.split_once(after).expect(after);
        part.to_owned()
    }

    /// The mark of the handling that every form of the desk carries.
    #[track_caller]
    pub fn hand(&self) -> String {
        self.between("name=\"hand\" value=\"", "\"")
    }

    #[track_caller]
    pub fn state(&self) -> String {
        self.between("data-state=\"", "\"")
    }
}

fn escaped(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
