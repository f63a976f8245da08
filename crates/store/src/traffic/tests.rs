use super::*;

fn seized(seizures: u64, answers: u64, talk: u64) -> Seized {
    Seized {
        seizures,
        answers,
        talk: Duration::from_secs(talk),
    }
}

#[test]
fn a_day_is_the_sum_of_its_slices() {
    let mut exchange = Exchange::default();
    let midnight: Timestamp = "2026-01-05T23:00:00Z".parse().unwrap();
    for (minutes, counted) in [(-1, 1), (0, 10), (14, 20), (600, 40)] {
        let at = midnight + SignedDuration::from_mins(minutes);
        exchange.count(at, seized(counted, counted / 2, counted * 30));
    }
    assert_eq!(exchange.since(midnight), seized(70, 35, 2_100));
    assert_eq!(exchange.total.seizures, 71);
    let late = midnight + SignedDuration::from_hours(24 * 40);
    for quarter in 0..200 {
        exchange.count(
            late + SignedDuration::from_mins(quarter * 15),
            seized(1, 0, 0),
        );
    }
    assert_eq!(exchange.lately.len(), SLICES);
}

#[test]
fn a_ratio_of_nothing_is_none() {
    assert_eq!(Seized::default().answered(), None);
    assert_eq!(Seized::default().mean_talk(), None);
    let counted = seized(8, 3, 90);
    assert_eq!(counted.answered(), Some(375));
    assert_eq!(counted.mean_talk(), Some(Duration::from_secs(30)));
}

#[test]
fn the_first_connection_is_no_reconnect() {
    let mut exchange = Exchange::default();
    for there in [false, true, true, false, true] {
        exchange.connect(there);
    }
    assert!(exchange.is_connected);
    assert_eq!(exchange.reconnects, 1);
}

#[test]
fn what_cannot_be_reached_is_lost_until_it_is_back() {
    let board = Board::default();
    assert!(board.lost().is_empty());
    let connect = |name: &str, there| {
        let mut traffic = board.write();
        let exchange = traffic.exchanges.entry(name.to_owned()).or_default();
        exchange.connect(there);
    };
    connect("north:8088", true);
    connect("south:8088", false);
    assert_eq!(board.clone().lost(), ["south:8088"]);
    connect("south:8088", true);
    assert!(board.lost().is_empty());
}
