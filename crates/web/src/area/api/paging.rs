//! Lists of answers, page by page.

use serde::Serialize;
use utoipa::ToSchema;

/// One page, and where the next begins.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub data: Vec<T>,
    /// What to send as `after` for the next page; nothing at the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page made of one row more than were asked for: that one only says that there are more.
    pub fn of<R>(
        mut rows: Vec<R>,
        limit: i64,
        cursor: impl Fn(&R) -> String,
        view: impl Fn(R) -> T,
    ) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(cursor);
        Self {
            data: rows.into_iter().map(view).collect(),
            next,
        }
    }

    /// All there are.
    pub fn whole(data: Vec<T>) -> Self {
        Self { data, next: None }
    }
}
