//! The laws a catalogue is used under, so that the check sees which hours they leave.

use crate::failure::Failure;
use engine::Law;
use engine::catalogue::Hours;
use engine::law::shipped;
use store::Store;

/// Those of the lists that work by it; all there are where none does.
pub fn of(store: &Store, name: &str) -> Result<Vec<Hours>, Failure> {
    let from = store.clock().now();
    let mut found: Vec<Hours> = Vec::new();
    for list in store.lists()? {
        let rules = store.rules(list.rules)?;
        let law = &rules.law;
        let is_known = found
            .iter()
            .any(|hours| hours.law.country() == law.country());
        if rules.catalogue.name() == name && !is_known {
            let law = law.clone();
            found.push(Hours { law, from });
        }
    }
    if found.is_empty() {
        let texts = shipped::COUNTRIES
            .into_iter()
            .filter_map(|country| Some((country, shipped::shipped(country)?)));
        let laws = texts.filter_map(|(country, text)| Law::parse(text, country).ok());
        found.extend(laws.map(|law| Hours { law, from }));
    }
    Ok(found)
}
