//! Definitions and filters: what can be said, what cannot, and every fault at once.
#![allow(clippy::unwrap_used, reason = "the helpers belong to the tests")]

use lists::definition::{Field, FieldType, recognise};
use lists::filter::Filter;
use lists::{Country, Definition};

#[test]
fn a_recognised_definition_is_saved_and_read_back() {
    let headers = [
        "Klantnr",
        "Naam",
        "Telefoon",
        "Mobiel",
        "Land",
        "Uitsluiten",
        "optin_date",
        "Kleur \"x\"",
    ];
    let mut definition = recognise(&headers.map(str::to_owned));
    definition.delimiter = Some('\t');
    definition.country = Some(Country::De);
    definition.filter = Some(
        Filter::parse(
            r#"any = [
                { field = "name", op = "in", value = ["Jan", "Piet"] },
                { all = [{ field = "phone", op = "empty" }, { field = "kleur_x", op = "!=", value = "" }] },
            ]"#,
        )
        .unwrap(),
    );
    let saved = definition.to_toml().unwrap();
    assert_eq!(Definition::parse(&saved).unwrap(), definition, "{saved}");
}

#[test]
fn every_fault_of_a_definition_is_told() {
    let refused = Definition::parse(
        r#"
        contry = "NL"
        country = "BE"
        zone = "Mars/Base"
        delimiter = ";;"
        truncate = "ja"
        key = "nummer"
        numbers = ["naam", "tel"]
        contact_type = "friend"

        [exclude]
        values = ["ja"]

        [filter]
        all = [{ field = "leeftijd", op = ">", value = 18 }, { field = "naam", op = "~", value = "x" }]

        [[field]]
        name = "naam"
        type = "string"
        max = 0

        [[field]]
        name = "naam"
        maximum = 5

        [[field]]
        column = "Kleur"
        type = "choice"
        form = "dmy"
        "#,
    )
    .unwrap_err();
    let faults: Vec<String> = refused.0.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "delimiter: must be one character, such as \";\" or \"\\t\"",
            "country: `BE` is unknown: write one of NL, DE, CH, HU, GB, US",
            "truncate: must be true or false",
            "contact_type: `friend` is unknown: write one of consumer, sole_trader, company",
            "exclude.column: is missing",
            "filter.all[2].op: `~` is unknown: write one of =, !=, <, <=, >, >=, contains, in, empty",
            "field[1].type: `string` is unknown: write one of text, integer, decimal, date, datetime, email, phone, bool, choice",
            "field[1].max: must be a whole number above 0",
            "field[2].maximum: is unknown: write one of choices, column, form, max, name, required, type",
            "field[3].name: is missing",
            "field[3].choices: belongs to the type choice, and that type needs it",
            "field[3].form: belongs to the types date and datetime",
            "contry: is unknown: write one of contact_type, contact_type_column, country, country_column, dedupe, delimiter, encoding, exclude, field, filter, key, numbers, owner_column, sheet, truncate, zone, zone_column",
            "field[2].name: `naam` is there twice",
            "key: `nummer` is no field: write one of naam, naam",
            "numbers: `tel` is no field: write one of naam, naam",
            "numbers: `naam` must be of type phone",
            "zone: `Mars/Base` is no time zone: write for instance Europe/Amsterdam",
            "filter.all[1].field: `leeftijd` is no field: write one of naam, naam",
        ]
    );
}

#[test]
fn a_text_that_is_no_toml_is_refused_with_the_line() {
    let refused = Definition::parse("key = \n").unwrap_err().to_string();
    assert!(refused.contains("line 1"), "{refused}");
}

fn fields() -> Vec<Field> {
    let kinds = [
        ("naam", FieldType::Text),
        ("aantal", FieldType::Integer),
        ("bedrag", FieldType::Decimal),
        ("sinds", FieldType::Date),
        ("tel", FieldType::Phone),
        ("klant", FieldType::Bool),
    ];
    kinds
        .map(|(name, kind)| Field::new(name, name, kind))
        .into()
}

