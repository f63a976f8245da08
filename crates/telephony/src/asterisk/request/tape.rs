//! What is asked of Asterisk about recordings.

use super::Request;

impl Request {
    /// A channel that hears both sides of another. The bridge itself is left alone: one that
    /// records mixes all its sound.
    pub fn snoop(app: &str, channel: &str, snoop: &str) -> Self {
        Self::post(format!("channels/{channel}/snoop/{snoop}"))
            .with("app", app)
            .with("spy", "both")
    }

    /// Takes down what a channel hears.
    pub fn record(channel: &str, name: &str) -> Self {
        Self::post(format!("channels/{channel}/record"))
            .with("name", name)
            .with("format", "wav")
            .with("ifExists", "overwrite")
    }

    pub fn pause(name: &str) -> Self {
        Self::post(format!("recordings/live/{name}/pause"))
    }

    pub fn resume(name: &str) -> Self {
        Self::delete(format!("recordings/live/{name}/pause"))
    }

    pub fn stop(name: &str) -> Self {
        Self::post(format!("recordings/live/{name}/stop"))
    }

    /// Stops it and leaves nothing of it.
    pub fn discard(name: &str) -> Self {
        Self::delete(format!("recordings/live/{name}"))
    }
}
