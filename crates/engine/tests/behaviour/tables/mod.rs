//! Tables of every state and everything that can happen in it.

mod agent;
mod contact;
mod line;
