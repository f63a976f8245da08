//! Rules made from the shipped catalogues, as they are or with every code renamed.

use engine::catalogue::{CatalogueFile, Disposition};
use engine::law::shipped;
use engine::{Basis, Catalogue, Code, Law, Limits, ListBasis, Purpose, Rules, Settings};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub const CALLPRO: &str = include_str!("../../../../../catalogues/callpro.toml");
pub const CALLMONKEY: &str = include_str!("../../../../../catalogues/callmonkey.toml");
pub const CONTACT_EXPERT: &str = include_str!("../../../../../catalogues/contact-expert.toml");
pub const STUCC: &str = include_str!("../../../../../catalogues/stucc.toml");

static SHIPPED: LazyLock<BTreeMap<&str, CatalogueFile>> = LazyLock::new(|| {
    let parse = |text| (text, Catalogue::parse(text).unwrap().file().clone());
    [CALLPRO, CALLMONKEY, CONTACT_EXPERT, STUCC]
        .map(parse)
        .into()
});

/// Rules, and the names under which the catalogue's own codes go in them.
#[derive(Clone)]
pub struct Rulebook {
    pub rules: Rules,
    /// From the code as shipped to the code in these rules.
    names: BTreeMap<Code, Code>,
}

impl Rulebook {
    pub fn callpro() -> Self {
        Self::new(CALLPRO, |code| code.clone())
    }

    /// Every code has another name, and stands in another group.
    pub fn renamed() -> Self {
        let mut book = Self::new(CALLPRO, |code| {
            Code::new(format!(
                "{}-x",
                code.as_str().chars().rev().collect::<String>()
            ))
        });
        book.change(|file| {
            let groups: Vec<String> = file.groups.iter().map(|group| group.key.clone()).collect();
            for (index, disposition) in file.dispositions.iter_mut().enumerate() {
                disposition.group = groups[index * 7 % groups.len()].clone();
                disposition.aliases.clear();
            }
            file.dispositions.reverse();
        });
        book
    }

    pub fn new(text: &str, rename: impl Fn(&Code) -> Code) -> Self {
        let mut file = SHIPPED[text].clone();
        let mut names = BTreeMap::new();
        for disposition in &mut file.dispositions {
            let name = rename(&disposition.code);
            names.insert(disposition.code.clone(), name.clone());
            disposition.code = name;
        }
        let rules = Rules {
            version: 1,
            catalogue: Catalogue::from_file(file).unwrap(),
            law: Law::open(),
            settings: Settings::default(),
        };
        Self { rules, names }
    }

    /// The code in these rules of a shipped code.
    pub fn code(&self, shipped: &str) -> Code {
        self.names[&Code::new(shipped)].clone()
    }

    /// The shipped code of a code in these rules.
    pub fn shipped(&self, code: &Code) -> String {
        let mut names = self.names.iter();
        let found = names.find(|(_, name)| *name == code);
        found
            .unwrap_or_else(|| panic!("{code} is in no catalogue"))
            .0
            .to_string()
    }

    pub fn change(&mut self, change: impl FnOnce(&mut CatalogueFile)) {
        let mut file = self.rules.catalogue.file().clone();
        change(&mut file);
        self.rules.catalogue = Catalogue::from_file(file).unwrap();
    }

    /// Changes one disposition, named by its shipped code.
    pub fn edit(&mut self, shipped: &str, edit: impl FnOnce(&mut Disposition)) {
        let code = self.code(shipped);
        self.change(|file| {
            let mut all = file.dispositions.iter_mut();
            edit(all.find(|disposition| disposition.code == code).unwrap());
        });
    }

    pub fn limits(&mut self, limits: Limits) {
        self.rules.settings.limits = Some(limits);
    }

    pub fn law_of(&mut self, country: &str) {
        let text = shipped::shipped(country).unwrap();
        self.rules.law = Law::parse(text, country).unwrap();
        // Everybody on the list agreed, for as long as any test looks ahead.
        let basis = ListBasis::new(Basis::Consent, date(2020, 1, 1), "web form");
        self.rules.settings.purpose = Some(Purpose::Sales);
        self.rules.settings.basis = Some(basis.until(date(2100, 1, 1)));
    }
}
