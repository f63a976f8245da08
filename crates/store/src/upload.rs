//! Files on their way in: handed in, described, checked, imported. The bytes lie in a
//! folder, this is what is known of them.

use crate::clock::instant;
use crate::conn::{Row, Value};
use crate::error::{Result, StoreError};
use crate::hint::Hint;
use crate::people::UserId;
use crate::sql::upload as sql;
use crate::store::Store;
use engine::ListId;
use jiff::{SignedDuration, Timestamp};

/// How far an upload has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadState {
    /// Being described.
    Open,
    Checking,
    Checked,
    Importing,
    Imported,
    /// The file cannot be taken in as it is described now.
    Broken,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadPurpose {
    /// Contacts of a list.
    List,
    /// Whom nobody may call.
    Suppression,
}

/// A file that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub id: i64,
    pub purpose: UploadPurpose,
    pub list: Option<ListId>,
    /// Its name where it came from.
    pub file: String,
    /// Its name in the folder of uploads.
    pub stored: String,
    pub size: u64,
    pub described: Described,
    pub state: UploadState,
    pub import: Option<i64>,
    /// What the check found, as JSON.
    pub outlook: Option<String>,
    pub problem: Option<String>,
    pub user: Option<UserId>,
    pub at: Timestamp,
}

/// What people say of a file. Texts that only the importer understands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// How it is read: encoding, delimiter, sheet.
    pub reading: String,
    /// What its columns mean.
    pub definition: Option<String>,
    /// What becomes of its rows.
    pub how: String,
}

/// A file that is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUpload {
    pub purpose: UploadPurpose,
    pub list: Option<ListId>,
    pub file: String,
    pub stored: String,
    pub size: u64,
    pub described: Described,
    pub user: Option<UserId>,
}

/// What is known from a step on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UploadNews {
    pub import: Option<i64>,
    pub outlook: Option<String>,
    pub problem: Option<String>,
}

impl UploadPurpose {
    fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Suppression => "suppression",
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "suppression" => Self::Suppression,
            _ => Self::List,
        }
    }
}

impl UploadState {
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Checking,
        Self::Checked,
        Self::Importing,
        Self::Imported,
        Self::Broken,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Importing => "importing",
            Self::Imported => "imported",
            Self::Broken => "broken",
        }
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether work on it goes on without anybody at the browser.
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Checking | Self::Importing)
    }
}

impl Store {
    pub fn add_upload(&self, new: NewUpload) -> Result<i64> {
        self.write(move |conn, now| {
            let now = now.as_microsecond();
            let args = [
                new.list.map(|list| list.0).into(),
                new.file.into(),
                new.stored.into(),
                i64::try_from(new.size).unwrap_or(i64::MAX).into(),
                new.described.reading.into(),
                new.described.how.into(),
                new.user.map(|user| user.0).into(),
                now.into(),
                now.into(),
                new.purpose.word().into(),
            ];
            let rows = conn.rows(&sql::ADD, &args)?;
            rows.first().map_or_else(
                || Err(StoreError::other("upload.add", "gave no id")),
                |row| row.int(0),
            )
        })
    }

