use super::*;
use crate::weekdays::Weekdays;

#[test]
fn every_problem_is_reported_with_place_and_remedy() {
    let text = "DateAdd=2w, Time=25:00,Time=9:00, Tijd=8:00, , CallBackDays=0, Date=2026-2-30, \
                ReadOnly=yes, TimeFrame=0m, TimeAdd=-5m";
    let error = text.parse::<Expression>().unwrap_err();
    let found: Vec<(usize, &str, &str)> = error
        .problems
        .iter()
        .map(|p| (p.position, p.item.as_str(), p.wrong.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (1, "DateAdd=2w", "no such offset"),
            (13, "Time=25:00", "no such time"),
            (24, "Time=9:00", "this item is written twice"),
            (35, "Tijd=8:00", "this key is not known"),
            (46, "", "this is no item"),
            (48, "CallBackDays=0", "no set of weekdays"),
            (64, "Date=2026-2-30", "no such date"),
            (64, "Date=2026-2-30", "two items contradict each other"),
            (80, "ReadOnly=yes", "neither yes nor no"),
            (94, "TimeFrame=0m", "no width of a window"),
            (94, "TimeFrame=0m", "the window has no begin"),
            (108, "TimeAdd=-5m", "no such offset"),
            (108, "TimeAdd=-5m", "two items contradict each other"),
        ]
    );
    let shown = error.to_string();
    assert!(shown.starts_with(
        "callback expression, character 1, `DateAdd=2w`: no such offset; write a number up to 9999"
    ));
    assert_eq!(shown.lines().count(), 13);
}

#[test]
fn a_window_needs_a_begin_a_width_and_its_own_day() {
    for (text, remedy) in [
        ("TimeFrame=60m", "TimeFrameStart=9:00"),
        ("TimeFrameStart=9:00", "TimeFrame=180m"),
        (
            "TimeFrame=61m, TimeFrameStart=23:00",
            "at most `TimeFrame=60m`",
        ),
    ] {
        let error = text.parse::<Expression>().unwrap_err();
        assert_eq!(error.problems.len(), 1);
        assert!(error.to_string().contains(remedy), "{error}");
    }
}

#[test]
fn the_canonical_text() {
    for (text, shown) in [
        ("dateadd=2M", None),
        ("  dateadd = 2m ,time=9:5 ", None),
        ("dateadd = 2m ,TIME=9:05 ", Some("DateAdd=2m, Time=09:05")),
        (
            "ReadOnly=1,Date=2026-3-1",
            Some("Date=2026-03-01, ReadOnly=1"),
        ),
        ("ReadOnly=0", Some("")),
        (
            "CallBackDays=127,TimeFrameStart=9:00,TimeFrame=0180m",
            Some("TimeFrame=180m, TimeFrameStart=09:00, CallBackDays=127"),
        ),
    ] {
        let read = text.parse::<Expression>().ok().map(|read| read.to_string());
        assert_eq!(read.as_deref(), shown, "{text}");
    }
    assert_eq!(
        expression("CallBackDays=16").days,
        Some(Weekdays::parse("th").unwrap())
    );
    assert_eq!(
        expression("CallBackDays=65").days,
        Some(Weekdays::parse("sa-su").unwrap())
    );
}

proptest! {
    #[test]
    fn fields_and_text_agree(fields in any_expression()) {
        let text = fields.to_string();
        prop_assert_eq!(text.parse(), Ok(fields));
        let json = serde_json::to_string(&fields).unwrap();
        prop_assert_eq!(serde_json::from_str::<Expression>(&json).unwrap(), fields);
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "((Date|Time)(Add|Frame|FrameStart)?=?[0-9:mhd -]{0,9},?){0,4}|\\PC{0,60}"
    ) {
        if let Ok(fields) = text.parse::<Expression>() {
            prop_assert_eq!(fields.to_string().parse(), Ok(fields));
        }
    }
}
