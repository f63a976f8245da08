//! Which route is what in the trail.

use crate::seat::Seat;
use axum::http::Method;
use store::AuditWord;

/// Pages and answers that show contacts, or take them away.
const SHOWN: [(&str, AuditWord); 32] = [
    ("/contacts", AuditWord::Searched),
    ("/contacts/attempts", AuditWord::Searched),
    ("/contacts/bulk", AuditWord::Searched),
    ("/contacts/{list}/{contact}", AuditWord::Saw),
    ("/contacts/{list}/{contact}/now", AuditWord::Saw),
    ("/contacts/{list}/{contact}/erase", AuditWord::Saw),
    (
        "/contacts/{list}/{contact}/correct/{attempt}",
        AuditWord::Saw,
    ),
    ("/contacts/{list}/{contact}/access", AuditWord::Exported),
    (
        "/contacts/{list}/{contact}/consent.pdf",
        AuditWord::Exported,
    ),
    ("/desk/list", AuditWord::Searched),
    ("/floor/held", AuditWord::Searched),
    ("/lists/{list}/export/{format}", AuditWord::Exported),
    ("/lists/{list}/imports/{import}", AuditWord::Saw),
    (
        "/lists/{list}/imports/{import}/problems",
        AuditWord::Exported,
    ),
    ("/lists/import/{upload}", AuditWord::Saw),
    ("/lists/import/{upload}/problems", AuditWord::Exported),
    ("/recordings", AuditWord::Searched),
    ("/recordings/{list}/{contact}/{attempt}", AuditWord::Saw),
    ("/results/attempts", AuditWord::Searched),
    ("/suppressions/export", AuditWord::Exported),
    (
        "/suppressions/registers/{register}/export",
        AuditWord::Exported,
    ),
    ("/suppressions/import/{upload}", AuditWord::Saw),
    (
        "/suppressions/import/{upload}/problems",
        AuditWord::Exported,
    ),
    ("/api/v1/contacts", AuditWord::Searched),
    ("/api/v1/suppressions", AuditWord::Searched),
    ("/api/v1/registers/{register}/numbers", AuditWord::Exported),
    ("/api/v1/lists/{list}/callbacks", AuditWord::Searched),
    ("/api/v1/lists/{list}/contacts", AuditWord::Exported),
    ("/api/v1/lists/{list}/contacts/{contact}", AuditWord::Saw),
    ("/api/v1/recordings", AuditWord::Searched),
    (
        "/api/v1/recordings/{list}/{contact}/{attempt}",
        AuditWord::Saw,
    ),
    (
        "/api/v1/recordings/{list}/{contact}/{attempt}/sound",
        AuditWord::Listened,
    ),
];

/// Forms that do something else than change.
const DONE: [(&str, AuditWord); 12] = [
    ("/floor/agents/{id}/listen", AuditWord::Listened),
    ("/lists/import", AuditWord::Imported),
    ("/lists/import/{upload}/confirm", AuditWord::Imported),
    ("/lists/{list}/imports/{import}/undo", AuditWord::Undone),
    ("/suppressions/import", AuditWord::Imported),
    ("/suppressions/import/{upload}/confirm", AuditWord::Imported),
    ("/contacts/{list}/{contact}/erase", AuditWord::Erased),
    ("/api/v1/lists/{list}/contacts", AuditWord::Imported),
    // What it erases is noted contact by contact; to look first erases nothing.
    ("/api/v1/erasures", AuditWord::Searched),
    ("/api/v1/registers", AuditWord::Imported),
    ("/api/v1/suppressions/many", AuditWord::Imported),
    ("/api/v1/registers/check", AuditWord::Searched),
];

/// What a request of this route is in the trail; nothing where it shows and changes nothing of
/// interest. What agents do at their desks is in the journal, and what they see is noted when
/// they get it in hand.
pub(crate) fn word_of(method: &Method, path: &str, seat: Seat) -> Option<AuditWord> {
    let among = |table: &[(&str, AuditWord)]| {
        let found = table.iter().find(|(there, _)| *there == path);
        found.map(|(_, word)| *word)
    };
    if *method == Method::GET {
        return among(&SHOWN);
    }
    match seat {
        Seat::Supervisor | Seat::Administrator | Seat::Program(_) => {
            among(&DONE).or(Some(AuditWord::Changed))
        }
        Seat::Open | Seat::Anybody | Seat::Desk => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::all_routes;

    #[test]
    fn every_route_of_the_tables_is_there() {
        let routes = all_routes();
        let there = |path: &str, reads: bool| {
            routes
                .iter()
                .any(|route| route.path == path && (route.method == Method::GET) == reads)
        };
        for (path, _) in SHOWN {
            assert!(there(path, true), "nothing is shown at {path}");
        }
        for (path, _) in DONE {
            assert!(there(path, false), "nothing is done at {path}");
        }
    }

    #[test]
    fn every_page_of_one_contact_is_noted() {
        for route in all_routes() {
            let of_one = route.path.contains("{contact}");
            let watched = matches!(route.seat, Seat::Supervisor | Seat::Program(_));
            if of_one && watched && route.path != "/api/v1/lists/{list}/contacts/{contact}/attempts"
            {
                assert!(
                    word_of(&route.method, route.path, route.seat).is_some(),
                    "{} {} is not noted",
                    route.method,
                    route.path
                );
            }
        }
    }
}
