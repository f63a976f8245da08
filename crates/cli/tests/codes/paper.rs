//! The files that clients hand over.

/// One row of a call list.
pub struct Paper {
    pub phone: &'static str,
    pub mobile: &'static str,
    pub excluded: bool,
}

pub const PHONE: &str = "+49 30 23125 001";

impl Paper {
    pub const USUAL: Self = Self {
        phone: PHONE,
        mobile: "",
        excluded: false,
    };

    pub fn text(&self) -> String {
        let excluded = if self.excluded { "ja" } else { "" };
        format!(
            "Klantnummer;Naam;Telefoon;Mobiel;E-mail;Uitsluiten\n\
             K1;Ada Muster;{};{};ada@example.org;{excluded}\n",
            self.phone, self.mobile
        )
    }
}
