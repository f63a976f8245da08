//! A file that says whom nobody may call: handed in, looked into, checked, taken in. What goes on
//! behind the pages is the work of all files that are handed in.

mod acts;
mod going;
mod hand_in;
mod said;
mod see;
mod work;

pub(crate) use work::suppress_by_file;

use crate::app::App;
use crate::area::lists::{LARGEST_FILE, Way, upload_for};
use crate::failure::Failure;
use crate::routes::Routes;
use crate::seat::Seat::Supervisor;
use store::{Upload, UploadPurpose, UploadState};

/// What the columns of the widest file name, as a form.
const LARGEST_FORM: usize = 1024 * 1024;

pub const WAY: Way = Way {
    purpose: UploadPurpose::Suppression,
    home: "/suppressions/import",
    block: "/suppressions/uploads",
    step_of,
};

pub fn routes() -> Routes {
    Routes::new()
        .get("/suppressions/uploads", Supervisor, hand_in::underway)
        .get("/suppressions/import", Supervisor, hand_in::page)
        .upload(
            "/suppressions/import",
            Supervisor,
            LARGEST_FILE,
            hand_in::take,
        )
        .get("/suppressions/import/{upload}", Supervisor, see::page)
        .upload(
            "/suppressions/import/{upload}",
            Supervisor,
            LARGEST_FORM,
            see::keep,
        )
        .get(
            "/suppressions/import/{upload}/going",
            Supervisor,
            going::page,
        )
        .get(
            "/suppressions/import/{upload}/going/now",
            Supervisor,
            going::now,
        )
        .post(
            "/suppressions/import/{upload}/confirm",
            Supervisor,
            acts::confirm,
        )
        .post("/suppressions/import/{upload}/stop", Supervisor, acts::stop)
        .get(
            "/suppressions/import/{upload}/problems",
            Supervisor,
            acts::problems,
        )
        .get(
            "/suppressions/import/{upload}/abandon",
            Supervisor,
            acts::sure,
        )
        .post(
            "/suppressions/import/{upload}/abandon",
            Supervisor,
            acts::abandon,
        )
}

async fn upload(app: &App, id: i64) -> Result<Upload, Failure> {
    upload_for(app, id, UploadPurpose::Suppression).await
}

/// Where a file is to be gone on with.
fn step_of(upload: &Upload) -> &'static str {
    match upload.state {
        UploadState::Open => "",
        _ => "/going",
    }
}
