//! What every Rust source file keeps to: size, names, documentation, and what is said only once.

use super::tree::TextFile;

const LINES_MOST: usize = 600;
const MEDIAN_MOST: usize = 120;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 7] = [
    "utils", "common", "helpers", "types", "models", "services", "manager",
];

/// Put together, so that this file does not contain what it looks for.
const UNFINISHED: [&str; 6] = [
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("#[ig", "nore"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
];

const SQL: [&str; 8] = [
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE FROM",
    "CREATE TABLE",
    "CREATE INDEX",
    "DROP",
    "ALTER",
];

const READS_THE_CLOCK: [&str; 3] = [
    concat!("Timestamp::", "now("),
    concat!("SystemTime::", "now("),
    concat!("Zoned::", "now("),
];

/// The one file that asks the system what time it is.
const CLOCK: &str = "crates/store/src/clock.rs";

pub fn sizes(files: &[TextFile]) -> Vec<String> {
    let rust: Vec<&TextFile> = files.iter().filter(|file| file.is_rust()).collect();
    let too_long = rust.iter().filter(|file| file.lines() > LINES_MOST);
    let mut wrong: Vec<String> = too_long
        .map(|file| {
            format!(
                "{}: {} lines, {LINES_MOST} are allowed",
                file.path,
                file.lines()
            )
        })
        .collect();
    // Test files are cases in a row: their length says little about how easily they are read.
    let product = rust.iter().filter(|file| !file.path.contains("/tests/"));
    let median = median(product.map(|file| file.lines()).collect());
    if median > MEDIAN_MOST {
        wrong.push(format!(
            "the median file has {median} lines, {MEDIAN_MOST} are allowed"
        ));
    }
    wrong
}

pub fn median(mut lines: Vec<usize>) -> usize {
    lines.sort_unstable();
    lines.get(lines.len() / 2).copied().unwrap_or_default()
}

/// A file says in its first line what it is for. Modules of unit tests need not.
pub fn module_docs(file: &TextFile) -> Option<String> {
    let missing = file.is_rust() && file.is_product() && !file.text.starts_with("//! ");
    missing.then(|| format!("{}: begins without `//!`", file.path))
}

pub fn names(file: &TextFile) -> Vec<String> {
    let bare = file.path.strip_suffix(".rs").unwrap_or(&file.path);
    let of_path = bare.split('/').filter(|part| EMPTY_NAMES.contains(part));
    let mut wrong: Vec<String> = of_path
        .map(|name| format!("{}: `{name}` says nothing", file.path))
        .collect();
    if file.is_rust() {
        let inline = file.text.lines().filter_map(module_named);
        let empty = inline.filter(|name| EMPTY_NAMES.contains(name));
        wrong.extend(empty.map(|name| format!("{}: module `{name}` says nothing", file.path)));
    }
    wrong
}

fn module_named(line: &str) -> Option<&str> {
    let words = line
        .trim_start()
        .trim_start_matches("pub(crate) ")
        .trim_start_matches("pub ");
    let name = words.strip_prefix("mod ")?;
    name.split([';', ' ', '{']).next()
}

pub fn unfinished(file: &TextFile) -> Vec<String> {
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        let found = UNFINISHED.iter().filter(|mark| line.contains(**mark));
        wrong.extend(found.map(|mark| format!("{}:{number}: `{mark}`", file.path)));
    }
    wrong
}

/// Statements live in the store. A test may write SQL by hand, to do damage.
pub fn sql(file: &TextFile) -> Vec<String> {
    if !file.is_rust() || !file.is_product() || file.path.starts_with("crates/store/") {
        return Vec::new();
    }
    let text = file.before_its_tests();
    let literals = text.split('"').skip(1).map(str::trim_start);
    let statements = literals.filter(|literal| {
        SQL.iter().any(|word| {
            let rest = literal.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with([' ', '\n', '\\']))
        })
    });
    statements
        .map(|statement| {
            let first: String = statement.chars().take(30).collect();
            format!("{}: SQL outside the store: `{first}`", file.path)
        })
        .collect()
}

