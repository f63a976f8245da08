//! Writes the configuration of an Asterisk that Dispo drives.
//!
//! Settings say what differs from house to house: trunks, phones, ports, passwords. The forms in
//! `asterisk/exchange` say the rest, each setting with what it is for.

mod folder;
mod forms;
mod reading;
mod secret;
mod sections;
mod settings;
mod tls;
mod transport;
mod value;

pub use folder::{NotWritten, write};
pub use forms::{File, files};
pub use settings::{Ari, Folders, Kind, Phone, Rtp, Settings, Sip, Trunk};
pub use tls::Tls;
pub use transport::{Media, Transport};

/// The settings as they were used, beside the files made of them.
pub const SETTINGS: &str = "dispo.toml";
