//! Why an import did not take place.

use lists::Problem;
use lists::fault::Faults;
use lists::sheet::OpenError;
use store::StoreError;

#[derive(Debug, thiserror::Error)]
pub enum ImportFailure {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("the file has a header line and no contact below it")]
    NoRows,
    #[error(
        "no column holds numbers, e-mail addresses or domains: call it `telefoon`, `phone`, `e-mail` or `domain`"
    )]
    NobodyNamed,
    #[error("{0}; what lies behind that place is not known, so nothing of it was taken")]
    BreaksOff(Problem),
    #[error(transparent)]
    Definition(#[from] Faults),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(
        "{0}; nothing of it is live: import it anew when it is whole, or give up what is staged with `dispo cancel`"
    )]
    Broken(Problem),
    #[error(
        "{absent} of {open} open contacts are not in the file, {needed} %, and no more than {most} % may be closed by an import; nothing was changed: if the file is whole, say --absent-up-to {needed}, otherwise import it when it is whole; `dispo cancel` gives up what is staged"
    )]
    TooManyAbsent {
        absent: usize,
        open: usize,
        most: u8,
        needed: u64,
    },
    #[error("reading stopped unexpectedly: run the same command again, it goes on where it was")]
    ReaderGone,
}

impl From<std::io::Error> for ImportFailure {
    fn from(error: std::io::Error) -> Self {
        Self::Open(OpenError::Io(error))
    }
}
