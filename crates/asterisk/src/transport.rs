//! By which ways SIP goes: one section for each protocol and each family of addresses that is used.

use crate::sections;
use crate::settings::{Settings, Trunk};
use serde::Serialize;
use std::net::IpAddr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    Udp,
    Tcp,
    Tls,
}

/// How sound goes to a carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    Plain,
    /// Encrypted, with keys that come along with SIP.
    Sdes,
}

impl Transport {
    pub fn word(self) -> &'static str {
        match self {
            Self::Udp => "udp",
            Self::Tcp => "tcp",
            Self::Tls => "tls",
        }
    }

    pub fn usual_port(self) -> u16 {
        match self {
            Self::Udp | Self::Tcp => 5060,
            Self::Tls => 5061,
        }
    }

    /// What a URI ends with that goes this way.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Udp => "",
            Self::Tcp => ";transport=tcp",
            Self::Tls => ";transport=tls",
        }
    }

    /// What the section is called.
    pub fn section(self, is_v6: bool) -> String {
        let family = if is_v6 { "6" } else { "" };
        format!("{}{family}", self.word())
    }
}

impl Settings {
    /// The address of ours from which a trunk's host is reached. A name is reached by IPv4 where we have
    /// it.
    pub fn reaches(&self, trunk: &Trunk) -> Option<IpAddr> {
        let wanted = trunk.host.parse::<IpAddr>().ok();
        let fits = |own: &IpAddr| wanted.is_none_or(|host| host.is_ipv6() == own.is_ipv6());
        let mut own: Vec<IpAddr> = self.sip.addresses().collect();
        own.sort_by_key(IpAddr::is_ipv6);
        own.into_iter().find(fits)
    }
}

/// The sections of all ways that are used. Desk phones use UDP.
pub fn sections(settings: &Settings) -> String {
    let mut text = String::new();
    for own in settings.sip.addresses() {
        let trunks = settings.trunks.iter();
        let mut used: Vec<Transport> = trunks
            .filter(|trunk| settings.reaches(trunk) == Some(own))
            .map(|trunk| trunk.transport)
            .chain([Transport::Udp])
            .collect();
        used.sort_unstable();
        used.dedup();
        for transport in used {
            text.push_str(&section(settings, transport, own));
        }
    }
    text
}

/// Desk phones are reached as they register, where there are two ways; else by the only one.
pub fn of_desks(settings: &Settings) -> String {
    let own: Vec<IpAddr> = settings.sip.addresses().collect();
    match own.as_slice() {
        [own] => format!("transport = {}", Transport::Udp.section(own.is_ipv6())),
        _ => String::new(),
    }
}

fn section(settings: &Settings, transport: Transport, own: IpAddr) -> String {
    let port = match transport {
        Transport::Udp | Transport::Tcp => settings.sip.port,
        Transport::Tls => settings.tls.port,
    };
    let at = std::net::SocketAddr::new(own, port);
    let mut text = format!(
        "[{}]\ntype = transport\nprotocol = {}\nbind = {at}\n",
        transport.section(own.is_ipv6()),
        transport.word()
    );
    if transport == Transport::Tls {
        let verify = if settings.tls.verify { "yes" } else { "no" };
        text.push_str(&format!(
            "method = tlsv1_2\n; Whether a carrier has to prove who it is.\nverify_server = {verify}\n\
             ca_list_file = {}\n",
            settings.tls.authorities
        ));
        if let Some((certificate, key)) = settings.tls.own() {
            text.push_str(&format!(
                "; By which we prove who we are.\ncert_file = {certificate}\npriv_key_file = {key}\n"
            ));
        }
    }
    if own.is_ipv4() {
        text.push_str(&sections::outside(&settings.sip));
    }
    text
}
