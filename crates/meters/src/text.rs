//! Numbers in the text format of Prometheus, version 0.0.4
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
//!
//! Names and texts are ours; only values of labels may be anybody's, and are escaped.

use crate::meter::Meter;
use std::fmt::Write;
use std::time::Duration;

/// From when on whatever grows is counted.
const SINCE: &str = "Since the program started.";

/// One page of numbers.
#[derive(Debug, Default)]
pub struct Text(String);

/// The samples of one name, written below its heading.
#[derive(Debug)]
pub struct Family<'a> {
    text: &'a mut String,
    name: &'static str,
}

/// Names of labels with their values.
pub type Labels<'a> = &'a [(&'static str, &'a str)];

impl Text {
    /// What only grows while the program runs.
    pub fn counter(&mut self, name: &'static str, help: &str) -> Family<'_> {
        let help = format!("{help} {SINCE}");
        self.family(name, "counter", &help)
    }

    /// What goes up or down.
    pub fn gauge(&mut self, name: &'static str, help: &str) -> Family<'_> {
        self.family(name, "gauge", help)
    }

    /// How long things took, in classes.
    pub fn histogram(&mut self, name: &'static str, help: &str) -> Family<'_> {
        let help = format!("{help} {SINCE}");
        self.family(name, "histogram", &help)
    }

    pub fn into_text(self) -> String {
        self.0
    }

    fn family(&mut self, name: &'static str, kind: &str, help: &str) -> Family<'_> {
        // Writing into a text cannot fail.
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
        Family {
            text: &mut self.0,
            name,
        }
    }
}

impl Family<'_> {
    pub fn count(&mut self, labels: Labels<'_>, value: u64) -> &mut Self {
        self.sample("", labels, None, &value.to_string())
    }

    pub fn seconds(&mut self, labels: Labels<'_>, value: Duration) -> &mut Self {
        self.sample("", labels, None, &seconds(value))
    }

    pub fn meter(&mut self, labels: Labels<'_>, meter: &Meter) -> &mut Self {
        for (end, upto) in meter.up_to() {
            self.sample("_bucket", labels, Some(&seconds(end)), &upto.to_string());
        }
        let count = meter.count().to_string();
        self.sample("_bucket", labels, Some("+Inf"), &count);
        self.sample("_sum", labels, None, &seconds(meter.total()));
        self.sample("_count", labels, None, &count)
    }

    fn sample(
        &mut self,
        of: &str,
        labels: Labels<'_>,
        up_to: Option<&str>,
        value: &str,
    ) -> &mut Self {
        let all = labels.iter().copied().chain(up_to.map(|end| ("le", end)));
        let told: Vec<String> = all
            .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
            .collect();
        let told = match told.is_empty() {
            true => String::new(),
            false => format!("{{{}}}", told.join(",")),
        };
        let _ = writeln!(self.text, "{}{of}{told} {value}", self.name);
        self
    }
}

/// Whole seconds with what is left behind the point, as far as it says anything.
fn seconds(duration: Duration) -> String {
    let text = format!("{}.{:06}", duration.as_secs(), duration.subsec_micros());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    value.replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_as_the_format_wants_it() {
        let mut text = Text::default();
        let labels = [("exchange", "a\"b\\c\nd"), ("trunk", "carrier")];
        text.counter("x_total", "How many.").count(&labels, 7);
        text.gauge("y_seconds", "How long.")
            .seconds(&[], Duration::from_millis(1_250));
        assert_eq!(
            text.into_text(),
            "# HELP x_total How many. Since the program started.\n# TYPE x_total counter\n\
             x_total{exchange=\"a\\\"b\\\\c\\nd\",trunk=\"carrier\"} 7\n\
             # HELP y_seconds How long.\n# TYPE y_seconds gauge\ny_seconds 1.25\n"
        );
    }

    #[test]
    fn classes_add_up_and_end_in_all() {
        let mut meter = Meter::default();
        for milliseconds in [1, 3, 9_000] {
            meter.note(Duration::from_millis(milliseconds));
        }
        let mut text = Text::default();
        text.histogram("z_seconds", "Took.").meter(&[], &meter);
        let text = text.into_text();
        for line in [
            "z_seconds_bucket{le=\"0.001\"} 1",
            "z_seconds_bucket{le=\"0.005\"} 2",
            "z_seconds_bucket{le=\"5\"} 2",
            "z_seconds_bucket{le=\"+Inf\"} 3",
            "z_seconds_sum 9.004",
            "z_seconds_count 3",
        ] {
            assert!(text.lines().any(|there| there == line), "{line}\n{text}");
        }
    }
}
