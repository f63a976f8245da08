//! What stands for the codes on her buttons in the vocabulary she reads.
//!
//! The button keeps the list's own code: that is what she gives.

use super::codes::Group;
use crate::words::Words;
use engine::Catalogue;

/// A code's counterpart on its button.
pub struct Beside {
    pub told: String,
    /// The same with the name of its vocabulary, for whoever listens or points.
    pub whole: String,
}

/// The buttons with their counterparts; as they were where she reads the list's own words.
pub fn told(mut groups: Vec<Group>, own: &Catalogue, words: &Words) -> Vec<Group> {
    let chosen = words.vocabulary().filter(|it| it.name() != own.name());
    let Some(chosen) = chosen else {
        return groups;
    };
    let title = chosen.file().title.as_str();
    for button in groups.iter_mut().flat_map(|group| &mut group.codes) {
        let told = counterpart(&button.code, own, words);
        let parts = [("vocabulary", title), ("code", told.as_str())];
        let whole = words.with("desk-in-vocabulary", parts);
        button.beside = Some(Beside { told, whole });
    }
    groups
}

fn counterpart(code: &str, own: &Catalogue, words: &Words) -> String {
    let shown = words.coded(Some(own), code);
    match shown.group {
        Some(_) => format!("{} {}", shown.code, shown.label),
        // The own words stand on the button already.
        None => shown.code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::desk::groups;
    use crate::words::{Language, vocabulary};

    fn buttons(own: &str, chosen: Option<&str>) -> Vec<(String, Option<String>)> {
        let own = vocabulary(own).unwrap();
        let words = Words::new(Language::English, engine::Zone::UTC);
        let words = words.in_vocabulary(chosen.and_then(vocabulary));
        let groups = told(groups(own.file(), "en"), own, &words);
        let codes = groups.into_iter().flat_map(|group| group.codes);
        codes
            .map(|button| (button.code, button.beside.map(|beside| beside.told)))
            .collect()
    }

    #[test]
    fn each_button_carries_its_counterpart_or_says_that_there_is_none() {
        let all = buttons("callpro", Some("stucc"));
        assert!(all.iter().all(|(_, beside)| beside.is_some()));
        let personal = all.iter().find(|(code, _)| code == "310").unwrap();
        let told = personal.1.as_deref().unwrap();
        assert_eq!(told, "open/$follow_up_personal Personal follow-up");
        // An agent may give none that is without one; of others there are some.
        let (own, there) = (vocabulary("callpro").unwrap(), vocabulary("stucc"));
        let words = Words::new(Language::English, engine::Zone::UTC).in_vocabulary(there);
        assert_eq!(counterpart("098", own, &words), "no code");
    }

    #[test]
    fn in_the_lists_own_words_nothing_stands_beside() {
        for chosen in [None, Some("callpro")] {
            let all = buttons("callpro", chosen);
            assert!(all.iter().all(|(_, beside)| beside.is_none()));
        }
    }
}
