//! `dispo bench` measures every part, also a small one.

use crate::support::Floor;

#[test]
fn a_small_bench_gives_every_figure() {
    let floor = Floor::new();
    let folder = floor.path("bench");
    let words = format!(
        "bench --rows 200 --sizes 200 --attempts 20 --folder {}",
        folder.display()
    );
    let (status, figures) = floor.json(&words);
    assert_eq!(status, 0);
    let figures = figures.as_array().unwrap();
    let told: Vec<&str> = figures
        .iter()
        .map(|figure| figure["unit"].as_str().unwrap())
        .collect();
    let units = ["permits/s", "rows/s", "events/s", "events/s", "µs"];
    assert_eq!(told, units);
    for figure in figures {
        assert!(figure["figure"].as_f64().unwrap() > 0.0, "{figure}");
    }
}
