//! The sound of whoever picked up, over a websocket of its own, given to an ear until that knows
//! what it hears. Asterisk sends what comes in on the call, and nothing is said into it.

use super::settings::AsteriskAddress;
use crate::ear::{Ear, Verdict};
use crate::line::LineId;
use futures_util::StreamExt;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::{ClientRequestBuilder, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// What is later than this is not waited for.
const CONNECT_WITHIN: Duration = Duration::from_secs(1);
const LATE: Duration = Duration::from_millis(300);
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// What a call was taken for; nothing where it could not be heard.
type Told = (LineId, Option<Verdict>);

/// All that is listened to at this moment.
pub(super) struct Media {
    tell: UnboundedSender<Told>,
    told: UnboundedReceiver<Told>,
}

impl Media {
    pub fn new() -> Self {
        let (tell, told) = unbounded_channel();
        Self { tell, told }
    }

    pub fn listen(&self, address: &AsteriskAddress, line: LineId, place: &str) {
        let (uri, tell) = (address.media(place), self.tell.clone());
        tokio::spawn(async move {
            let since = Instant::now();
            let verdict = match connect(&uri).await {
                Some(socket) => verdict(socket, since).await,
                None => None,
            };
            // Nobody listens any more where the program ends.
            let _ = tell.send((line, verdict));
        });
    }

    pub async fn told(&mut self) -> Option<Told> {
        self.told.recv().await
    }
}

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn connect(uri: &str) -> Option<Socket> {
    let request = ClientRequestBuilder::new(uri.parse().ok()?).with_sub_protocol("media");
    let connected = timeout(CONNECT_WITHIN, connect_async(request)).await;
    connected.ok()?.ok().map(|(socket, _)| socket)
}

async fn verdict(mut socket: Socket, since: Instant) -> Option<Verdict> {
    let mut ear = Ear::default();
    let (mut last, mut heard) = (since, Duration::ZERO);
    loop {
        match timeout(LOOK_EVERY, socket.next()).await {
            Ok(Some(Ok(Message::Binary(sound)))) => {
                ear.hear(&samples(&sound));
                (last, heard) = (Instant::now(), ear.heard());
            }
            Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) => return None,
            Ok(Some(Ok(_))) | Err(_) => {}
        }
        // What is on its way is waited for: sound that came twice as long would be another one.
        let missing = last.elapsed().saturating_sub(LATE);
        ear.hear_nothing_until(heard.saturating_add(missing));
        if let Some(verdict) = ear.verdict() {
            return Some(verdict);
        }
    }
}

/// Sixteen bits each, the lower ones first.
fn samples(sound: &[u8]) -> Vec<i16> {
    let samples = sound.as_chunks::<2>().0;
    samples.iter().copied().map(i16::from_le_bytes).collect()
}
