//! The menu after a call: where it was offered, and who opted out there.

use super::{List, Many, Shape, Statement, int};

/// A menu that somebody opted out in was offered before, whatever is heard first.
pub static HEARD: Many = Many {
    name: "opt_out_menu.heard",
    table: "opt_out_menu",
    columns: &[
        int("list_id"),
        int("contact_id"),
        int("attempt"),
        int("offered_at"),
        int("completed_at"),
    ],
    shape: Shape::Insert {
        conflict: "ON CONFLICT (list_id, contact_id, attempt) DO UPDATE SET \
                   completed_at = coalesce(opt_out_menu.completed_at, excluded.completed_at)",
    },
};

pub static OF_LIST: Statement = Statement::new(
    "opt_out_menu.of_list",
    "SELECT count(*) AS offered, count(completed_at) AS completed FROM opt_out_menu \
     WHERE list_id = $1",
);

pub static OF_CONTACT: Statement = Statement::new(
    "opt_out_menu.of_contact",
    "SELECT attempt, completed_at FROM opt_out_menu WHERE list_id = $1 AND contact_id = $2 \
     ORDER BY attempt",
);

/// Those after the attempts that were coded in a period.
pub static OF_PERIOD: Statement = Statement::new(
    "opt_out_menu.of_period",
    "SELECT m.list_id, m.contact_id, m.attempt, m.completed_at FROM opt_out_menu m \
     JOIN attempt a ON a.list_id = m.list_id AND a.contact_id = m.contact_id \
       AND a.attempt = m.attempt \
     WHERE a.coded_at >= $1 AND a.coded_at < $2",
);

pub static LIST: List = List {
    statements: &[&OF_LIST, &OF_CONTACT, &OF_PERIOD],
    many: &[&HEARD],
    fetch: &[],
    bulk: &[],
};
