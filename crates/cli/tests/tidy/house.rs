//! Every rule, shown the house as it stands.

use super::{catalogues, documents, rooms, source, tree, words};

#[track_caller]
fn tidy(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn each_crate_uses_only_what_lies_below_it() {
    let rooms = rooms::rooms();
    assert!(rooms.len() >= 7, "cargo metadata tells of too few crates");
    tidy(rooms::directions(&rooms));
}

#[test]
fn each_crate_is_one_sentence() {
    tidy(rooms::sentences(&rooms::rooms()));
}

#[test]
fn direct_dependencies_are_few() {
    tidy(rooms::weight(&rooms::rooms()));
}

#[test]
fn files_are_short() {
    tidy(source::sizes(&tree::text_files()));
}

#[test]
fn each_file_says_what_it_is_for() {
    tidy(
        tree::text_files()
            .iter()
            .filter_map(source::module_docs)
            .collect(),
    );
}

#[test]
fn names_say_something() {
    tidy(tree::text_files().iter().flat_map(source::names).collect());
}

#[test]
fn nothing_is_left_unfinished() {
    tidy(
        tree::text_files()
            .iter()
            .flat_map(source::unfinished)
            .collect(),
    );
}

#[test]
fn sql_lives_in_the_store() {
    tidy(tree::text_files().iter().flat_map(source::sql).collect());
}

#[test]
fn one_file_reads_the_clock() {
    tidy(tree::text_files().iter().flat_map(source::clocks).collect());
}

#[test]
fn nothing_names_a_place_of_whoever_built_it() {
    let files = tree::text_files();
    tidy(files.iter().flat_map(words::places).collect());
    tidy(words::lock(&tree::read("Cargo.lock")));
}

#[test]
fn the_architecture_is_short() {
    tidy(
        documents::architecture(&tree::read(documents::ARCHITECTURE))
            .into_iter()
            .collect(),
    );
}

#[test]
fn every_word_of_a_closed_list_is_explained() {
    let glossary = tree::read(documents::GLOSSARY);
    tidy(documents::unexplained(
        &glossary,
        &documents::closed_words(),
    ));
}

#[test]
fn documents_link_to_what_is_there() {
    let exists = |path: &str| tree::root().join(path).exists();
    let files = tree::text_files();
    let documents = files.iter().filter(|file| file.path.ends_with(".md"));
    tidy(
        documents
            .flat_map(|file| documents::dead_links(&file.path, &file.text, exists))
            .collect(),
    );
}

#[test]
fn each_catalogue_loads_with_labels_of_its_own_in_each_language() {
    let reviewed = catalogues::same_labels(&tree::read(catalogues::SAME_LABELS));
    let mut wrong = Vec::new();
    for name in ["callpro", "callmonkey", "contact-expert", "stucc"] {
        let path = format!("catalogues/{name}.toml");
        match catalogues::loads(&path, &tree::read(&path)) {
            Ok(catalogue) => wrong.extend(catalogues::copied_labels(&catalogue, &reviewed)),
            Err(problems) => wrong.extend(problems),
        }
    }
    tidy(wrong);
}