    pub fn upload(&self, id: i64) -> Result<Option<Upload>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::BY_ID, &[id.into()])?;
            rows.first().map(upload).transpose()
        })
    }

    /// All of them, oldest first.
    pub fn uploads(&self) -> Result<Vec<Upload>> {
        self.read(|conn| conn.rows(&sql::ALL, &[])?.iter().map(upload).collect())
    }

    /// Describes an upload anew: what was found before holds no longer. Says whether it could
    /// be: while it is worked on, or once it is imported, it cannot.
    pub fn describe_upload(
        &self,
        id: i64,
        list: Option<ListId>,
        described: Described,
    ) -> Result<bool> {
        let written = self.write(move |conn, now| {
            let args = [
                list.map(|list| list.0).into(),
                described.reading.into(),
                described.definition.map_or(Value::Null, Value::from),
                described.how.into(),
                now.as_microsecond().into(),
                id.into(),
            ];
            Ok(conn.exec(&sql::PREPARE, &args)? == 1)
        });
        self.telling(Hint::Upload(id), written)
    }

    /// A step further, from one of the given states. Says whether it stood there.
    pub fn advance_upload(
        &self,
        id: i64,
        from: &[UploadState],
        to: UploadState,
        news: UploadNews,
    ) -> Result<bool> {
        let from = from.to_vec();
        let written = self.write(move |conn, now| {
            for state in from {
                let args = [
                    to.word().into(),
                    news.import.into(),
                    news.outlook.as_deref().into(),
                    news.problem.as_deref().into(),
                    now.as_microsecond().into(),
                    id.into(),
                    state.word().into(),
                ];
                if conn.exec(&sql::ADVANCE, &args)? == 1 {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        self.telling(Hint::Upload(id), written)
    }

    /// Forgets an upload that nobody works on; gives the name under which its bytes lie.
    pub fn forget_upload(&self, id: i64) -> Result<Option<String>> {
        let written = self.write(move |conn, _| {
            let rows = conn.rows(&sql::DELETE, &[id.into()])?;
            rows.first()
                .map(|row| row.text(0).map(str::to_owned))
                .transpose()
        });
        self.telling(Hint::Upload(id), written)
    }

    /// Uploads that nobody has touched for so long.
    pub fn stale_uploads(&self, untouched: SignedDuration) -> Result<Vec<i64>> {
        let now = self.clock().now();
        let before = now.checked_sub(untouched).unwrap_or(now).as_microsecond();
        self.read(|conn| {
            let rows = conn.rows(&sql::STALE, &[before.into()])?;
            rows.iter().map(|row| row.int(0)).collect()
        })
    }

    /// Work on an upload has gone on: whoever listens may look.
    pub fn upload_goes_on(&self, id: i64) {
        self.hints().tell(Hint::Upload(id));
    }

    /// Keeps what the columns of a header mean in a list.
    pub fn save_definition(
        &self,
        list: ListId,
        header: &str,
        definition: &str,
        how: &str,
    ) -> Result<()> {
        let texts = [header, definition, how].map(str::to_owned);
        self.write(move |conn, now| {
            let [header, definition, how] = texts;
            let args = [
                list.0.into(),
                header.into(),
                definition.into(),
                how.into(),
                now.as_microsecond().into(),
            ];
            conn.exec(&sql::SAVE_DEFINITION, &args).map(|_| ())
        })
    }

    /// What the columns of a header meant the last time, and what became of its rows.
    pub fn saved_definition(&self, list: ListId, header: &str) -> Result<Option<(String, String)>> {
        self.read(|conn| {
            let rows = conn.rows(&sql::DEFINITION, &[list.0.into(), header.into()])?;
            let pair = |row: &Row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()));
            rows.first().map(pair).transpose()
        })
    }
}

fn upload(row: &Row) -> Result<Upload> {
    let some = |column: usize| Ok(row.maybe_text(column)?.map(str::to_owned));
    Ok(Upload {
        id: row.int(0)?,
        purpose: UploadPurpose::of(row.text(14)?),
        list: row.maybe_int(1)?.map(ListId),
        file: row.text(2)?.to_owned(),
        stored: row.text(3)?.to_owned(),
        size: row.int(4)?.unsigned_abs(),
        described: Described {
            reading: row.text(5)?.to_owned(),
            definition: some(6)?,
            how: row.text(7)?.to_owned(),
        },
        state: state(row.text(8)?, row)?,
        import: row.maybe_int(9)?,
        outlook: some(10)?,
        problem: some(11)?,
        user: row.maybe_int(12)?.map(UserId),
        at: instant(row.int(13)?),
    })
}

fn state(word: &str, row: &Row) -> Result<UploadState> {
    UploadState::of(word).ok_or_else(|| StoreError::Corrupt {
        table: "upload".into(),
        column: "state".into(),
        row: row.int(0).unwrap_or_default().to_string(),
        problem: format!("`{word}` is no state"),
    })
}
