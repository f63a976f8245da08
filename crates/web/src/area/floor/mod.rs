//! The supervisor's live view of agents and campaigns, and what is done from there: messages,
//! breaks, moves, contacts taken out of somebody's hands, the campaign grid.

mod acts;
mod alerts;
mod asked;
mod board;
mod campaigns;
mod ending;
mod grid;
mod held;
mod listen;
mod messages;
mod one;
mod rows;
mod screen;
mod thresholds;
mod ticks;
mod trend;

pub use held::why_key;
pub use listen::listeners;
pub use messages::{Unread, unread};

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    let seat = Seat::Supervisor;
    Routes::new()
        .get("/floor", seat, screen::page)
        .get("/floor/now", seat, screen::now)
        .get("/floor/held", seat, held::page)
        .get("/floor/settings", seat, thresholds::page)
        .post("/floor/settings", seat, thresholds::save)
        .get("/floor/messages", seat, messages::page)
        .post("/floor/messages", seat, messages::send)
        .post("/floor/messages/read", Seat::Desk, messages::read)
        .get("/floor/grid", seat, grid::page)
        .post("/floor/grid", seat, grid::look)
        .post("/floor/grid/save", seat, grid::save)
        .post("/floor/grid/template", seat, grid::template)
        .get("/floor/agents/{id}", seat, one::page)
        .get("/floor/agents/{id}/now", seat, one::now)
        .post("/floor/agents/{id}/message", seat, acts::message)
        .post("/floor/agents/{id}/move", seat, acts::move_to)
        .post("/floor/agents/{id}/break", seat, acts::pause)
        .post("/floor/agents/{id}/ready", seat, acts::ready)
        .post("/floor/agents/{id}/listen", seat, listen::listen)
        .get("/floor/agents/{id}/unlock", seat, ending::unlock_page)
        .post("/floor/agents/{id}/unlock", seat, ending::unlock)
        .get("/floor/agents/{id}/end", seat, ending::end_page)
        .post("/floor/agents/{id}/end", seat, ending::end)
}
