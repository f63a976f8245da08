//! What was set is read back by another program's eyes.
#![allow(clippy::unwrap_used, reason = "the helpers belong to the tests")]

use paper::{Part, pdf};

fn text(parts: &[Part]) -> String {
    let file = pdf("Consent", "hu", parts).unwrap();
    assert!(file.starts_with(b"%PDF-"), "it is a PDF");
    pdf_extract::extract_text_from_mem(&file).unwrap()
}

#[test]
fn the_letters_of_all_languages_are_there() {
    let read = text(&[
        Part::Title("Önről őrzött adatok".to_owned()),
        Part::Heading("Straße, größer, Çelebrink".to_owned()),
        Part::Text("őű ŐŰ äöüß éëïá € „so“ “zo” – ’s".to_owned()),
        Part::Fact("Naam".to_owned(), "Zoëtje D'Huizelaer".to_owned()),
    ]);
    for said in [
        "Önről őrzött adatok",
        "Straße, größer, Çelebrink",
        "őű ŐŰ äöüß éëïá € „so“ “zo” – ’s",
        "Naam: Zoëtje D'Huizelaer",
    ] {
        assert!(read.contains(said), "{said} is not in {read}");
    }
}

#[test]
fn a_long_letter_goes_on_on_the_next_page() {
    let parts: Vec<Part> = (1..=200)
        .map(|n| Part::Text(format!("paragraph {n}, {}", "words ".repeat(20))))
        .collect();
    let read = text(&parts);
    assert!(read.contains("paragraph 1,") && read.contains("paragraph 200,"));
}
