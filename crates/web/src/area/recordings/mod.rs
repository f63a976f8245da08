//! Recordings of talks: found, listened to, destroyed. Supervisors hear all of them, an agent her
//! own where her campaign lets her; who listened is in the trail.

mod acts;
mod may;
mod one;
mod page;
mod range;
mod sound;

pub(crate) use may::Heard;
pub(crate) use sound::{Asked as SoundAsked, Unheard, answer as sound_answer};

use crate::routes::Routes;
use crate::seat::Seat;

pub fn routes() -> Routes {
    Routes::new()
        .get("/recordings", Seat::Anybody, page::page)
        .get(
            "/recordings/{list}/{contact}/{attempt}",
            Seat::Anybody,
            one::page,
        )
        .get(
            "/recordings/{list}/{contact}/{attempt}/sound",
            Seat::Anybody,
            sound::hear,
        )
        .post(
            "/recordings/{list}/{contact}/{attempt}/destroy",
            Seat::Supervisor,
            acts::destroy,
        )
}
