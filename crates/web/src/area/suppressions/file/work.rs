//! The check and the taking in of a file, behind the pages.

use super::said::Said;
use crate::area::lists::{Reading, Trouble, Work, kept, problems_name};
use import::whom::{
    Aim, Foresight, Gathered, Meter, TakeFailure, WhomFile, WhomTaken, foresee, take,
};
use import::{ImportFailure, Progress};
use lists::{Country, Problem};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::AtomicBool;
use store::{ImportProblem, StoreError, Upload, UploadNews, UploadState};

/// What is known of a file, as it is kept with the upload.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    pub foresight: Foresight,
    /// Somebody asked for what can be read alone.
    pub good_rows: bool,
    pub taken: Option<WhomTaken>,
}

struct Task<'a> {
    work: &'a Work,
    upload: &'a Upload,
    said: Said,
    aim: Aim,
    stop: &'a AtomicBool,
}

pub fn suppress_by_file(work: &Work, upload: &Upload, stop: &AtomicBool) -> Result<(), Trouble> {
    let said: Said = kept(&upload.described.how);
    let aim = said.aim(&upload.file, upload.at);
    let task = Task {
        work,
        upload,
        aim: aim.ok_or_else(|| Trouble::new("broken-off"))?,
        said,
        stop,
    };
    match upload.state {
        UploadState::Checking => task.check(),
        _ => task.import(),
    }
}

impl Task<'_> {
    fn check(&self) -> Result<(), Trouble> {
        let Some(gathered) = self.gather()? else {
            return self.stopped(UploadState::Open);
        };
        self.write_problems(&gathered.problems)?;
        let store = self.work.store();
        let seen = foresee(store, &gathered, &self.aim, self.stop, &mut |meter| {
            self.note(meter);
        });
        match seen.map_err(|failure| told(&failure))? {
            None => self.stopped(UploadState::Open),
            Some(foresight) => {
                let found = Found {
                    foresight,
                    ..Found::default()
                };
                self.advance(UploadState::Checked, Some(&found))
            }
        }
    }

    fn import(&self) -> Result<(), Trouble> {
        let mut found: Found = kept(self.upload.outlook.as_deref().unwrap_or_default());
        let Some(gathered) = self.gather()? else {
            return self.stopped(UploadState::Checked);
        };
        if !gathered.problems.is_empty() && !found.good_rows {
            return Err(Trouble::new("not-asked"));
        }
        let (store, subjects) = (self.work.store(), gathered.subjects);
        let taken = take(store, subjects, &self.aim, self.stop, &mut |meter| {
            self.note(meter);
        });
        let Some(taken) = taken.map_err(|failure| told(&failure))? else {
            return self.stopped(UploadState::Checked);
        };
        found.taken = Some(taken);
        self.advance(UploadState::Imported, Some(&found))?;
        self.work.remove(&self.upload.stored);
        Ok(())
    }

    fn gather(&self) -> Result<Option<Gathered>, Trouble> {
        let said = |failure: ImportFailure| Trouble::from(&failure);
        let path = self.work.folder().join(&self.upload.stored);
        let reading: Reading = kept(&self.upload.described.reading);
        let country = self.said.country.unwrap_or(Country::Nl);
        let columns = Some(self.said.columns.as_slice());
        let mut file = WhomFile::open(&path, &reading.options(), country, columns).map_err(said)?;
        if self.aim.is_register() {
            file = file.of_numbers().map_err(said)?;
        }
        file.gather(self.stop, &mut |meter| self.note(meter))
            .map_err(said)
    }

    /// As the check of a call list leaves them, one on a line.
    fn write_problems(&self, problems: &[Problem]) -> Result<(), Trouble> {
        let name = problems_name(&self.upload.stored);
        let path = self.work.folder().join(name);
        let written = File::create(path).and_then(|file| {
            let mut file = BufWriter::new(file);
            for problem in problems {
                let kept = ImportProblem {
                    line: problem.line,
                    column: problem.column.clone(),
                    value: problem.value.clone(),
                    reason: problem.reason.clone(),
                };
                serde_json::to_writer(&mut file, &kept)?;
                file.write_all(b"\n")?;
            }
            file.flush()
        });
        written.map_err(|_| Trouble::new("broken-off"))
    }

    fn note(&self, meter: Meter) {
        self.work.note(self.upload.id, Progress::from(meter));
    }

    /// Stopped by somebody it waits for them; stopped with the server it goes on by itself.
    fn stopped(&self, to: UploadState) -> Result<(), Trouble> {
        match self.work.is_closed() {
            true => Ok(()),
            false => self.advance(to, None),
        }
    }

    fn advance(&self, to: UploadState, found: Option<&Found>) -> Result<(), Trouble> {
        let news = UploadNews {
            outlook: found.and_then(|found| serde_json::to_string(found).ok()),
            ..UploadNews::default()
        };
        let store = self.work.store();
        let done = store.advance_upload(self.upload.id, &[self.upload.state], to, news);
        done.map(|_| ()).map_err(|error| broken(&error))
    }
}

fn told(failure: &TakeFailure) -> Trouble {
    if let TakeFailure::Store(error) = failure {
        return broken(error);
    }
    Trouble::from(failure)
}

fn broken(error: &StoreError) -> Trouble {
    eprintln!("an upload broke off: {error}");
    Trouble::new("broken-off")
}