pub fn clocks(file: &TextFile) -> Vec<String> {
    if !file.is_rust() || file.path == CLOCK {
        return Vec::new();
    }
    let found = READS_THE_CLOCK
        .iter()
        .filter(|call| file.text.contains(**call));
    found
        .map(|call| format!("{}: `{call}…)`: time comes from {CLOCK}", file.path))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(text: &str) -> TextFile {
        TextFile::sample("crates/cli/src/x.rs", text)
    }

    #[test]
    fn a_file_that_is_too_long_and_a_heavy_median_are_found() {
        let long = |lines| product(&"x\n".repeat(lines));
        assert!(sizes(&[long(1), long(120), long(600)]).is_empty());
        assert_eq!(sizes(&[long(1), long(120), long(601)]).len(), 1);
        assert_eq!(sizes(&[long(1), long(121), long(600)]).len(), 1);
        assert_eq!(median(vec![9, 1, 5]), 5);
    }

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_found() {
        assert_eq!(module_docs(&product("//! Says it.\n")), None);
        assert!(module_docs(&product("use std::fmt;\n")).is_some());
        assert!(module_docs(&product("//!\n")).is_some());
        let of_tests = TextFile::sample("crates/a/src/roster/tests.rs", "use x;\n");
        assert_eq!(module_docs(&of_tests), None);
    }

    #[test]
    fn an_empty_name_is_found_in_path_and_text() {
        let empty = EMPTY_NAMES[0];
        assert!(names(&product("mod useful;\n")).is_empty());
        assert_eq!(
            names(&product(&format!("pub(crate) mod {empty};\n"))).len(),
            1
        );
        assert_eq!(names(&product(&format!("    mod {empty} {{\n"))).len(), 1);
        let file = TextFile::sample(&format!("crates/cli/src/{empty}.rs"), "");
        assert_eq!(names(&file).len(), 1);
        let directory = TextFile::sample(&format!("crates/{empty}/src/lib.rs"), "");
        assert_eq!(names(&directory).len(), 1);
    }

    #[test]
    fn what_is_not_finished_is_found_with_its_line() {
        let text = format!("fn f() {{\n    {}\"later\");\n}}\n", UNFINISHED[0]);
        let found = unfinished(&product(&text));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("crates/cli/src/x.rs:2: "));
        assert_eq!(
            unfinished(&product(&format!("{}]\n", UNFINISHED[2]))).len(),
            1
        );
        assert_eq!(
            unfinished(&product(&format!("// {} tidy up\n", UNFINISHED[3]))).len(),
            1
        );
        assert!(unfinished(&product("fn f() {}\n")).is_empty());
    }

    #[test]
    fn sql_outside_the_store_is_found() {
        let statement = format!("run(\"{} name FROM agent\");\n", SQL[0]);
        assert_eq!(sql(&product(&statement)).len(), 1);
        let broken = format!("run(\"\\\n     {} x\");\n", SQL[3]);
        assert!(
            sql(&product(&broken)).is_empty(),
            "an escaped break is no space"
        );
        let in_store = TextFile::sample("crates/store/src/x.rs", &statement);
        assert!(sql(&in_store).is_empty());
        let in_test = TextFile::sample("crates/cli/tests/x.rs", &statement);
        assert!(sql(&in_test).is_empty());
        assert!(
            sql(&product(
                "say(\"SELECTED contacts\");\nsay(\"Update it\");\n"
            ))
            .is_empty()
        );
    }

    #[test]
    fn a_second_clock_is_found() {
        let text = format!("let now = {});\n", READS_THE_CLOCK[0]);
        assert_eq!(clocks(&product(&text)).len(), 1);
        assert!(clocks(&TextFile::sample(CLOCK, &text)).is_empty());
        assert!(clocks(&product("let now = clock.now();\n")).is_empty());
    }
}
