//! Laws over random histories: several contacts and agents, all four catalogues, jumps in
//! time, reports that come late or twice, commands that make no sense.
//!
//! Each law prints how often every state, every limit and the code for another number
//! occurred in its histories. A law that never met one of them has proved nothing.

mod census;
mod generated;
mod history;
mod play;
mod redrawn;

mod attempts;
mod claims;
mod limits;
mod moving;
mod replay;
mod silence;
mod standing;
mod telling;
