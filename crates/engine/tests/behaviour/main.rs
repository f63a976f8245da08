//! What the engine does, seen from outside: the transition table, scenarios in the words of
//! the trade, laws over random histories, and the shipped catalogues.

#[cfg(test)]
mod catalogues;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod scenarios;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tables;
