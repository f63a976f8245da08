//! The sub-commands, one file each: read the words, ask the store, show what came of it.

pub mod access;
pub mod audit;
pub mod bench;
pub mod catalogue;
pub mod consent;
pub mod demo;
mod demo_list;
mod desks;
pub mod doctor;
pub mod erase;
pub mod explain;
pub mod export;
pub mod import;
pub mod imports;
mod interrupt;
pub mod law;
pub mod migrate;
pub mod move_list;
mod new_list;
pub mod report;
pub mod retain;
pub mod routes;
mod running;
pub mod serve;
pub mod simulate;
mod stated;
pub mod suppress;
