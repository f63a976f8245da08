//! A page of numbers, read as strictly as the format allows.

use std::collections::{BTreeMap, BTreeSet};

/// Each sample, by its name with labels, with the kind of its family.
pub type Samples = BTreeMap<String, (String, f64)>;

/// All samples of a page, or what is wrong with it.
pub fn read(page: &str) -> Result<Samples, String> {
    let mut families = BTreeSet::new();
    let mut family: Option<(String, String)> = None;
    let mut helped = String::new();
    let mut samples = Samples::new();
    if !page.ends_with('\n') {
        return Err("the last line is not ended".to_owned());
    }
    for line in page.lines() {
        let wrong = |why: &str| format!("{why}: {line}");
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').ok_or_else(|| wrong("no text"))?;
            if !is_name(name) || help.is_empty() || !families.insert(name.to_owned()) {
                return Err(wrong("a name that is none, or twice"));
            }
            name.clone_into(&mut helped);
        } else if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').ok_or_else(|| wrong("no type"))?;
            let known = ["counter", "gauge", "histogram"].contains(&kind);
            if name != helped || !known || name.ends_with("_total") != (kind == "counter") {
                return Err(wrong("a type that does not belong here"));
            }
            family = Some((name.to_owned(), kind.to_owned()));
        } else {
            let (name, kind) = family.as_ref().ok_or_else(|| wrong("no family"))?;
            let (series, value) = sample(line).ok_or_else(|| wrong("no sample"))?;
            let bare = series.split('{').next().unwrap_or_default();
            let end = bare.strip_prefix(name.as_str());
            let may: &[&str] = match kind.as_str() {
                "histogram" => &["_bucket", "_sum", "_count"],
                _ => &[""],
            };
            if !end.is_some_and(|end| may.contains(&end)) {
                return Err(wrong("a sample of another family"));
            }
            // Sums and counts of classes only grow, too.
            let grows = ["counter", "histogram"].contains(&kind.as_str());
            let kind = if grows { "grows" } else { "moves" };
            if samples.insert(series, (kind.to_owned(), value)).is_some() {
                return Err(wrong("the same series again"));
            }
        }
    }
    classes(&samples).map(|()| samples)
}

/// `name{label="value",…} 12.5`, its labels each once and escaped.
fn sample(line: &str) -> Option<(String, f64)> {
    let (series, value) = line.rsplit_once(' ')?;
    let value: f64 = value.parse().ok().filter(|value: &f64| value.is_finite())?;
    let Some((name, labels)) = series.split_once('{') else {
        return is_name(series).then(|| (series.to_owned(), value));
    };
    let mut rest = labels.strip_suffix('}')?;
    let mut seen = BTreeSet::new();
    while !rest.is_empty() {
        let (label, after) = rest.split_once("=\"")?;
        let end = unescaped_quote(after)?;
        if !is_name(label) || !seen.insert(label) {
            return None;
        }
        rest = &after[end + 1..];
        rest = rest.strip_prefix(',').unwrap_or(rest);
    }
    is_name(name).then(|| (series.to_owned(), value))
}

fn unescaped_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, sign)| {
        let ends = sign == '"' && !escaped;
        escaped = sign == '\\' && !escaped;
        ends.then_some(at)
    })
}

fn is_name(name: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    name.starts_with(|sign: char| sign.is_ascii_alphabetic()) && name.chars().all(plain)
}

/// The class of all holds as many as were counted.
fn classes(samples: &Samples) -> Result<(), String> {
    for (series, (_, value)) in samples.iter().filter(|(series, _)| series.contains("+Inf")) {
        let count = series
            .replace("_bucket", "_count")
            .replace(",le=\"+Inf\"", "")
            .replace("{le=\"+Inf\"}", "");
        if samples.get(&count).map(|(_, count)| count) != Some(value) {
            return Err(format!("{series} is not {count}"));
        }
    }
    Ok(())
}

#[test]
fn a_page_that_is_wrong_is_found() {
    let good = "# HELP a_total How many.\n# TYPE a_total counter\na_total{b=\"c\\\"d\"} 1\n";
    assert_eq!(read(good).unwrap().len(), 1);
    for (from, to) in [
        ("a_total{b=\"c\\\"d\"} 1\n", "a_total{b=\"c\\\"d\"} 1"),
        ("counter", "gauge"),
        ("# HELP a_total How many.\n", ""),
        (" 1\n", " one\n"),
        ("{b=\"c\\\"d\"}", "{b=\"c\"d\"}"),
        ("{b=\"c\\\"d\"} 1\n", " 1\na_total 1\n"),
        ("\na_total{", "\nother_total{"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(read(&bad).is_err(), "{bad}");
    }
}
