//! When a contact is due again: the callback expression, its bounds and its base instants.
//!
//! An expression says *when* in the words of the trade ("in two months at 18:00"); resolving it
//! needs an instant to count from and the contact's zone. Roster and law come afterwards, in
//! [`crate::offerable`].

mod base;
mod expression;
mod follow_up;
mod parse;
mod problem;
mod resolve;
pub mod typed;
mod value;

pub use base::{Base, BaseError, Bases};
pub use expression::{DatePart, DateUnit, Expression, Frame, LARGEST_OFFSET, TimePart, TimeUnit};
pub use follow_up::{Bounds, FollowUp, OutOfBounds};
pub use problem::{ExpressionError, ExpressionProblem};

#[cfg(test)]
mod tests;
