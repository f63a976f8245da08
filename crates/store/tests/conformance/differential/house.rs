//! The house the histories are played in: three lists, two campaigns, three agents.

use crate::centre::rules;
use engine::catalogue::Band;
use engine::law::Law;
use engine::{Catalogue, Limits, Period, Rules, Settings};
use store::NewRules;

pub const AGENTS: i64 = 3;

/// Campaign, list and priority of each link. No two are equal: chance has tests of its own.
pub const LINKS: [(i64, i64, i64); 4] = [(1, 1, 500), (1, 2, 600), (2, 3, 500), (2, 2, 100)];

/// Priority of each campaign.
pub const CAMPAIGNS: [i64; 2] = [500, 400];

/// Which agent works for which campaign.
pub const ASSIGNED: [(i64, i64); 5] = [(1, 1), (1, 2), (1, 3), (2, 2), (2, 3)];

/// The settings of each list: as usual; quickly at its limits; with an order of its own.
pub fn settings(list: i64) -> Settings {
    let usual = Settings::default();
    match list {
        2 => Settings {
            limits: Some(Limits {
                cold_count: 3,
                total: 3,
                ..Limits::default()
            }),
            code_by_line: false,
            lease: Period::minutes(20),
            ..usual
        },
        3 => Settings {
            bands: vec![Band::System, Band::NotReachedHigh],
            ..usual
        },
        _ => usual,
    }
}

/// CallPro with what it has no use for itself: a code that suspends, follow-ups with bounds and
/// fixed ones, a suppression for a month in one campaign; and fewer dials a day.
pub fn new_rules(list: i64) -> NewRules {
    let shipped = rules(settings(list));
    let suspended = r#"
[[disposition]]
code = "900"
label = { nl = "Wacht", en = "Waits", de = "Wartet", hu = "Vár" }
group = "0"
meaning = "suspended"
kind = "suspended"
set_by = ["agent", "supervisor"]
"#;
    let mut catalogue = shipped.catalogue;
    for (code, was, is) in [
        (
            "612",
            r#"expression = "DateAdd=7d""#,
            r#"expression = "DateAdd=7d", min = "DateAdd=1d", max = "DateAdd=9d""#,
        ),
        (
            "712",
            r#"expression = "DateAdd=7d""#,
            r#"expression = "DateAdd=7d, ReadOnly=1""#,
        ),
        (
            "510",
            r#"extent = "everywhere""#,
            r#"extent = "campaign", until = "P1M""#,
        ),
    ] {
        let from = catalogue.find(&format!("code = \"{code}\"")).unwrap();
        let (before, after) = catalogue.split_at(from);
        catalogue = format!("{before}{}", after.replacen(was, is, 1));
        assert!(catalogue.contains(is), "{code}");
    }
    let law = shipped.law.map(|law| law.replace("dials = 8", "dials = 2"));
    NewRules {
        catalogue: catalogue + suspended,
        law,
        settings: shipped.settings,
    }
}

/// The same, as the engine has them.
pub fn engine_rules(list: i64) -> Rules {
    let NewRules {
        catalogue,
        law,
        settings,
    } = new_rules(list);
    Rules {
        version: list,
        catalogue: Catalogue::parse(&catalogue).unwrap(),
        law: Law::parse(&law.unwrap(), "nl").unwrap(),
        settings,
    }
}
