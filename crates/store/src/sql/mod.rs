//! Every statement of the store, by name. One test prepares all of them on both databases.
//!
//! A file per table declares `static` statements and lists them in its `LIST`.

pub mod advertiser;
pub mod attempts;
pub mod audit;
pub mod bulk;
pub mod campaign;
pub mod catalogue;
pub mod ceiling;
pub mod contact;
pub mod desk;
pub mod destination;
pub mod erase;
pub mod figure;
pub mod floor;
pub mod hand;
pub mod house;
pub mod import;
pub mod inbound;
pub mod journal;
pub mod keeper;
pub mod locked;
pub mod member;
pub mod menu;
pub mod migration;
pub mod moving;
pub mod offer;
pub mod page;
pub mod past;
pub mod people;
pub mod person;
pub mod phase;
pub mod phone;
pub mod queue;
pub mod quota;
pub mod recording;
pub mod register;
pub mod retention;
mod rowwise;
pub mod saved_report;
pub mod script;
mod statement;
pub mod statistics;
pub mod suppression;
pub mod upload;

pub use rowwise::{Bulk, Column, Fetch, LARGEST, Many, Shape, int, size_for, text};
pub use statement::Statement;

/// The statements of one file.
pub struct List {
    pub statements: &'static [&'static Statement],
    pub many: &'static [&'static Many],
    pub fetch: &'static [&'static Fetch],
    pub bulk: &'static [&'static Bulk],
}

/// All statements there are.
pub static LISTS: &[&List] = &[
    &migration::LIST,
    &contact::LIST,
    &desk::LIST,
    &erase::LIST,
    &journal::LIST,
    &house::LIST,
    &offer::LIST,
    &past::LIST,
    &advertiser::LIST,
    &attempts::LIST,
    &audit::LIST,
    &bulk::LIST,
    &campaign::LIST,
    &catalogue::LIST,
    &ceiling::LIST,
    &import::LIST,
    &inbound::LIST,
    &keeper::LIST,
    &locked::LIST,
    &destination::LIST,
    &member::LIST,
    &menu::LIST,
    &moving::LIST,
    &suppression::LIST,
    &recording::LIST,
    &register::LIST,
    &figure::LIST,
    &floor::LIST,
    &hand::LIST,
    &people::LIST,
    &person::LIST,
    &phase::LIST,
    &phone::LIST,
    &queue::LIST,
    &quota::LIST,
    &retention::LIST,
    &script::LIST,
    &page::LIST,
    &statistics::LIST,
    &saved_report::LIST,
    &upload::LIST,
];
