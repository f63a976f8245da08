//! Catalogues as the store and the program have them.

use super::laws;
use crate::failure::Failure;
use crate::words::Words;
use engine::Catalogue;
use engine::catalogue::{CatalogueFile, CatalogueProblem, Examined};
use store::{Draft, Store, UserId};

/// A draft that can be read, and what the check says of it.
pub struct Drafted {
    pub draft: Draft,
    pub file: CatalogueFile,
    pub examined: Examined,
}

impl Drafted {
    pub fn read(store: &Store, name: &str) -> Result<Self, Failure> {
        let draft = store.draft(name)?.ok_or(Failure::NotFound)?;
        let examined = Catalogue::examine(&draft.body, &laws::of(store, name)?);
        let unreadable = || Failure::Broken(format!("the draft of `{name}` cannot be read"));
        Ok(Self {
            file: examined.file.clone().ok_or_else(unreadable)?,
            draft,
            examined,
        })
    }

    /// Keeps what was changed in it.
    pub fn save(&self, store: &Store, by: UserId) -> Result<(), Failure> {
        let Draft { body, base, .. } = &self.draft;
        Ok(store.save_draft(&self.file, body, *base, Some(by))?)
    }

    /// What is said of one code, or of the file itself: problems first.
    pub fn said_of(&self, code: &str, words: &Words) -> Vec<Said> {
        let about = |found: &&CatalogueProblem| found.code == code;
        let problems = self.examined.problems.iter().filter(about);
        let warnings = self.examined.warnings.iter().filter(about);
        let said = problems.map(|found| Said::of(found, true, words));
        said.chain(warnings.map(|found| Said::of(found, false, words)))
            .collect()
    }
}

impl Drafted {
    /// What is doubtful of one code, or of the file itself.
    pub fn doubts_of<'d>(&'d self, code: &'d str) -> impl Iterator<Item = &'d CatalogueProblem> {
        let warnings = self.examined.warnings.iter();
        warnings.filter(move |found| found.code == code)
    }
}

/// One finding of the check.
pub struct Said {
    pub field: String,
    pub text: String,
    /// Keeps it from being published.
    pub blocks: bool,
}

impl Said {
    fn of(found: &CatalogueProblem, blocks: bool, words: &Words) -> Self {
        Self {
            field: found.field.clone(),
            text: words.finding(found),
            blocks,
        }
    }
}

/// The newest version of a name, kept or shipped, with its text.
pub fn newest(store: &Store, name: &str) -> store::Result<Option<(i64, String)>> {
    let kept = store.catalogue_versions()?.into_iter();
    let kept = kept
        .filter(|one| one.name == name)
        .map(|one| one.version)
        .max();
    let shipped = shipped(name);
    match (kept, shipped) {
        (Some(kept), Some((version, text))) if version > kept => {
            Ok(Some((version, text.to_owned())))
        }
        (Some(kept), _) => Ok(store.catalogue_text(name, kept)?.map(|text| (kept, text))),
        (None, Some((version, text))) => Ok(Some((version, text.to_owned()))),
        (None, None) => Ok(None),
    }
}

/// The version that came with the program.
pub fn shipped(name: &str) -> Option<(i64, &'static str)> {
    let text = import::catalogue(name)?;
    let catalogue = Catalogue::parse(text).ok()?;
    Some((i64::from(catalogue.file().version), text))
}

/// The text of a version, kept or shipped.
pub fn text_of(store: &Store, name: &str, version: i64) -> store::Result<Option<String>> {
    let kept = store.catalogue_text(name, version)?;
    let own = || shipped(name).filter(|(number, _)| *number == version);
    Ok(kept.or_else(|| own().map(|(_, text)| text.to_owned())))
}
