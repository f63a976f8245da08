//! Where phones in browsers log in, and with what.

use std::sync::Arc;

/// Asks for the password of an account, none where it is not for a browser; or says why nobody
/// answers. It may take a moment.
pub type Ask = dyn Fn(&str) -> Result<Option<String>, String> + Send + Sync;

#[derive(Clone)]
pub struct SoftPhones {
    /// Host and port of the exchange's web server, whose `/ws` speaks SIP.
    pub exchange: String,
    pub password: Arc<Ask>,
}

impl SoftPhones {
    pub(crate) async fn password_of(&self, account: String) -> Result<Option<String>, String> {
        let ask = self.password.clone();
        let asked = tokio::task::spawn_blocking(move || ask(&account));
        asked.await.map_err(|error| error.to_string())?
    }
}
