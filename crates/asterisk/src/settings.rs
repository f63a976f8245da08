//! What differs from house to house, read from TOML with all faults at once.

use crate::reading::{Faults, Table};
use crate::tls::{self, Tls};
use crate::transport::{Media, Transport};
use crate::{secret, value};
use serde::Serialize;
use std::collections::BTreeSet;
use std::net::IpAddr;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// How this Asterisk calls itself in its logs.
    pub name: String,
    /// The application of Dispo that gets the calls that come in.
    pub application: String,
    pub codecs: Vec<String>,
    pub folders: Folders,
    pub ari: Ari,
    pub sip: Sip,
    pub rtp: Rtp,
    pub tls: Tls,
    #[serde(rename = "trunk")]
    pub trunks: Vec<Trunk>,
    #[serde(rename = "phone")]
    pub phones: Vec<Phone>,
}

/// Where things lie. What is absent lies where the package puts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Folders {
    /// Everything Asterisk writes, and its configuration in `etc`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modules: Option<String>,
    /// Sounds and descriptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    pub music: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ari {
    pub address: String,
    pub port: u16,
    pub user: String,
    pub password: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sip {
    /// One of each family at most.
    pub address: Vec<String>,
    pub port: u16,
    /// The address others see, where a router stands between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// Networks on this side of that router.
    pub inside: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rtp {
    pub first: u16,
    pub last: u16,
    /// The only addresses sound goes through, where there are several: one of each family at most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// The same for browsers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub browsers: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trunk {
    pub name: String,
    pub host: String,
    pub port: u16,
    pub transport: Transport,
    pub media: Media,
    /// Registered with where there is one; else the carrier knows us by our address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Where its calls come from.
    pub from: Vec<String>,
    /// Seconds between two looks whether it is there.
    pub look: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Desk,
    Browser,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phone {
    pub name: String,
    pub kind: Kind,
    pub password: String,
}

/// Addresses that are nobody's outside a house.
const INSIDE: [&str; 4] = [
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
];

/// Names that the forms themselves use.
const TAKEN: [&str; 14] = [
    "trunk",
    "desk",
    "browser",
    "phone-auth",
    "phone-aor",
    "global",
    "system",
    "udp",
    "udp6",
    "tcp",
    "tcp6",
    "tls",
    "tls6",
    "ws",
];

impl Settings {
    /// Reads settings; passwords that are not given are made up.
    ///
    /// # Errors
    /// Everything that is wrong with them, each with its place and what to write.
    pub fn read(text: &str) -> Result<Self, Vec<String>> {
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| vec![error.to_string().trim_end().to_owned()])?;
        let mut faults = Faults::default();
        let mut top = Table::of(&table, "");
        let settings = Self {
            name: top
                .text("name", value::name, &mut faults)
                .unwrap_or_else(|| "dispo".to_owned()),
            application: top
                .text("application", value::application, &mut faults)
                .unwrap_or_else(|| "dispo".to_owned()),
            codecs: top
                .texts("codecs", value::codec, &mut faults)
                .unwrap_or_else(usual_codecs),
            folders: folders(top.table("folders", &mut faults), &mut faults),
            ari: ari(top.table("ari", &mut faults), &mut faults),
            sip: sip(top.table("sip", &mut faults), &mut faults),
            rtp: rtp(top.table("rtp", &mut faults), &mut faults),
            tls: tls::read(top.table("tls", &mut faults), &mut faults),
            trunks: top.tables("trunk", &mut faults, trunk),
            phones: top.tables("phone", &mut faults, phone),
        };
        top.finish(&mut faults);
        settings.agree(&mut faults);
        faults.unless_any(settings)
    }

    /// What can only be seen by looking at several settings together.
    fn agree(&self, faults: &mut Faults) {
        if self.rtp.first >= self.rtp.last {
            faults.add("rtp.last", "lies before `rtp.first`: write a larger port");
        }
        self.families_agree(faults);
        let mut seen = BTreeSet::new();
        let trunks = self.trunks.iter().map(|trunk| ("trunk", &trunk.name));
        let phones = self.phones.iter().map(|phone| ("phone", &phone.name));
        for (what, name) in trunks.chain(phones) {
            if TAKEN.contains(&name.as_str()) {
                faults.add(
                    what,
                    &format!("`{name}` has a meaning of its own: choose another name"),
                );
            } else if !name.is_empty() && !seen.insert(name) {
                faults.add(
                    what,
                    &format!(
                        "`{name}` is there twice: each trunk and phone needs a name of its own"
                    ),
                );
            }
        }
    }
}

impl Settings {
    fn families_agree(&self, faults: &mut Faults) {
        for (place, addresses) in [
            ("sip.address", &self.sip.address),
            ("rtp.address", &self.rtp.address),
        ] {
            let v6 = addresses.iter().filter(|address| address.contains(':'));
            let v6 = v6.count();
            if v6 > 1 || addresses.len().saturating_sub(v6) > 1 {
                faults.add(
                    place,
                    "names two addresses of one family: write one of IPv4, one of IPv6, or one of each",
                );
            }
        }
        for (number, trunk) in (1..).zip(&self.trunks) {
            if !trunk.host.is_empty() && self.reaches(trunk).is_none() {
                faults.add(
                    &format!("trunk[{number}].host"),
                    &format!(
                        "`{}` is not reached from {}: add an address of the same family to `sip.address`, \
                         such as [\"0.0.0.0\", \"::\"]",
                        trunk.host,
                        self.sip.address.join(", ")
                    ),
                );
            }
            if trunk.media == Media::Sdes && trunk.transport != Transport::Tls {
                faults.add(
                    &format!("trunk[{number}].media"),
                    "sdes sends the keys along with SIP, for everybody to read: add `transport = \"tls\"`",
                );
            }
        }
    }
}

impl Sip {
    pub fn addresses(&self) -> impl Iterator<Item = IpAddr> {
        self.address
            .iter()
            .filter_map(|address| address.parse().ok())
    }
}

impl Ari {
    /// As it stands before a port, or in a URI.
    #[must_use]
    pub fn host(&self) -> String {
        bracketed(&self.address)
    }
}

/// An address of IPv6 stands in brackets.
pub fn bracketed(host: &str) -> String {
    match host.contains(':') {
        true => format!("[{host}]"),
        false => host.to_owned(),
    }
}

fn usual_codecs() -> Vec<String> {
    ["alaw", "ulaw"].map(str::to_owned).to_vec()
}

fn folders(mut table: Table, faults: &mut Faults) -> Folders {
    let folders = Folders {
        own: table.text("own", value::folder, faults),
        modules: table.text("modules", value::folder, faults),
        data: table.text("data", value::folder, faults),
        music: table
            .text("music", value::folder, faults)
            .unwrap_or_else(|| "/usr/share/asterisk/moh".to_owned()),
    };
    table.finish(faults);
    folders
}

fn ari(mut table: Table, faults: &mut Faults) -> Ari {
    let ari = Ari {
        address: table
            .text("address", value::address, faults)
            .unwrap_or_else(|| "127.0.0.1".to_owned()),
        port: table.number("port", 1, faults).unwrap_or(8088),
        user: table
            .text("user", value::name, faults)
            .unwrap_or_else(|| "dispo".to_owned()),
        password: password(&mut table, faults),
    };
    table.finish(faults);
    ari
}

fn sip(mut table: Table, faults: &mut Faults) -> Sip {
    let sip = Sip {
        address: table
            .one_or_more("address", value::address, faults)
            .unwrap_or_else(|| vec!["0.0.0.0".to_owned()]),
        port: table.number("port", 1, faults).unwrap_or(5060),
        outside: table.text("outside", value::host, faults),
        inside: table
            .texts("inside", value::network, faults)
            .unwrap_or_else(|| INSIDE.map(str::to_owned).to_vec()),
    };
    table.finish(faults);
    sip
}

fn rtp(mut table: Table, faults: &mut Faults) -> Rtp {
    let rtp = Rtp {
        first: table.number("first", 1024, faults).unwrap_or(10_000),
        last: table.number("last", 1024, faults).unwrap_or(19_999),
        address: table
            .one_or_more("address", value::address, faults)
            .unwrap_or_default(),
        browsers: table.text("browsers", value::address, faults),
    };
    table.finish(faults);
    rtp
}

fn trunk(mut table: Table, faults: &mut Faults) -> Trunk {
    let host = table.required("host", value::host, faults);
    let from = table.texts("from", value::network, faults);
    let transport = table.text("transport", value::transport, faults);
    let transport = transport.unwrap_or(Transport::Udp);
    let trunk = Trunk {
        name: table.required("name", value::name, faults),
        port: table
            .number("port", 1, faults)
            .unwrap_or(transport.usual_port()),
        transport,
        media: table
            .text("media", value::media, faults)
            .unwrap_or(Media::Plain),
        user: table.text("user", value::secret, faults),
        password: table.text("password", value::secret, faults),
        from: from.unwrap_or_else(|| vec![host.clone()]),
        look: table.number("look", 1, faults).unwrap_or(30),
        host,
    };
    if trunk.user.is_some() != trunk.password.is_some() {
        table.blame(
            "user and password belong together: write both, or neither",
            faults,
        );
    }
    table.finish(faults);
    trunk
}

fn phone(mut table: Table, faults: &mut Faults) -> Phone {
    let phone = Phone {
        name: table.required("name", value::name, faults),
        kind: table
            .text("kind", value::kind, faults)
            .unwrap_or(Kind::Desk),
        password: password(&mut table, faults),
    };
    table.finish(faults);
    phone
}

fn password(table: &mut Table, faults: &mut Faults) -> String {
    let given = table.text("password", value::secret, faults);
    given.unwrap_or_else(|| {
        secret::new().unwrap_or_else(|error| {
            table.blame(
                &format!("no password can be made up ({error}): write one"),
                faults,
            );
            String::new()
        })
    })
}
