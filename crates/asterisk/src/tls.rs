//! Certificates: ours, and whose word counts for a carrier's.

use crate::reading::{Faults, Table};
use crate::value;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tls {
    pub port: u16,
    /// By which we prove who we are: needed where a carrier calls in by TLS, or asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Certificates whose word counts.
    pub authorities: String,
    pub verify: bool,
}

/// Where distributions of the Debian family keep them.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

impl Tls {
    /// Certificate and key, where we have one.
    pub fn own(&self) -> Option<(&str, &str)> {
        self.certificate.as_deref().zip(self.key.as_deref())
    }
}

pub fn read(mut table: Table, faults: &mut Faults) -> Tls {
    let tls = Tls {
        port: table.number("port", 1, faults).unwrap_or(5061),
        certificate: table.text("certificate", value::folder, faults),
        key: table.text("key", value::folder, faults),
        authorities: table
            .text("authorities", value::folder, faults)
            .unwrap_or_else(|| AUTHORITIES.to_owned()),
        verify: table.flag("verify", faults).unwrap_or(true),
    };
    if tls.certificate.is_some() != tls.key.is_some() {
        table.blame(
            "certificate and key belong together: write both, or neither",
            faults,
        );
    }
    table.finish(faults);
    tls
}
