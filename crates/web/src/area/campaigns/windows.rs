//! How often a contact may be tried within some time: six fields of the forms of a campaign and
//! of a list.

use crate::words::Words;
use engine::{Counter, Window};

/// Longer texts are no windows.
pub const LONGEST: usize = 100;

pub struct WindowField {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub error: Option<String>,
}

pub fn name_of(counter: Counter) -> &'static str {
    match counter {
        Counter::Attempts => "window-attempts",
        Counter::Connections => "window-connections",
        Counter::Failed => "window-failed",
        Counter::Dropped => "window-dropped",
        Counter::Machines => "window-machines",
        Counter::NotReached => "window-not-reached",
    }
}

/// The fields, with what was typed and what is wrong with it.
pub fn fields<'t>(
    value: impl Fn(&str) -> &'t str,
    error: impl Fn(&str) -> Option<String>,
    words: &Words,
) -> Vec<WindowField> {
    let field = |counter| {
        let name = name_of(counter);
        WindowField {
            name,
            label: words.t(name),
            value: value(name).to_owned(),
            error: error(name),
        }
    };
    Counter::ALL.map(field).into()
}

/// The windows that were typed; or the fields that are none.
pub fn typed<'t>(value: impl Fn(&str) -> &'t str) -> Result<Vec<Window>, Vec<&'static str>> {
    let (mut windows, mut wrong) = (Vec::new(), Vec::new());
    for counter in Counter::ALL {
        let name = name_of(counter);
        match counter.windows(value(name)) {
            Some(found) => windows.extend(found),
            None => wrong.push(name),
        }
    }
    match wrong.is_empty() {
        true => Ok(windows),
        false => Err(wrong),
    }
}
