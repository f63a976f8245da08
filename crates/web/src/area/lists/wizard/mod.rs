//! The way of a file into a list: hand it in, see what is in it, say what the columns mean, see
//! what is wrong, confirm, watch it go. Each step is a page; going back keeps everything.

mod abandon;
mod check;
mod columns;
mod confirm;
mod entered;
mod hand_in;
mod how;
mod mapping;
mod received;
mod running;
mod sample;
mod see;
mod steps;
mod trouble;
mod underway;
mod work;

pub use check::problems_file;
pub use how::{Reading, kept, text};
pub use received::received;
pub use sample::Sample;
pub use see::{Seen, seen, size};
pub use trouble::Trouble;
pub use underway::{Underway, Way, underway, underway_of, whole as underway_whole};
pub use work::{SUPPRESSIONS, Work, problems_name};

use crate::app::App;
use crate::failure::Failure;
use crate::routes::Routes;
use crate::seat::Seat::Supervisor;
use store::{List, Upload, UploadPurpose};

/// The largest file that is taken.
pub const LARGEST_FILE: usize = 256 * 1024 * 1024;
/// What the columns of the widest list mean, as a form.
const LARGEST_MAPPING: usize = 4 * 1024 * 1024;

pub fn routes() -> Routes {
    Routes::new()
        .get("/lists/uploads", Supervisor, underway::page)
        .get("/lists/import", Supervisor, hand_in::page)
        .upload("/lists/import", Supervisor, LARGEST_FILE, hand_in::take)
        .get("/lists/import/{upload}", Supervisor, see::page)
        .post("/lists/import/{upload}", Supervisor, see::read)
        .get("/lists/import/{upload}/columns", Supervisor, mapping::page)
        .upload(
            "/lists/import/{upload}/columns",
            Supervisor,
            LARGEST_MAPPING,
            mapping::keep,
        )
        .get("/lists/import/{upload}/check", Supervisor, check::page)
        .post("/lists/import/{upload}/check", Supervisor, check::begin)
        .get("/lists/import/{upload}/check/now", Supervisor, check::now)
        .get(
            "/lists/import/{upload}/problems",
            Supervisor,
            check::problems,
        )
        .get("/lists/import/{upload}/confirm", Supervisor, confirm::page)
        .post("/lists/import/{upload}/confirm", Supervisor, confirm::begin)
        .get("/lists/import/{upload}/running", Supervisor, running::page)
        .get(
            "/lists/import/{upload}/running/now",
            Supervisor,
            running::now,
        )
        .post("/lists/import/{upload}/stop", Supervisor, running::stop)
        .get("/lists/import/{upload}/abandon", Supervisor, abandon::sure)
        .post(
            "/lists/import/{upload}/abandon",
            Supervisor,
            abandon::abandon,
        )
}

/// The upload, or a page that says there is none.
async fn upload(app: &App, id: i64) -> Result<Upload, Failure> {
    upload_for(app, id, UploadPurpose::List).await
}

/// The upload, if that is what it is for.
pub async fn upload_for(app: &App, id: i64, purpose: UploadPurpose) -> Result<Upload, Failure> {
    app.ask(move |store| store.upload(id).map_err(Failure::from))
        .await?
        .filter(|upload| upload.purpose == purpose)
        .ok_or(Failure::NotFound)
}

/// The upload with the list it goes into, if one is chosen.
async fn with_list(app: &App, id: i64) -> Result<(Upload, Option<List>), Failure> {
    app.ask(move |store| {
        let upload = store.upload(id)?;
        let upload = upload.filter(|upload| upload.purpose == UploadPurpose::List);
        let upload = upload.ok_or(Failure::NotFound)?;
        let list = match upload.list {
            Some(list) => store.list(list)?,
            None => None,
        };
        Ok((upload, list))
    })
    .await
}
