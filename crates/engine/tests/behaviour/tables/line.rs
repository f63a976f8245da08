//! The line of one call: it only moves forward.

use engine::{Line, Outcome};
use jiff::Timestamp;

const AT: [Timestamp; 3] = [
    Timestamp::constant(100, 0),
    Timestamp::constant(200, 0),
    Timestamp::constant(300, 0),
];

fn word(line: Line) -> String {
    match line {
        Line::Dialling => "dialling".to_owned(),
        Line::Ringing { at } => format!("ringing since {}", at.as_second()),
        Line::Talking { since } => format!("talking since {}", since.as_second()),
        Line::Ended {
            outcome,
            at,
            answered_at,
        } => {
            let answered = answered_at.map_or_else(
                || "never answered".to_owned(),
                |since| format!("answered {}", since.as_second()),
            );
            format!("{outcome} at {}, {answered}", at.as_second())
        }
    }
}

#[test]
fn the_line_only_moves_forward() {
    let ringing = Line::Dialling.ring(AT[0]);
    let talking = ringing.answer(AT[1]);
    let ended = talking.end(Outcome::Answered, AT[1]);
    let unanswered = ringing.end(Outcome::Busy, AT[1]);
    let mut table = String::new();
    for line in [Line::Dialling, ringing, talking, ended, unanswered] {
        for (event, after) in [
            ("rings", line.ring(AT[2])),
            ("is answered", line.answer(AT[2])),
            ("ends as machine", line.end(Outcome::Machine, AT[2])),
        ] {
            let after = if after == line {
                "–".to_owned()
            } else {
                word(after)
            };
            table.push_str(&format!("{:<38} {event:<16} {after}\n", word(line)));
        }
    }
    insta::assert_snapshot!(table);
}
