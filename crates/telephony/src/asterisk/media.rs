//! The sound of whoever picked up, over a websocket of its own, given to an ear until that knows
//! what it hears, and of a machine until it has greeted. Asterisk sends what comes in on the call, and nothing is said into it.

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

type Told = (LineId, Word);

/// What is known of a call by its sound.
pub(super) enum Word {
    /// What it was taken for; nothing where it could not be heard.
    Is(Option<Verdict>),
    /// It is a machine, and may be spoken to; or it cannot be heard whether it may.
    HasGreeted,
}

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
            let mut listener = connect(&uri).await;
            // Nobody listens any more where the program ends.
            let verdict = match &mut listener {
                Some(listener) => listener.until(Ear::verdict).await,
                None => None,
            };
            let _ = tell.send((line, Word::Is(verdict)));
            if let (Some(listener), Some(Verdict::Machine { .. })) = (&mut listener, verdict) {
                listener.until(|ear| ear.has_greeted().then_some(())).await;
                let _ = tell.send((line, Word::HasGreeted));
            }
        });
    }

    pub async fn told(&mut self) -> Option<Told> {
        self.told.recv().await
    }
}

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn connect(uri: &str) -> Option<Listener> {
    let since = Instant::now();
    let request = ClientRequestBuilder::new(uri.parse().ok()?).with_sub_protocol("media");
    let connected = timeout(CONNECT_WITHIN, connect_async(request)).await;
    let (socket, _) = connected.ok()?.ok()?;
    Some(Listener {
        socket,
        ear: Ear::default(),
        last: since,
        heard: Duration::ZERO,
    })
}

/// An ear, and where its sound comes from.
struct Listener {
    socket: Socket,
    ear: Ear,
    /// When sound came last, and how much the ear had heard then.
    last: Instant,
    heard: Duration,
}

impl Listener {
    /// Listens until the ear knows something; nothing where the sound ends before.
    async fn until<T>(&mut self, known: impl Fn(&Ear) -> Option<T>) -> Option<T> {
        loop {
            match timeout(LOOK_EVERY, self.socket.next()).await {
                Ok(Some(Ok(Message::Binary(sound)))) => {
                    self.ear.hear(&samples(&sound));
                    (self.last, self.heard) = (Instant::now(), self.ear.heard());
                }
                Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) => return None,
                Ok(Some(Ok(_))) | Err(_) => {}
            }
            // What is on its way is waited for: sound that came twice as long would be another one.
            let missing = self.last.elapsed().saturating_sub(LATE);
            self.ear
                .hear_nothing_until(self.heard.saturating_add(missing));
            if let Some(known) = known(&self.ear) {
                return Some(known);
            }
        }
    }
}

/// Sixteen bits each, the lower ones first.
fn samples(sound: &[u8]) -> Vec<i16> {
    let samples = sound.as_chunks::<2>().0;
    samples.iter().copied().map(i16::from_le_bytes).collect()
}
