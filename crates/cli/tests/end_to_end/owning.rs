//! Files that say whose their contacts are.

use crate::support::Floor;
use serde_json::{Value, json};
use store::{Address, Author, Clock, Durability, NewUser, Role, Store};

/// A list of one contact, with its campaign: ada and ben work for it, cleo does not.
fn with_people() -> Floor {
    let floor = Floor::new();
    floor.write("first.csv", "Klantnr;Telefoon\nK1;020 7946 0101\n");
    let (code, _) = floor.import("--list a --create --purpose research --country GB first.csv");
    assert_eq!(code, 0);
    let address: Address = format!("sqlite:{}", floor.path("dispo.db").display())
        .parse()
        .unwrap();
    let store = Store::open(&address, Clock::System, Durability::Full).unwrap();
    let campaign = store.campaigns().unwrap()[0].id;
    for login in ["ada", "ben", "cleo"] {
        let new = NewUser {
            login: login.to_owned(),
            name: login.to_uppercase(),
            role: Role::Agent,
            agent: None,
            language: None,
            password_hash: None,
            must_change: false,
        };
        let user = store
            .add_user(new, Author::nobody("test"))
            .unwrap()
            .unwrap();
        let agent = store.user(user).unwrap().unwrap().agent.unwrap();
        if login != "cleo" {
            store.assign(campaign, agent).unwrap();
        }
    }
    floor
}

/// The owner of each contact by its key.
fn owners(floor: &Floor) -> Value {
    let ran = floor.run("export --list a --format jsonl -o -");
    let lines = ran.out.lines();
    let rows = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
    let pairs = rows.map(|row| {
        (
            row["key"].as_str().unwrap().to_owned(),
            row["owner"].clone(),
        )
    });
    pairs.collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn a_file_says_whose_contacts_are_and_a_wrong_name_is_told() {
    let floor = with_people();
    let update = "--json import --list a --mode update --key Klantnr";
    floor.write(
        "second.csv",
        "Klantnr;Telefoon;$owner\n\
         K1;020 7946 0101;ada\n\
         K2;020 7946 0102;BEN\n\
         K3;020 7946 0103;cleo\n\
         K4;020 7946 0104;emma\n\
         K5;020 7946 0105;\n",
    );
    let ran = floor.run(&format!("{update} second.csv"));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["imported"], 4);
    let told = report["problems"].as_array().unwrap().iter();
    let told: Vec<Value> = told
        .map(|it| json!([it["line"], it["column"], it["value"]]))
        .collect();
    assert_eq!(
        told,
        [json!([4, "$owner", "cleo"]), json!([5, "$owner", "emma"])]
    );
    assert_eq!(
        owners(&floor),
        json!({ "K1": 1, "K2": 2, "K3": null, "K4": null, "K5": null })
    );
    // An empty cell, and a file without the column, leave the owner as it is.
    floor.write(
        "third.csv",
        "Klantnr;Telefoon;$owner\n\
         K1;020 7946 0101;\n\
         K2;020 7946 0102;ada\n\
         K5;020 7946 0105;2\n",
    );
    floor.write(
        "fourth.csv",
        "Klantnr;Telefoon;Plaats\nK1;020 7946 0101;Leeds\n",
    );
    for file in ["third.csv", "fourth.csv"] {
        let ran = floor.run(&format!("{update} {file}"));
        assert_eq!(ran.code, 0, "{file}: {}{}", ran.out, ran.err);
    }
    assert_eq!(
        owners(&floor),
        json!({ "K1": 1, "K2": 1, "K3": null, "K4": null, "K5": 2 })
    );
    assert_eq!(floor.run("doctor").code, 0);
}
