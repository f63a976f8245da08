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

#[test]
fn a_small_register_is_measured() {
    let floor = Floor::new();
    let (status, figures) = floor.json("bench registers --numbers 5000 --looks 500");
    assert_eq!(status, 0);
    assert_eq!(figures["numbers"], 5_000);
    for figure in [
        "per_second",
        "bytes_per_number",
        "look_up_us",
        "look_up_of_64_us",
    ] {
        assert!(figures[figure].as_f64().unwrap() > 0.0, "{figures}");
    }
}
