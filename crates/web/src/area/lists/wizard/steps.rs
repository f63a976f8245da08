//! The steps of the way, with where one stands.

use crate::words::Words;
use store::{Upload, UploadState};

/// One step.
pub struct Step {
    pub label: String,
    /// Where it is, if one may go there now.
    pub path: Option<String>,
    pub here: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    File,
    Columns,
    Problems,
    Confirm,
    Result,
}

pub fn steps(upload: &Upload, at: At, words: &Words) -> Vec<Step> {
    let is_still = !upload.state.is_at_work() && upload.state != UploadState::Imported;
    let is_described = upload.described.definition.is_some();
    let open = [
        (At::File, "step-file", "", is_still),
        (
            At::Columns,
            "step-columns",
            "/columns",
            is_still && upload.list.is_some(),
        ),
        (
            At::Problems,
            "step-problems",
            "/check",
            is_described && upload.state != UploadState::Importing,
        ),
        (
            At::Confirm,
            "step-confirm",
            "/confirm",
            upload.state == UploadState::Checked,
        ),
        (At::Result, "step-result", "/running", false),
    ];
    open.into_iter()
        .map(|(step, label, path, may)| Step {
            label: words.t(label),
            path: may.then(|| format!("/lists/import/{}{path}", upload.id)),
            here: step == at,
        })
        .collect()
}
