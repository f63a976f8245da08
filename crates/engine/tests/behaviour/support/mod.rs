//! What all tests stand on: rules to work by, and a world in which to play with them.

pub mod rulebook;
pub mod world;

pub use rulebook::Rulebook;
pub use world::World;

use engine::{AgentId, Outcome, Slot};

pub const ANNA: AgentId = AgentId(1);
pub const BERT: AgentId = AgentId(2);
pub const CAROL: AgentId = AgentId(3);
pub const FIRST: Slot = Slot(0);
pub const SECOND: Slot = Slot(1);

/// Plays a scenario by the shipped catalogue, and once more after every code of it was
/// renamed and the groups were shuffled: the engine must not know any code.
pub fn play(scenario: impl Fn(World)) {
    for rulebook in [Rulebook::callpro(), Rulebook::renamed()] {
        scenario(World::new(rulebook));
    }
}

/// Every outcome of the line but a person's answer.
pub fn unanswered() -> impl Iterator<Item = Outcome> {
    Outcome::ALL
        .into_iter()
        .filter(|outcome| *outcome != Outcome::Answered)
}
