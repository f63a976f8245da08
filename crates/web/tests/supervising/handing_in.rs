//! Files as a browser hands them in, and waiting for what goes on behind the pages.

use crate::house::{Answer, Centre, Desk};
use axum::body::Body;
use axum::http::{Method, Request, header};
use std::path::PathBuf;
use std::time::Duration;
use store::{Role, Upload, UploadState};

/// A centre without contacts, and a supervisor.
pub fn empty() -> (Centre, Desk) {
    let centre = Centre::open(0);
    let sue = centre.somebody("sue", Role::Supervisor, "en");
    (centre, sue)
}

impl Centre {
    /// Where files lie until they are imported.
    pub fn uploads(&self) -> PathBuf {
        self.folder.join("uploads")
    }

    pub fn hand_in(
        &self,
        desk: &Desk,
        file: &str,
        bytes: &[u8],
        fields: &[(&str, &str)],
    ) -> Answer {
        self.hand_in_at(desk, "/lists/import", (file, bytes), fields)
    }

    pub fn hand_in_at(
        &self,
        desk: &Desk,
        path: &str,
        (file, bytes): (&str, &[u8]),
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--frontier\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--frontier\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--frontier--\r\n");
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::HOST, "centre.example")
            .header(header::COOKIE, desk.cookie.as_str())
            .header(
                header::CONTENT_TYPE,
                "multipart/form-data; boundary=frontier",
            )
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap())
    }

    /// Hands in a file for the centre's list; gives the address of its pages.
    pub fn upload(&self, desk: &Desk, file: &str, bytes: &[u8]) -> String {
        let list = self.list.0.to_string();
        let answer = self.hand_in(desk, file, bytes, &[("list", &list)]);
        answer.is(303);
        answer.location
    }

    pub fn upload_at(&self, path: &str) -> Upload {
        let id = path.rsplit('/').next().unwrap().parse().unwrap();
        self.store.upload(id).unwrap().expect("an upload")
    }

    /// Waits until nothing goes on with the upload any more.
    #[track_caller]
    pub fn settled(&self, path: &str) -> Upload {
        for _ in 0..3_000 {
            let upload = self.upload_at(path);
            if !upload.state.is_at_work() {
                return upload;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("still at work");
    }

    /// The bytes of an upload are removed a moment after it is imported.
    #[track_caller]
    pub fn is_swept(&self, stored: &str) {
        let file = self.uploads().join(stored);
        let mut moments = 0..500;
        while file.exists() {
            assert!(moments.next().is_some(), "the file is kept");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Describes the columns by their names and waits for the check.
    #[track_caller]
    pub fn checked(&self, desk: &Desk, path: &str, form: &[(&str, &str)]) -> Upload {
        self.post_plainly(desk, &format!("{path}/columns"), form)
            .is(303);
        self.settled(path)
    }

    /// Confirms and waits for the import; gives its number.
    #[track_caller]
    pub fn imported(&self, desk: &Desk, path: &str) -> i64 {
        self.post_plainly(desk, &format!("{path}/confirm"), &[])
            .is(303);
        let upload = self.settled(path);
        assert_eq!(upload.state, UploadState::Imported, "{:?}", upload.problem);
        upload.import.unwrap()
    }
}
