//! A frame from Asterisk, read: what of it matters here, and nothing else.
//!
//! Frames come from outside. What is unknown is passed over, what is broken is told; neither
//! ends the connection.

use crate::caller::Caller;
use serde_json::Value;

/// What Asterisk said. `channel` is the id that was given when the channel was made.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// A channel is in our hands.
    Started {
        channel: String,
        args: Vec<String>,
        /// Who calls, where it came in.
        caller: Caller,
        /// Whether it is a phone in a browser.
        in_browser: bool,
    },
    /// A channel's state is another.
    State { channel: String, state: State },
    /// How far a dial has come.
    Dial { channel: String, status: Dial },
    /// Somebody wants the channel ended; `soft` is our own side.
    HangupRequested { channel: String, soft: bool },
    /// The channel is gone: the last word about it.
    Destroyed { channel: String, end: End },
    /// Somebody pressed a key.
    Pressed { channel: String, key: char },
    /// Something is being played to a channel.
    Playing { playback: String },
    /// That is over; `failed` where nothing was heard.
    Played { playback: String, failed: bool },
    /// Another program has taken our application's name.
    Replaced,
    /// The answer to a request.
    Answer(Answer),
    /// Something that does not matter here.
    Other,
}

/// The states that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Ringing,
    Up,
    Other,
}

/// What a dial reports on its way. How it ended is read off the channel, never off this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dial {
    Ringing,
    /// There is sound before the answer.
    Progress,
    Other,
}

/// Why a channel ended: Q.850 cause and SIP status, where they were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct End {
    pub q850: Option<u16>,
    pub sip: Option<u16>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub request: u64,
    pub status: u16,
    pub body: Value,
}

impl Answer {
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Why it was refused, as Asterisk says it.
    pub fn error(&self) -> &str {
        let said = |key| self.body.get(key).and_then(Value::as_str);
        said("error").or_else(|| said("message")).unwrap_or("")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameProblem {
    #[error("a frame from Asterisk is not JSON: {0}")]
    NotJson(String),
    #[error("a frame of type {kind} from Asterisk lacks {field}")]
    Lacks { kind: String, field: &'static str },
}

impl Frame {
    pub fn read(text: &str) -> Result<Self, FrameProblem> {
        let frame: Value =
            serde_json::from_str(text).map_err(|error| FrameProblem::NotJson(error.to_string()))?;
        let kind = frame.get("type").and_then(Value::as_str).unwrap_or("");
        let lacks = |field| FrameProblem::Lacks {
            kind: kind.to_owned(),
            field,
        };
        let text = |path: &'static str| {
            let found = frame.pointer(path).and_then(Value::as_str);
            found.map(str::to_owned).ok_or_else(|| lacks(path))
        };
        let channel = || text("/channel/id");
        Ok(match kind {
            "StasisStart" => Self::Started {
                channel: channel()?,
                args: words(frame.get("args")),
                caller: caller(&frame),
                in_browser: text("/channel/channelvars/DISPO_BROWSER").is_ok_and(|it| it == "yes"),
            },
            "ChannelStateChange" => Self::State {
                channel: channel()?,
                state: State::of(&text("/channel/state")?),
            },
            "Dial" => Self::Dial {
                channel: text("/peer/id")?,
                status: dial(&text("/dialstatus")?),
            },
            "ChannelHangupRequest" => Self::HangupRequested {
                channel: channel()?,
                soft: frame.get("soft").and_then(Value::as_bool) == Some(true),
            },
            "ChannelDestroyed" => Self::Destroyed {
                channel: channel()?,
                end: End {
                    q850: figure(&frame, "cause"),
                    sip: figure(&frame, "tech_cause"),
                },
            },
            "ChannelDtmfReceived" => Self::Pressed {
                channel: channel()?,
                key: text("/digit")?
                    .chars()
                    .next()
                    .ok_or_else(|| lacks("/digit"))?,
            },
            "PlaybackStarted" => Self::Playing {
                playback: text("/playback/id")?,
            },
            "PlaybackFinished" => Self::Played {
                playback: text("/playback/id")?,
                failed: text("/playback/state").is_ok_and(|state| state == "failed"),
            },
            "ApplicationReplaced" => Self::Replaced,
            "RESTResponse" => Self::Answer(answer(&frame, &text("/request_id")?, lacks)?),
            _ => Self::Other,
        })
    }
}

fn caller(frame: &Value) -> Caller {
    let said = |path| frame.pointer(path).and_then(Value::as_str).unwrap_or("");
    Caller::read(said("/channel/caller/number"), said("/channel/caller/name"))
}

fn answer(
    frame: &Value,
    request: &str,
    lacks: impl Fn(&'static str) -> FrameProblem,
) -> Result<Answer, FrameProblem> {
    let body = frame.get("message_body").and_then(Value::as_str);
    Ok(Answer {
        request: request.parse().map_err(|_| lacks("/request_id"))?,
        status: figure(frame, "status_code").ok_or_else(|| lacks("/status_code"))?,
        body: body
            .and_then(|body| serde_json::from_str(body).ok())
            .unwrap_or(Value::Null),
    })
}

/// Zero is how Asterisk says that it does not know.
fn figure(frame: &Value, key: &str) -> Option<u16> {
    let figure = frame.get(key).and_then(Value::as_u64)?;
    u16::try_from(figure).ok().filter(|figure| *figure > 0)
}

fn words(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect()
}

impl State {
    pub fn of(word: &str) -> Self {
        match word {
            "Ringing" => Self::Ringing,
            "Up" => Self::Up,
            _ => Self::Other,
        }
    }
}

fn dial(word: &str) -> Dial {
    match word {
        "RINGING" => Dial::Ringing,
        "PROGRESS" => Dial::Progress,
        _ => Dial::Other,
    }
}
