//! A centre with one list, an agent who is ready, and a program with a token.

use crate::house::{Answer, House, sha256};
use axum::body::Body;
use axum::http::{Method, Request, header};
use engine::{
    Actor, AgentCommand, AgentId, CallbackChoice, Cause, Code, Command, ContactId, ContactKind,
    Facts, ListId, Number, Outcome, Report, Settings, Slot, Zone,
};
use jiff::SignedDuration;
use serde_json::Value;
use store::{
    Author, Batch, Entry, Field, ImportCounts, Mode, NewContact, NewList, NewRules, NewToken,
    Offered,
};

pub struct Centre {
    pub house: House,
    pub list: ListId,
    pub agent: AgentId,
}

pub const TOKEN: &str = "dispo_test";

pub const ALL: [&str; 16] = [
    "read:lists",
    "write:lists",
    "read:contacts",
    "write:contacts",
    "write:dispositions",
    "read:campaigns",
    "write:campaigns",
    "read:suppressions",
    "write:suppressions",
    "erase:contacts",
    "read:audit",
    "read:recordings",
    "write:recordings",
    "read:catalogues",
    "write:catalogues",
    "read:metrics",
];

impl Centre {
    pub fn open() -> Centre {
        let house = House::open();
        let store = &house.store;
        let field = |name: &str, external: &str| Field {
            name: name.to_owned(),
            external: external.to_owned(),
            ..Field::default()
        };
        let list = store
            .add_list_with_campaign(NewList {
                name: "Hotleads".to_owned(),
                country: "DE".to_owned(),
                rules: NewRules {
                    catalogue: include_str!("../../../../catalogues/callpro.toml").to_owned(),
                    law: Some(include_str!("../../../../jurisdictions/nl.toml").to_owned()),
                    settings: Settings::default(),
                },
                fields: vec![
                    field("reference", "Kundennummer"),
                    field("name", "Name"),
                    field("phone", "Telefon"),
                    field("mobile", "Mobil"),
                    field("email", "E-Mail"),
                ],
            })
            .unwrap();
        store.show_nobodys_number().unwrap();
        let agent = store.add_agent("Ada").unwrap();
        let campaign = store.campaigns().unwrap()[0].id;
        store.assign(campaign, agent).unwrap();
        for command in [AgentCommand::LogIn, AgentCommand::Ready] {
            store.agent_command(agent, command).unwrap().unwrap();
        }
        let centre = Centre { house, list, agent };
        centre.allow(TOKEN, &ALL);
        centre
    }

    /// A token with these scopes.
    pub fn allow(&self, token: &str, scopes: &[&str]) {
        let new = NewToken {
            name: token.to_owned(),
            hash: sha256(token),
            scopes: scopes.iter().map(|&scope| scope.to_owned()).collect(),
            expires_at: None,
        };
        self.house.store.add_token(new, Author::default()).unwrap();
    }

    /// Imports contacts whose numbers end in 001 and so on.
    pub fn import(&self, count: u32) -> Vec<ContactId> {
        let store = &self.house.store;
        let import = store
            .begin_import(self.list, Mode::Append, "file", "file")
            .unwrap();
        let contacts = (1..=count).map(|n| NewContact {
            line: u64::from(n) + 1,
            key: Some(format!("K{n}")),
            dedupe: Some(i64::from(n)),
            zone: Zone::new("Europe/Berlin").unwrap(),
            kind: ContactKind::Consumer,
            arrival: None,
            consent: None,
            numbers: vec![Number::new(493_023_125_000 + u64::from(n)).unwrap()],
            fields: format!(
                "{{\"name\":\"Person {n}\",\"phone\":\"+49302312500{n}\",\"reference\":\"K{n}\"}}"
            ),
        });
        let batch = Batch {
            contacts: contacts.collect(),
            lines_done: u64::from(count) + 1,
            counts: ImportCounts::default(),
            ..Batch::default()
        };
        store.stage(&import, batch).unwrap();
        store.make_live(import.id).unwrap();
        let rows = store.contacts_after(self.list, ContactId(0), 100).unwrap();
        rows.into_iter().map(|row| row.id).collect()
    }

    pub fn offered(&self) -> Option<ContactId> {
        match self.house.store.offer(self.agent).unwrap() {
            Offered::Contact { recorded, .. } => Some(recorded.contact.id),
            _ => None,
        }
    }

    pub fn call_back(&self) -> ContactId {
        self.call_back_of(self.list)
    }

    /// Dials, talks, and agrees on a callback in two hours.
    pub fn call_back_of(&self, list: ListId) -> ContactId {
        let store = &self.house.store;
        let contact = self.offered().unwrap();
        let actor = Actor::Agent(self.agent);
        let act = |command| {
            let entry = Entry::command(list, contact, actor, command);
            store.record(entry).unwrap()
        };
        let dial = Command::dial(Slot(0), Facts::default());
        let attempt = act(dial).contact.dials;
        for report in [
            Report::Answered { attempt },
            Report::Ended {
                attempt,
                outcome: Outcome::Answered,
                cause: Cause::default(),
            },
        ] {
            let entry = Entry::report(list, contact, Actor::Line, report);
            store.record(entry).unwrap();
        }
        act(Command::Dispose {
            code: Code::new("310"),
            callback: Some(CallbackChoice {
                at: Some(self.house.clock.now() + SignedDuration::from_hours(2)),
                ..CallbackChoice::default()
            }),
        });
        contact
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/lists/{}{rest}", self.list.0)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.house
            .send(request(Method::GET, path).body(Body::empty()).unwrap())
    }

    pub fn send(&self, method: Method, path: &str, body: &str) -> Answer {
        let request = request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.house
            .send(request.body(Body::from(body.to_owned())).unwrap())
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        self.send(Method::POST, path, body)
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::PUT, path, &body.to_string())
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.house
            .send(request(Method::DELETE, path).body(Body::empty()).unwrap())
    }
}

pub fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::AUTHORIZATION, format!("Bearer {TOKEN}"))
}

impl Answer {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// Status, code, and the faults as `field: code`.
    #[track_caller]
    pub fn problem(&self) -> (u16, String, Vec<String>) {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.body
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let faults = problem["errors"].as_array().cloned().unwrap_or_default();
        let faults = faults
            .iter()
            .map(|fault| format!("{}: {}", text(&fault["field"]), text(&fault["code"])));
        (
            self.status.as_u16(),
            text(&problem["code"]),
            faults.collect(),
        )
    }
}
