//! A house with its doors, spoken to as a browser does.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use engine::Zone;
use jiff::SignedDuration;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{
    Address, Author, Clock, Durability, NewSession, NewUser, Role, SetClock, Store, UserId,
};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{App, Options};

pub struct House {
    pub store: Store,
    pub clock: SetClock,
    router: Router,
    runtime: Runtime,
    folder: PathBuf,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// A Tuesday, 10:00 in Amsterdam.
const START: &str = "2026-01-06T09:00:00Z";

/// The browser of somebody who has logged in; without a cookie, of somebody who has not.
#[derive(Clone, Default)]
pub struct Browser {
    pub cookie: String,
}

impl House {
    pub fn open() -> House {
        House::with(false)
    }

    pub fn with(https: bool) -> House {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("dispo-web-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        let address: Address = format!("sqlite:{}", folder.join("web.db").display())
            .parse()
            .unwrap();
        let clock = SetClock::at(START.parse().unwrap());
        let store = Store::open(&address, Clock::Set(clock.clone()), Durability::Relaxed).unwrap();
        let options = Options {
            zone: Zone::new("Europe/Amsterdam").unwrap(),
            https,
            switchboard: store::switchboard().0,
            uploads: folder.join("uploads"),
            demo: None,
            soft_phones: None,
            vault: None,
        };
        House {
            router: web::router(App::new(store.clone(), options)),
            store,
            clock,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            folder,
        }
    }

    pub fn pass(&self, minutes: i64) {
        let now = self.clock.now() + SignedDuration::from_mins(minutes);
        self.clock.advance_to(now);
    }

    /// A user without a password: tests that need none are spared the work of hashing.
    pub fn add(&self, login: &str, role: Role) -> UserId {
        let new = NewUser {
            login: login.to_owned(),
            name: format!("{login} of the house"),
            password_hash: None,
            role,
            agent: None,
            language: Some("en".to_owned()),
            must_change: false,
        };
        self.store
            .add_user(new, Author::default())
            .unwrap()
            .unwrap()
    }

    /// A browser with a session of that user.
    pub fn browser_of(&self, user: UserId) -> Browser {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let token = format!("token {}", NEXT.fetch_add(1, Ordering::Relaxed));
        let new = NewSession {
            token_hash: sha256(&token),
            user,
            lasts: SignedDuration::from_hours(12),
            idle: Some(SignedDuration::from_hours(2)),
            address: "192.0.2.7".to_owned(),
            agent_text: "Firefox/140".to_owned(),
        };
        self.store.open_session(new).unwrap().unwrap();
        Browser {
            cookie: format!("dispo={token}"),
        }
    }

    /// A new user of that role, logged in.
    pub fn somebody(&self, login: &str, role: Role) -> (UserId, Browser) {
        let id = self.add(login, role);
        (id, self.browser_of(id))
    }

    pub fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let kind = parts.headers.get(header::CONTENT_TYPE);
            let endless = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/event"));
            let bytes = match endless {
                true => Vec::new(),
                false => to_bytes(body, 10_000_000).await.unwrap().to_vec(),
            };
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8(bytes).unwrap(),
            }
        })
    }

    pub fn get(&self, browser: &Browser, path: &str) -> Answer {
        self.send(
            request(browser, Method::GET, path)
                .body(Body::empty())
                .unwrap(),
        )
    }

    /// A form as a page of ours sends it.
    pub fn post(&self, browser: &Browser, path: &str, form: &str) -> Answer {
        let request = request(browser, Method::POST, path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(form.to_owned())).unwrap())
    }
}

pub fn request(browser: &Browser, method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "centre.example")
        .header(header::COOKIE, browser.cookie.as_str())
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
    pub fn goes_to(&self, path: &str) -> &Answer {
        self.is(303);
        assert_eq!(self.header("location"), path);
        self
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    /// The browser with the session cookie it was given.
    pub fn browser(&self) -> Browser {
        let cookies = self.headers.get_all(header::SET_COOKIE).iter();
        let session = cookies
            .map(|value| value.to_str().unwrap())
            .find(|value| value.contains("HttpOnly"));
        let pair = session.and_then(|cookie| cookie.split(';').next());
        Browser {
            cookie: pair.unwrap_or_default().to_owned(),
        }
    }

    /// What stands between two marks of the page.
    pub fn between(&self, before: &str, after: &str) -> String {
        let (_, rest) = self.body.split_once(before).expect(before);
        let (part, _) = rest.split_once(after).expect(after);
        part.to_owned()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
