//! `dispo telephony config`: the configuration of an Asterisk, from a few settings.

use crate::Done;
use crate::failure::Failure;
use crate::out::Out;
use asterisk::{Kind, Settings};
use serde::Serialize;
use std::path::PathBuf;
use toml::{Table, Value};

/// Write the configuration of an Asterisk that Dispo can drive
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Every file says what each setting in it is for. Passwords that are not given are made up; all of them, and the settings used, are in FOLDER/dispo.toml, which --settings takes again.\n\nExamples:\n  dispo telephony config --trunk sip.example.net --trunk-user 4930231250 --desks 20\n  dispo telephony config --settings house.toml --out /etc/asterisk --overwrite\n\nWhat settings there are, and what to do with the files: docs/telephony.md."
)]
pub struct Args {
    /// Where the files go
    #[arg(long, value_name = "FOLDER", default_value = "dispo-asterisk")]
    out: PathBuf,
    /// Put them in the place of files that are there
    #[arg(long)]
    overwrite: bool,
    /// Settings in TOML, instead of the following ones
    #[arg(long, value_name = "FILE", conflicts_with_all = ["trunk", "trunk_user", "trunk_password", "desks", "browsers", "sip_port", "ari_port"])]
    settings: Option<PathBuf>,
    /// The carrier's host, with its port where that is not 5060
    #[arg(long, value_name = "HOST[:PORT]")]
    trunk: Option<String>,
    /// By which the carrier knows you, where it does not by your address
    #[arg(
        long,
        value_name = "NAME",
        requires = "trunk",
        requires = "trunk_password"
    )]
    trunk_user: Option<String>,
    /// What belongs to it; rather by the environment, where it is not listed
    #[arg(
        long,
        value_name = "PASSWORD",
        env = "DISPO_TRUNK_PASSWORD",
        hide_env_values = true
    )]
    trunk_password: Option<String>,
    /// Phones on desks: 1001, 1002, …
    #[arg(long, value_name = "COUNT", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=999))]
    desks: u16,
    /// Phones in browsers: 2001, 2002, …
    #[arg(long, value_name = "COUNT", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=999))]
    browsers: u16,
    /// Where Asterisk listens for SIP [5060]
    #[arg(long, value_name = "PORT")]
    sip_port: Option<u16>,
    /// Where Asterisk listens for Dispo [8088]
    #[arg(long, value_name = "PORT")]
    ari_port: Option<u16>,
}

/// What the trunk of `--trunk` is called.
const TRUNK: &str = "carrier";

#[derive(Serialize)]
struct Written {
    folder: String,
    files: Vec<String>,
    /// What `dispo serve --asterisk` wants, without the password.
    ari: String,
    trunks: Vec<String>,
    phones: Vec<Phone>,
}

#[derive(Serialize)]
struct Phone {
    name: String,
    kind: Kind,
}

pub fn run(args: &Args, out: Out) -> Result<Done, Failure> {
    let text = match &args.settings {
        Some(path) => std::fs::read_to_string(path)
            .map_err(|error| Failure::of(format!("{}: cannot be read: {error}", path.display())))?,
        None => args.said()?,
    };
    let place = args
        .settings
        .as_ref()
        .map(|path| format!("{}: ", path.display()));
    let place = place.unwrap_or_default();
    let settings = Settings::read(&text)
        .map_err(|faults| Failure::all(faults.iter().map(|fault| format!("{place}{fault}"))))?;
    let files = asterisk::write(&settings, &args.out, args.overwrite)
        .map_err(|problem| Failure::of(problem.to_string()))?;
    let written = Written {
        folder: args.out.display().to_string(),
        files,
        ari: format!(
            "ws://{}@{}:{}/ari",
            settings.ari.user,
            settings.ari.host(),
            settings.ari.port
        ),
        trunks: settings
            .trunks
            .iter()
            .map(|trunk| trunk.name.clone())
            .collect(),
        phones: settings
            .phones
            .iter()
            .map(|phone| Phone {
                name: phone.name.clone(),
                kind: phone.kind,
            })
            .collect(),
    };
    out.show(&written, told)?;
    Ok(Done::Clean)
}

impl Args {
    /// The options as the settings they stand for.
    fn said(&self) -> Result<String, Failure> {
        let mut table = Table::new();
        for (section, port) in [("sip", self.sip_port), ("ari", self.ari_port)] {
            if let Some(port) = port {
                let ports = Table::from_iter([("port".to_owned(), Value::from(i64::from(port)))]);
                table.insert(section.to_owned(), ports.into());
            }
        }
        if let Some(host) = &self.trunk {
            table.insert("trunk".to_owned(), vec![self.trunk(host)?].into());
        }
        let phones: Vec<Table> = (1..=self.desks)
            .map(|number| phone(1000 + number, "desk"))
            .chain((1..=self.browsers).map(|number| phone(2000 + number, "browser")))
            .collect();
        if !phones.is_empty() {
            table.insert("phone".to_owned(), phones.into());
        }
        Ok(table.to_string())
    }

    fn trunk(&self, host: &str) -> Result<Table, Failure> {
        // An address of IPv6 has its own colons, and stands in brackets before a port.
        let (host, port) = match host.rsplit_once(':') {
            Some((name, port)) if !name.contains(':') || name.ends_with(']') => (name, port),
            _ => (host, "5060"),
        };
        let port: u16 = port.parse().map_err(|_| {
            Failure::of(format!(
                "--trunk: `{port}` is no port: write a number up to {}",
                u16::MAX
            ))
        })?;
        let mut trunk = Table::from_iter([
            ("name".to_owned(), TRUNK.into()),
            ("host".to_owned(), host.into()),
            ("port".to_owned(), i64::from(port).into()),
        ]);
        let login = [
            ("user", &self.trunk_user),
            ("password", &self.trunk_password),
        ];
        for (key, value) in login {
            if let (Some(value), Some(_)) = (value, &self.trunk_user) {
                trunk.insert(key.to_owned(), value.as_str().into());
            }
        }
        Ok(trunk)
    }
}

fn phone(name: u16, kind: &str) -> Table {
    Table::from_iter([
        ("name".to_owned(), name.to_string().into()),
        ("kind".to_owned(), kind.into()),
    ])
}

fn told(written: &Written) -> String {
    let of_kind = |kind| {
        written
            .phones
            .iter()
            .filter(|phone| phone.kind == kind)
            .count()
    };
    let trunks = match written.trunks.as_slice() {
        [] => "no trunk, so nobody can be called".to_owned(),
        names => format!("trunk {}", names.join(", ")),
    };
    format!(
        "{} files in {}: {trunks}; {} phones on desks, {} in browsers\n\
         passwords are in {}; ARI will be at {}\n\
         next: docs/telephony.md says where the files go, and how Dispo is told",
        written.files.len(),
        written.folder,
        of_kind(Kind::Desk),
        of_kind(Kind::Browser),
        asterisk::SETTINGS,
        written.ari,
    )
}
