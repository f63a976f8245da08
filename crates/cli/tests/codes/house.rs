//! A centre as `dispo serve` runs it: pages, lines on a simulated exchange, keeper; one agent, one
//! supervisor, a program with a token; and a clock that is moved on by hand.

use crate::line::callee;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use engine::{AgentId, Contact, ContactId, ListId, Settings, Zone};
use import::{Handling, Order, Source};
use jiff::{SignedDuration, Timestamp};
use lists::Country;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use store::{
    Address, Author, CampaignState, Clock, Durability, Mode, NewList, NewRules, NewSession,
    NewToken, NewUser, Role, SetClock, Store, USUAL_PRIORITY,
};
use telephony::{Callee, SimulatedCaller};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use workers::{Centre, Lines};

/// A Tuesday, 10:00 in Amsterdam.
const START: &str = "2026-01-06T09:00:00Z";
const TOKEN: &str = "dispo_scenarios";

static NEXT: AtomicU32 = AtomicU32::new(0);

pub struct House {
    folder: PathBuf,
    pub store: Store,
    clock: SetClock,
    runtime: Runtime,
    router: Router,
    centre: Option<Centre>,
    /// What the far end does with the next call.
    callee: Arc<Mutex<Callee>>,
    catalogue: String,
    list: Option<ListId>,
    pub agent: AgentId,
    files: u32,
}

pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl House {
    pub fn open(catalogue: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("dispo-codes-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        let address: Address = format!("sqlite:{}", folder.join("house.db").display())
            .parse()
            .unwrap();
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let callee = Arc::new(Mutex::new(callee("busy", false).unwrap()));
        let (router, centre) = start(&store, &folder, Some(&callee));
        let agent = person(&store, "ada", Role::Agent).unwrap();
        person(&store, "sue", Role::Supervisor);
        let token = NewToken {
            name: "scenarios".to_owned(),
            hash: sha256(TOKEN),
            scopes: [
                "read:lists",
                "write:lists",
                "write:suppressions",
                "read:metrics",
            ]
            .map(str::to_owned)
            .to_vec(),
            expires_at: None,
        };
        store.add_token(token, Author::default()).unwrap();
        Self {
            folder,
            store,
            clock,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            router,
            centre: Some(centre),
            callee,
            catalogue: catalogue.to_owned(),
            list: None,
            agent,
            files: 0,
        }
    }

    pub fn takes_note(&mut self, code: &str) -> bool {
        let list = self.list();
        let rules = self.store.list(list).unwrap().unwrap().rules;
        let rules = self.store.rules(rules).unwrap();
        rules.catalogue.find(code).is_some_and(|found| found.pop_up)
    }

    /// Another value in the catalogue, before the list is made.
    pub fn alter(&mut self, code: &str, name: &str, value: i64) -> Result<(), String> {
        let mut file: toml::Table = self.catalogue.parse().unwrap();
        let all = file["disposition"].as_array_mut().unwrap();
        let found = all
            .iter_mut()
            .find(|one| one["code"].as_str() == Some(code));
        let one = found.and_then(toml::Value::as_table_mut);
        let one = one.ok_or_else(|| format!("the catalogue has no {code}"))?;
        one.insert(name.to_owned(), toml::Value::Integer(value));
        self.catalogue = file.to_string();
        Ok(())
    }

    /// A code of the house's own, made after the pattern of another, before the list is made.
    pub fn add_code(&mut self, like: &str, code: &str, cause: &str) -> Result<(), String> {
        let mut file: toml::Table = self.catalogue.parse().unwrap();
        let all = file["disposition"].as_array_mut().unwrap();
        let found = all.iter().find(|one| one["code"].as_str() == Some(like));
        let found = found.and_then(toml::Value::as_table);
        let mut own = found.cloned().ok_or("nothing to make it like")?;
        for name in ["name", "hotkey", "on", "canonical", "system"] {
            own.remove(name);
        }
        own.insert("code".to_owned(), code.into());
        own.insert("cause".to_owned(), cause.into());
        own.insert(
            "meaning".to_owned(),
            "concluded.unsuitable.wrong_contact".into(),
        );
        all.push(own.into());
        self.catalogue = file.to_string();
        Ok(())
    }

    /// The call list, made when it is first needed.
    pub fn list(&mut self) -> ListId {
        if let Some(list) = self.list {
            return list;
        }
        let list = self
            .store
            .add_list(NewList {
                name: "Voorjaar".to_owned(),
                country: "NL".to_owned(),
                rules: NewRules {
                    catalogue: self.catalogue.clone(),
                    law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
                    settings: Settings::default(),
                },
                fields: Vec::new(),
            })
            .unwrap();
        let campaign = self
            .store
            .add_campaign("Voorjaar", CampaignState::Running)
            .unwrap();
        self.store.add_link(campaign, list, USUAL_PRIORITY).unwrap();
        self.store.assign(campaign, self.agent).unwrap();
        self.list = Some(list);
        list
    }

    /// Takes a file in as `dispo import` does.
    pub fn import(&mut self, text: &str, mode: Mode) -> Result<(), String> {
        let list = self.list();
        self.files += 1;
        let path = self.folder.join(format!("file-{}.csv", self.files));
        std::fs::write(&path, text).unwrap();
        let list = self.store.list(list).unwrap().unwrap();
        let source = Source::open(&path, None, Some("Klantnummer")).map_err(|e| e.to_string())?;
        let order = Order {
            mode,
            invalid: Handling::Code,
            duplicate: Handling::Code,
            stop_after: None,
            absent_most: 100,
        };
        let stop = AtomicBool::new(false);
        import::run(
            &self.store,
            &list,
            Country::Nl,
            source,
            &order,
            &stop,
            &mut |_| {},
        )
        .map(|_| ())
        .map_err(|error| error.to_string())
    }

    /// The contact that came last.
    pub fn contact(&mut self) -> Result<Contact, String> {
        let list = self.list();
        let rows = self.store.contacts_after(list, ContactId(0), 10).unwrap();
        let last = rows.last().ok_or("no contact came")?.id;
        Ok(self.store.contact(list, last).unwrap().unwrap())
    }

    pub fn far_end(&self, next: Callee) {
        *self.callee.lock().unwrap() = next;
    }

    /// Lets seconds pass, one after the other.
    pub fn pass(&mut self, seconds: i64) {
        for _ in 0..seconds {
            let next = self.clock.now() + SignedDuration::from_secs(1);
            self.clock.advance_to(next);
            self.step();
        }
    }

    /// Goes on at a later instant.
    pub fn go_to(&mut self, at: Timestamp) {
        self.clock.advance_to(at.max(self.clock.now()));
        self.step();
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn step(&mut self) {
        if let Some(centre) = &mut self.centre {
            centre.step().unwrap();
        }
    }

    /// The program dies, its exchange with it, and starts again.
    pub fn restart(&mut self) {
        let callee = Arc::clone(&self.callee);
        self.start_anew(Some(&callee));
    }

    /// The same, and no exchange is connected.
    pub fn unplug(&mut self) {
        self.start_anew(None);
    }

    fn start_anew(&mut self, callee: Option<&Arc<Mutex<Callee>>>) {
        self.centre = None;
        let (router, centre) = start(&self.store, &self.folder, callee);
        self.router = router;
        self.centre = Some(centre);
        self.step();
    }

    /// Somebody calls.
    pub fn ring_in(&mut self, caller: SimulatedCaller) {
        let now = self.clock.now();
        if let Some(centre) = &mut self.centre {
            centre.lines.exchange().ring_in(caller, now);
        }
        self.pass(1);
    }

    pub fn browse(&self, who: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", escaped(value)))
            .collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::HOST, "centre.example")
            .header(header::COOKIE, format!("dispo=token of {who}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header("hx-request", "true");
        self.send(request.body(Body::from(body.join("&"))).unwrap())
    }

    pub fn program(&self, method: Method, path: &str, body: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {TOKEN}"))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let status = answer.status().as_u16();
            let bytes = to_bytes(answer.into_body(), 10_000_000).await.unwrap();
            Answer {
                status,
                body: String::from_utf8_lossy(&bytes).into_owned(),
            }
        })
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn start(
    store: &Store,
    folder: &std::path::Path,
    callee: Option<&Arc<Mutex<Callee>>>,
) -> (Router, Centre) {
    let (switchboard, orders) = store::switchboard();
    let options = web::Options {
        zone: Zone::new("Europe/Amsterdam").unwrap(),
        https: false,
        switchboard,
        uploads: folder.join("uploads"),
        demo: None,
        soft_phones: None,
        vault: None,
    };
    let router = web::router(web::App::new(store.clone(), options));
    let lines = match callee.map(Arc::clone) {
        Some(callee) => {
            Lines::simulated(orders, Box::new(move |_, _| callee.lock().unwrap().clone()))
        }
        None => Lines::unconnected(orders),
    };
    (router, Centre::open(store.clone(), lines).unwrap())
}

/// Somebody with a browser, whose session outlasts every scenario.
fn person(store: &Store, login: &str, role: Role) -> Option<AgentId> {
    let new = NewUser {
        login: login.to_owned(),
        name: login.to_owned(),
        password_hash: None,
        role,
        agent: None,
        language: Some("en".to_owned()),
        must_change: false,
    };
    let user = store.add_user(new, Author::default()).unwrap().unwrap();
    let session = NewSession {
        token_hash: sha256(&format!("token of {login}")),
        user,
        lasts: SignedDuration::from_hours(24 * 400),
        idle: None,
        address: "192.0.2.7".to_owned(),
        agent_text: "Firefox/140".to_owned(),
    };
    store.open_session(session).unwrap().unwrap();
    store.user(user).unwrap().unwrap().agent
}

fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    value
        .bytes()
        .map(|byte| match plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
