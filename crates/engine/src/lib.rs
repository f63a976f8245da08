//! Decides what follows from an event, without doing any of it.
//!
//! No clock, no chance, no input or output: `at` comes in with the event, chance is drawn
//! from ids, everything else is in the arguments. The laws it keeps:
//!
//! - A report cannot be refused. What comes late is noted and changes nothing.
//! - A contact is in nobody's hands or in one agent's. It leaves them only by `settle`,
//!   which closes the line and gives every call its one disposition.
//! - A technical return puts the contact back untouched: it kept its standing all along.
//! - Every open contact has a due instant or waits for something that is named.
//! - A final disposition beats a limit; a limit closes the contact and leaves the attempts
//!   their own codes.
//! - Nothing is dialled without a [`Permit`], and only [`permit()`] makes one.
//! - The engine knows no code. The catalogue answers triggers.
//! - Every decision says why, as data.

mod agent;
mod because;
mod bounds;
mod call_order;
pub mod callback;
mod carried;
pub mod catalogue;
pub mod chance;
pub mod consent;
mod contact;
mod contact_kind;
mod counters;
pub mod crosswalk;
mod decide;
mod decision;
mod entered;
mod event;
mod facts;
mod handling;
mod history;
mod id;
mod inbound;
pub mod law;
mod limits;
mod machines;
pub mod meaning;
pub mod number;
mod observe;
pub mod offer;
mod offerable;
mod origin;
mod outcome;
mod overlay;
mod period;
mod permit;
mod place;
mod profile;
mod progressive;
mod queue;
mod recording;
pub mod roster;
mod rules;
mod score;
mod session;
mod settle;
mod sign;
mod sound;
mod stock;
mod talk;
pub mod time_of_day;
mod trigger;
pub mod weekdays;
mod windows;
mod zone;

pub use agent::{Agent, AgentCommand, AgentPhase, AgentRefusal, Presence};
pub use because::Because;
pub use bounds::{Bounds, first_of};
pub use call_order::{AskedOrder, CallOrder, CallOrderError};
pub use carried::{Carried, counterpart};
pub use catalogue::Catalogue;
pub use consent::{Basis, Consent, EVIDENCE, EvidenceProblem, Purpose, Stated, UnknownWord};
pub use contact::{Contact, Elsewhere, Held, NumberState, Standing};
pub use contact_kind::{ContactKind, ContactKindError};
pub use counters::Counters;
pub use decide::{Beside, decide, filled_in, fits};
pub use decision::{Decision, Effect, Refusal};
pub use entered::{Deal, Entered, Money};
pub use event::{Actor, CallbackChoice, Command, ConsentChange, Event, Report};
pub use facts::{Facts, Ledger, NumberFacts, Shown};
pub use handling::{Attempt, Call, Cause, Handling, Line, Phase};
pub use history::{CameTo, History, Past, UNDO_WITHIN};
pub use id::{AgentId, CampaignId, Code, ContactId, ListId, Slot};
pub use inbound::InboundEnd;
pub use law::Law;
pub use limits::{LimitHit, Limits};
pub use machines::Machines;
pub use number::{Number, NumberError};
pub use observe::observe;
pub use offerable::{Offerable, offerable};
pub use origin::Origin;
pub use outcome::Outcome;
pub use overlay::{Laid, Overlay};
pub use period::{Period, PeriodError};
pub use permit::{Conduct, Denial, Permit, permit};
pub use place::{Place, Shelf};
pub use profile::{MOST_DAYS, Often, Profile, Says};
pub use progressive::{DeskStep, Progressive, desk_step};
pub use queue::{QueueRules, QueueTurn, Waiter};
pub use recording::{Owed, Recorded, Recording, USUAL_DAYS};
pub use roster::Roster;
pub use rules::{ListBasis, Ownership, Rules, Settings, Share};
pub use score::Score;
pub use session::SessionState;
pub use sign::Sign;
pub use sound::{Announcement, CallSounds, NoSound, Sound};
pub use talk::{
    Attendance, Attends, Gone, Keys, KeysProblem, Listener, Listening, NotThere, Other, OtherStage,
    Talk, Whom, Wish,
};
pub use trigger::{LimitKind, Trigger};
pub use windows::{Counter, Ending, Tried, Window};
pub use zone::{Zone, ZoneError};
