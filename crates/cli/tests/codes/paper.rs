//! The files that clients hand over.

/// One row of a call list.
pub struct Paper {
    pub key: &'static str,
    pub phone: &'static str,
    pub mobile: &'static str,
    pub excluded: bool,
    pub owner: &'static str,
}

pub const PHONE: &str = "+49 30 23125 001";

impl Paper {
    pub const USUAL: Self = Self {
        key: "K1",
        phone: PHONE,
        mobile: "",
        excluded: false,
        owner: "",
    };

    pub fn text(&self) -> String {
        let excluded = if self.excluded { "ja" } else { "" };
        format!(
            "Klantnummer;Naam;Telefoon;Mobiel;E-mail;Uitsluiten;$owner\n\
             {};Ada Muster;{};{};ada@example.org;{excluded};{}\n",
            self.key, self.phone, self.mobile, self.owner
        )
    }
}
