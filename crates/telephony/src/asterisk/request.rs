//! What is asked of Asterisk: one constructor for each thing, so that the paths stand here only.

mod tape;

use serde_json::{Value, json};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    method: &'static str,
    uri: String,
    query: Vec<(&'static str, String)>,
}

impl Request {
    /// A channel to the far end, in our hands before anything is dialled.
    pub fn create(app: &str, channel: &str, endpoint: &str) -> Self {
        Self::post("channels/create")
            .with("endpoint", endpoint)
            .with("app", app)
            .with("channelId", channel)
    }

    /// Dials on a channel that was made, and gives up after so many seconds.
    pub fn dial(channel: &str, seconds: u64) -> Self {
        Self::post(format!("channels/{channel}/dial")).with("timeout", seconds.to_string())
    }

    /// Rings a phone of ours.
    pub fn ring(app: &str, channel: &str, endpoint: &str, seconds: u64) -> Self {
        Self::post("channels")
            .with("endpoint", endpoint)
            .with("app", app)
            .with("channelId", channel)
            .with("timeout", seconds.to_string())
    }

    /// Goes on being told of a channel that came in, to its last word: without that nothing is said
    /// of it once it has left our hands.
    pub fn listen_to(app: &str, channel: &str) -> Self {
        Self::post(format!("applications/{app}/subscription"))
            .with("eventSource", format!("channel:{channel}"))
    }

    /// Takes a call that came in.
    pub fn answer(channel: &str) -> Self {
        Self::post(format!("channels/{channel}/answer"))
    }

    pub fn end_playback(playback: &str) -> Self {
        Self::delete(format!("playbacks/{playback}"))
    }

    pub fn hang_up(channel: &str) -> Self {
        Self::delete(format!("channels/{channel}"))
    }

    pub fn set(channel: &str, variable: &str, value: &str) -> Self {
        Self::post(format!("channels/{channel}/variable"))
            .with("variable", variable)
            .with("value", value)
    }

    /// Sends the channel to `dispo-sit` of the dialplan when special information is heard on it,
    /// also before an answer.
    pub fn detect_special_tone(app: &str, channel: &str) -> Self {
        Self::set(
            channel,
            &format!("TONE_DETECT(0,,aeg(dispo-sit,{app},1))"),
            "",
        )
    }

    /// Sends it to `dispo-fax` at the tone with which a fax answers. A channel has one detector.
    pub fn detect_fax(app: &str, channel: &str) -> Self {
        Self::set(
            channel,
            &format!("TONE_DETECT(2100,800,reg(dispo-fax,{app},1))"),
            "",
        )
    }

    pub fn end_detection(channel: &str) -> Self {
        Self::set(channel, "TONE_DETECT(0,,x)", "")
    }

    /// An idle channel sends nothing at all, and the far end may take that for a dead line.
    pub fn silence(channel: &str) -> Self {
        Self::post(format!("channels/{channel}/silence"))
    }

    pub fn end_silence(channel: &str) -> Self {
        Self::delete(format!("channels/{channel}/silence"))
    }

    /// Whoever is on this channel hears that it rings elsewhere.
    pub fn ring_back(channel: &str) -> Self {
        Self::post(format!("channels/{channel}/ring"))
    }

    pub fn end_ring_back(channel: &str) -> Self {
        Self::delete(format!("channels/{channel}/ring"))
    }

    pub fn play(channel: &str, sound: &str, playback: &str) -> Self {
        Self::post(format!("channels/{channel}/play/{playback}")).with("media", sound)
    }

    /// What is played is said in this language; without one in the exchange's own.
    #[must_use]
    pub fn in_language(self, language: Option<&str>) -> Self {
        match language {
            Some(language) => self.with("lang", language),
            None => self,
        }
    }

    /// Refused once it is over.
    pub fn playback(playback: &str) -> Self {
        Self::get(format!("playbacks/{playback}"))
    }

    /// Music for whoever waits.
    pub fn music(channel: &str, class: &str) -> Self {
        Self::post(format!("channels/{channel}/moh")).with("mohClass", class)
    }

    pub fn end_music(channel: &str) -> Self {
        Self::delete(format!("channels/{channel}/moh"))
    }

    /// What is said on this channel is heard by nobody.
    pub fn mute(channel: &str) -> Self {
        Self::post(format!("channels/{channel}/mute")).with("direction", "in")
    }

    pub fn unmute(channel: &str) -> Self {
        Self::delete(format!("channels/{channel}/mute")).with("direction", "in")
    }

    /// Presses keys towards whoever is on this channel.
    pub fn press(channel: &str, keys: &str) -> Self {
        Self::post(format!("channels/{channel}/dtmf")).with("dtmf", keys)
    }

    /// A copy of what is heard and said on a channel; what is said into it is heard there by
    /// whoever is on that channel, or by nobody.
    pub fn copy(app: &str, channel: &str, snoop: &str, whispers: bool) -> Self {
        Self::post(format!("channels/{channel}/snoop/{snoop}"))
            .with("spy", "both")
            .with("whisper", if whispers { "out" } else { "none" })
            .with("app", app)
    }

    /// A channel that brings what it hears to whoever fetches it: samples of sixteen bits.
    pub fn sound(app: &str, channel: &str) -> Self {
        Self::post("channels/externalMedia")
            .with("app", app)
            .with("channelId", channel)
            .with("external_host", "INCOMING")
            .with("connection_type", "server")
            .with("transport", "websocket")
            .with("encapsulation", "none")
            .with("format", "slin")
    }

    pub fn make_bridge(bridge: &str) -> Self {
        Self::post(format!("bridges/{bridge}")).with("type", "mixing")
    }

    /// One that sends by its own clock, and never passes on what one of two sends.
    pub fn make_mixing_bridge(bridge: &str) -> Self {
        Self::post(format!("bridges/{bridge}")).with("type", "mixing,video_sfu")
    }

    pub fn end_bridge(bridge: &str) -> Self {
        Self::delete(format!("bridges/{bridge}"))
    }

    pub fn join(bridge: &str, channels: &[&str]) -> Self {
        Self::post(format!("bridges/{bridge}/addChannel")).with("channel", channels.join(","))
    }

    pub fn part(bridge: &str, channel: &str) -> Self {
        Self::post(format!("bridges/{bridge}/removeChannel")).with("channel", channel)
    }

    /// When it was started, besides other things.
    pub fn info() -> Self {
        Self::get("asterisk/info").with("only", "status")
    }

    pub fn channels() -> Self {
        Self::get("channels")
    }

    pub fn endpoints() -> Self {
        Self::get("endpoints/PJSIP")
    }

    pub fn bridges() -> Self {
        Self::get("bridges")
    }

    fn get(uri: impl Into<String>) -> Self {
        Self::new("GET", uri)
    }

    fn post(uri: impl Into<String>) -> Self {
        Self::new("POST", uri)
    }

    fn delete(uri: impl Into<String>) -> Self {
        Self::new("DELETE", uri)
    }

    fn new(method: &'static str, uri: impl Into<String>) -> Self {
        Self {
            method,
            uri: uri.into(),
            query: Vec::new(),
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    /// As it goes over the wire, under a number that comes back with the answer.
    pub fn frame(&self, number: u64) -> String {
        let query = self.query.iter();
        let query: Vec<Value> = query
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        json!({
            "type": "RESTRequest",
            "transaction_id": number.to_string(),
            "request_id": number.to_string(),
            "method": self.method,
            "uri": self.uri,
            "query_strings": query,
        })
        .to_string()
    }
}

impl std::fmt::Display for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.uri)
    }
}
