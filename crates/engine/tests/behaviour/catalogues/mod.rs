//! The shipped catalogues load and carry every code; broken ones say all that is wrong.

mod broken;
mod crosswalk;
mod doubtful;
mod groups;
mod over;
mod shipped;
mod written;
