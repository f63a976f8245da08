//! One check or one import, from its beginning to the state it ends in.

use super::super::how::{self, How};
use super::super::trouble::Trouble;
use super::{Work, problems_name};
use crate::area;
use crate::secret;
use ::import::{Ended, ImportFailure, Outlook, Source, Told, check, run};
use lists::{Country, Definition};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use store::{List, StoreError, Upload, UploadNews, UploadPurpose, UploadState};

/// All that is needed to work on an upload.
struct Task<'a> {
    work: &'a Work,
    upload: Upload,
    list: List,
    how: How,
    country: Country,
    definition: Definition,
    stop: &'a AtomicBool,
}

pub fn work_on(work: &Work, upload: i64, stop: &AtomicBool) {
    if let Err(problem) = go(work, upload, stop) {
        eprintln!("an upload was not gone on with: {problem}");
    }
}

fn go(work: &Work, id: i64, stop: &AtomicBool) -> Result<(), StoreError> {
    let Some(upload) = work.inner.store.upload(id)? else {
        return Ok(());
    };
    if !upload.state.is_at_work() {
        return Ok(());
    }
    let from = upload.state;
    let outcome = match upload.purpose {
        UploadPurpose::List => of_list(work, upload, stop),
        UploadPurpose::Suppression => area::suppress_by_file(work, &upload, stop),
    };
    let Err(trouble) = outcome else {
        return Ok(());
    };
    let trouble = serde_json::to_string(&trouble).unwrap_or_default();
    let news = UploadNews {
        problem: Some(trouble),
        ..UploadNews::default()
    };
    let store = &work.inner.store;
    store
        .advance_upload(id, &[from], UploadState::Broken, news)
        .map(|_| ())
}

fn of_list(work: &Work, upload: Upload, stop: &AtomicBool) -> Result<(), Trouble> {
    let from = upload.state;
    let outcome = Task::new(work, upload, stop).and_then(|task| match from {
        UploadState::Checking => task.check(),
        _ => task.import(),
    });
    outcome.map_err(|failure| {
        if let ImportFailure::Store(problem) = &failure {
            eprintln!("an upload broke off: {problem}");
        }
        Trouble::from(&failure)
    })
}

impl<'a> Task<'a> {
    fn new(work: &'a Work, upload: Upload, stop: &'a AtomicBool) -> Result<Self, ImportFailure> {
        let list = match upload.list {
            Some(list) => work.inner.store.list(list)?,
            None => None,
        };
        let list = list.ok_or_else(|| gone("the list"))?;
        let how: How = how::kept(&upload.described.how);
        let of_list: Option<Country> = list.country.parse().ok();
        let text = upload.described.definition.as_deref().unwrap_or_default();
        Ok(Self {
            work,
            definition: Definition::parse(text)?,
            country: how.country.or(of_list).unwrap_or(Country::Nl),
            how,
            upload,
            list,
            stop,
        })
    }

    fn source(&self) -> Result<Source, ImportFailure> {
        let file = self.work.inner.folder.join(&self.upload.stored);
        let source = Source::open(&file, Some(self.definition.clone()), None)?;
        Ok(source.called(&self.upload.file))
    }

    fn check(self) -> Result<(), ImportFailure> {
        let store = &self.work.inner.store;
        let order = self.how.order();
        let name = problems_name(&self.upload.stored);
        let mut file = BufWriter::new(File::create(self.work.inner.folder.join(name))?);
        let mut tell = |told: Told<'_>| match told {
            Told::Progress(progress) => {
                self.work.note(self.upload.id, progress);
                Ok(())
            }
            Told::Problem(problem) => {
                serde_json::to_writer(&mut file, problem)?;
                file.write_all(b"\n")
            }
        };
        let source = self.source()?;
        let (ended, outlook) = check(
            store,
            &self.list,
            self.country,
            source,
            &order,
            self.stop,
            &mut tell,
        )?;
        file.flush()?;
        match ended {
            Ended::Live => self.advance(UploadState::Checked, None, Some(&outlook)),
            Ended::Stopped => self.stopped(UploadState::Open, None),
        }
    }

    fn import(self) -> Result<(), ImportFailure> {
        let store = &self.work.inner.store;
        let order = self.how.order();
        let mut known = self.upload.import;
        let mut tell = |progress: ::import::Progress| {
            if known != progress.import {
                known = progress.import;
                if let Err(problem) = self.advance(UploadState::Importing, known, None) {
                    eprintln!("the import of an upload was not noted: {problem}");
                }
            }
            self.work.note(self.upload.id, progress);
        };
        let source = self.source()?;
        let header = header_key(source.headers());
        let (ended, report) = run(
            store,
            &self.list,
            self.country,
            source,
            &order,
            self.stop,
            &mut tell,
        )?;
        if ended == Ended::Stopped {
            return self.stopped(UploadState::Checked, Some(report.import));
        }
        if let Some(definition) = &self.upload.described.definition {
            store.save_definition(
                self.list.id,
                &header,
                definition,
                &self.upload.described.how,
            )?;
        }
        self.advance(UploadState::Imported, Some(report.import), None)?;
        self.work.remove(&self.upload.stored);
        Ok(())
    }

    /// Stopped by somebody it waits for them; stopped with the server it goes on by itself.
    fn stopped(&self, to: UploadState, import: Option<i64>) -> Result<(), ImportFailure> {
        match self.work.inner.closed.load(Ordering::Relaxed) {
            true => Ok(()),
            false => self.advance(to, import, None),
        }
    }

    fn advance(
        &self,
        to: UploadState,
        import: Option<i64>,
        outlook: Option<&Outlook>,
    ) -> Result<(), ImportFailure> {
        let news = UploadNews {
            import,
            outlook: outlook.and_then(|outlook| serde_json::to_string(outlook).ok()),
            problem: None,
        };
        let store = &self.work.inner.store;
        store.advance_upload(self.upload.id, &[self.upload.state], to, news)?;
        Ok(())
    }
}

/// By this a header is known again.
pub fn header_key(headers: &[String]) -> String {
    secret::hash(&headers.join("\u{1f}"))
}

fn gone(what: &str) -> ImportFailure {
    std::io::Error::new(std::io::ErrorKind::NotFound, format!("{what} is gone")).into()
}