fn passes(filter: &str, row: [&'static str; 6]) -> bool {
    let filter = Filter::parse(filter).unwrap();
    let test = filter.test(&fields(), Country::Nl).unwrap();
    test.passes(&|field| row.get(field).copied().unwrap_or_default())
}

#[test]
fn conditions_compare_by_type() {
    let row = [
        "Émile Zola",
        "9",
        "10.50",
        "2021-07-01",
        "+31507070720",
        "true",
    ];
    for (filter, expected) in [
        (r#"field = "naam", op = "=", value = "émile zola""#, true),
        (r#"field = "naam", op = "contains", value = "ZOLA""#, true),
        (r#"field = "naam", op = "<", value = "f""#, false),
        // As text 9 would be more than 10.
        (r#"field = "aantal", op = "<", value = 10"#, true),
        (r#"field = "aantal", op = ">=", value = "9""#, true),
        (r#"field = "aantal", op = "!=", value = 9"#, false),
        (r#"field = "bedrag", op = "=", value = 10.5"#, true),
        (r#"field = "bedrag", op = ">", value = 9"#, true),
        (r#"field = "sinds", op = ">=", value = "1-7-2021""#, true),
        (r#"field = "sinds", op = "<", value = 2021-07-01"#, false),
        (r#"field = "sinds", op = "<=", value = 2021-07-01"#, true),
        (r#"field = "tel", op = "=", value = "050-7070720""#, true),
        (
            r#"field = "tel", op = "in", value = ["0612345678", "0507070720"]"#,
            true,
        ),
        (r#"field = "klant", op = "=", value = true"#, true),
        (r#"field = "klant", op = "=", value = "nee""#, false),
        (r#"field = "naam", op = "empty""#, false),
    ] {
        assert_eq!(passes(&toml_of(filter), row), expected, "{filter}");
    }
}

#[test]
fn an_empty_value_is_neither_less_nor_more() {
    let row = [""; 6];
    for (filter, expected) in [
        (r#"field = "aantal", op = "<", value = 10"#, false),
        (r#"field = "aantal", op = ">", value = 10"#, false),
        (r#"field = "aantal", op = "!=", value = 10"#, true),
        (r#"field = "naam", op = "=", value = """#, true),
        (r#"field = "naam", op = "empty""#, true),
    ] {
        assert_eq!(passes(&toml_of(filter), row), expected, "{filter}");
    }
}

#[test]
fn all_and_any_nest() {
    let filter = r#"
        any = [
            { all = [{ field = "naam", op = "=", value = "Jan" }, { field = "aantal", op = ">", value = 5 }] },
            { field = "klant", op = "=", value = true },
        ]"#;
    assert!(passes(filter, ["Jan", "6", "", "", "", ""]));
    assert!(!passes(filter, ["Jan", "5", "", "", "", ""]));
    assert!(passes(filter, ["Piet", "", "", "", "", "true"]));
    assert!(passes("all = []", [""; 6]));
    assert!(!passes("any = []", [""; 6]));
}

#[test]
fn every_fault_of_a_filter_is_told() {
    let filter = Filter::parse(
        r#"all = [
            { field = "leeftijd", op = "=", value = 1 },
            { field = "aantal", op = "=", value = "veel" },
            { field = "sinds", op = "in", value = ["2021-02-30", "morgen"] },
            { any = [{ field = "tel", op = "<", value = "050-7070720" }, { field = "klant", op = "contains", value = "a" }] },
        ]"#,
    )
    .unwrap();
    let refused = filter.test(&fields(), Country::Nl).unwrap_err();
    assert_eq!(
        refused.to_string().lines().collect::<Vec<_>>(),
        [
            "filter.all[1].field: `leeftijd` is no field: write one of naam, aantal, bedrag, sinds, tel, klant",
            "filter.all[2].value: `veel` is not a whole number: write digits only",
            "filter.all[3].value: `2021-02-30` is not a date: write it as 31-07-2021 or 2021-07-31",
            "filter.all[3].value: `morgen` is not a date: write it as 31-07-2021 or 2021-07-31",
            "filter.all[4].any[1].op: `<` cannot be asked of a phone",
            "filter.all[4].any[2].op: `contains` cannot be asked of a bool",
        ]
    );
}

#[test]
fn a_malformed_filter_is_told_entry_by_entry() {
    let refused = Filter::parse(
        r#"all = [
            { field = "a", op = "empty", value = 1 },
            { field = "a", op = "in" },
            { field = "a", op = "=", value = ["x", "y"] },
            { field = "a" },
            { all = [], any = [] },
            { field = "a", op = "=", value = "x", extra = 1 },
        ]"#,
    );
    assert_eq!(
        refused.unwrap_err().to_string().lines().collect::<Vec<_>>(),
        [
            "filter.all[1].value: must be left out with empty",
            "filter.all[2].value: must be an array of values with in",
            "filter.all[3].value: must be one value",
            "filter.all[4].op: is missing",
            "filter.all[5]: must have exactly one of all, any, field",
            "filter.all[6].extra: is unknown: write one of all, any, field, op, value",
        ]
    );
    let deep = format!("{}{}", "all = [{ ".repeat(40), "}]".repeat(40));
    assert!(Filter::parse(&deep).is_err());
}

fn toml_of(condition: &str) -> String {
    format!("all = [{{ {condition} }}]")
}
