//! Catalogues: versions that never change, and the draft of the next one.
//!
//! A draft is worked on code by code, with what the check says beside each field and the
//! agent's buttons as they will be; before it is published the journal says what it would have
//! changed. Lists move to a version when somebody says so.

mod add;
mod code;
mod draft;
mod example;
mod fields;
mod form;
mod found;
mod frame;
mod laws;
mod meant;
mod one;
mod overview;
mod publish;
mod reasons;
mod remove;
mod reveal;
mod shown;
mod take_in;

pub(crate) use found::{newest, shipped, text_of};
pub(crate) use overview::is_plain;

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    let seat = Seat::Supervisor;
    Routes::new()
        .get("/catalogues", seat, overview::show)
        .post("/catalogues", seat, take_in::text)
        .post("/catalogues/file", seat, take_in::file)
        .get("/catalogues/{name}", seat, one::show)
        .get("/catalogues/{name}/file/{version}", seat, one::file)
        .post("/catalogues/{name}/lists/{list}", seat, one::set)
        .get("/catalogues/{name}/draft", seat, draft::show)
        .post("/catalogues/{name}/draft", seat, draft::begin)
        .get("/catalogues/{name}/draft/file", seat, one::draft_file)
        .post("/catalogues/{name}/draft/order", seat, draft::order)
        .post("/catalogues/{name}/draft/drop", seat, draft::drop)
        .post("/catalogues/{name}/draft/add", seat, add::add)
        .post("/catalogues/{name}/draft/remove", seat, remove::remove)
        .get("/catalogues/{name}/draft/code", seat, code::show)
        .post("/catalogues/{name}/draft/code", seat, code::set)
        .get("/catalogues/{name}/draft/frame", seat, frame::show)
        .post("/catalogues/{name}/draft/frame", seat, frame::set)
        .post("/catalogues/{name}/draft/buttons", seat, code::buttons)
        .get("/catalogues/{name}/draft/publish", seat, publish::show)
        .post("/catalogues/{name}/draft/publish", seat, publish::publish)
}
