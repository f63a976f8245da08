//! Where phones in browsers log in, and with what.

use std::sync::Arc;

/// Asks for an account, none where it is not for a browser; or says why nobody answers. It may take
/// a moment.
pub type Ask = dyn Fn(&str) -> Result<Option<SoftPhone>, String> + Send + Sync;

/// The account of one browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoftPhone {
    /// Host and port of its exchange's web server, whose `/ws` speaks SIP.
    pub exchange: String,
    pub password: String,
}

#[derive(Clone)]
pub struct SoftPhones {
    pub ask: Arc<Ask>,
}

impl SoftPhones {
    pub(crate) async fn account(&self, account: String) -> Result<Option<SoftPhone>, String> {
        let ask = self.ask.clone();
        let asked = tokio::task::spawn_blocking(move || ask(&account));
        asked.await.map_err(|error| error.to_string())?
    }
}
