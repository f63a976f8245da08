//! Speaks HTTP: pages for people, JSON for programs.
//!
//! # How a page is made
//!
//! Every part of the product is an *area* (`area/desk`, `area/floor`, …) with its own pages,
//! templates (`templates/<area>/`), words (`locales/<language>/<area>.ftl`) and style sheet
//! (`assets/css/<area>.css`). An area registers its [`Routes`]: method, path, and who may go
//! there. That table is what the router is made of, so no page can forget its guard, and the
//! tests walk all of it.
//!
//! A page is a struct with its template beside it; a handler is parse → store → render:
//!
//! ```ignore
//! #[derive(Template)]
//! #[template(path = "floor/floor.html")]
//! struct Floor { shell: Shell, rows: Vec<Row> }
//!
//! async fn floor(visitor: Visitor, State(app): State<App>) -> Result<Page<Floor>, Failure> {
//!     let rows = app.ask(|store| store.floor()).await?;
//!     Ok(Page(Floor { shell: visitor.shell("floor-title"), rows }))
//! }
//! ```
//!
//! Templates extend `shell.html` and fill the blocks `main` (the page) and, where they need
//! it, `bar` (beside the title). Words: `{{ shell.t("floor-title") }}`, with a number
//! `{{ shell.n("floor-agents", 3) }}`, with names `{{ shell.with("hello", [("name", name)]) }}`.
//! Parts of pages that are sent alone have a `words: Words` and say `words.t("…")`.
//! Numbers, times and dates by `Words`, too: `words.number(1204)`, `words.time(at)`.
//!
//! # What moves
//!
//! See [`live`]: a block with `data-live="topic"` is fetched again when its topic changes.

mod app;
mod area;
mod assets;
mod audited;
mod called;
mod consent;
mod driving;
mod failure;
mod guard;
pub mod live;
mod optout;
mod origin;
mod page;
mod password;
mod presence;
mod requests;
mod routes;
mod running;
mod script;
mod seat;
mod secret;
mod serve;
mod session;
mod shell;
mod soft_phones;
mod week;
mod words;

pub use app::{App, Demo, DemoSeat, Options};
pub use area::{Access, access_html, access_of, first_start};
pub use consent::{ConsentReport, consent_report, language_of};
pub use failure::Failure;
pub use optout::{BadLink, OptOut, OptedOut, USUAL_DAYS};
pub use routes::{Listed, Routes, all_routes};
pub use seat::{Seat, Visitor};
pub use serve::{router, serve};
pub use soft_phones::{SoftPhone, SoftPhones};
pub use words::{Language, Reasons, Words};
