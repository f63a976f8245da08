//! Whom nobody may call: the registers, and all that is known of one number, person or domain.

mod acts;
mod asked;
mod export;
mod file;
mod page;
mod registers;
mod rows;

pub(crate) use file::suppress_by_file;
pub(crate) use rows::told_subject;

use crate::routes::Routes;
use crate::seat::Seat::Supervisor;

pub fn routes() -> Routes {
    Routes::new()
        .get("/suppressions", Supervisor, page::show)
        .post("/suppressions", Supervisor, acts::add)
        .post("/suppressions/lift", Supervisor, acts::lift)
        .get("/suppressions/export", Supervisor, export::all)
        .get(
            "/suppressions/registers/{register}/export",
            Supervisor,
            export::register_file,
        )
        .get(
            "/suppressions/registers/{register}/withdraw",
            Supervisor,
            registers::sure,
        )
        .post(
            "/suppressions/registers/{register}/withdraw",
            Supervisor,
            registers::withdraw,
        )
        .and(file::routes())
}
