//! What holds on SQLite and PostgreSQL alike. Run beside a server that may be written to:
//! `scripts/postgres-for-tests cargo nextest run -p store`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod advertising;
mod arriving;
mod asking;
mod auditing;
mod batches;
mod by_hand;
mod callbacks;
mod calling_back;
mod campaigning;
mod catalogues;
mod ceiling;
mod centre;
mod connection;
mod consenting;
mod correcting;
mod crash;
mod destinations;
mod differential;
mod doctoring;
mod door;
mod erasing;
mod flooring;
mod hinting;
mod importing;
mod in_bulk;
mod inbound;
mod known;
mod locked;
mod membership;
mod migrations;
mod moving;
mod offering;
mod one_batch;
mod ordering;
mod owning;
mod paging;
mod people;
mod phases;
mod plans;
mod presence;
mod previewing;
mod recordings;
mod refusing;
mod registering;
mod rowwise;
mod same_number;
mod scoring;
mod searching;
mod sharing;
mod showing;
mod sounding;
mod statements;
mod statistics;
mod support;
mod suppressing;
mod together;
mod transactions;
mod uploads;
mod watching;
