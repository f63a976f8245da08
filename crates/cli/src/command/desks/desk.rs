//! One desk at work: it shows what the server says, and presses a key every few seconds.

use super::wire::Wire;
use std::io::{Error, Result};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Whoever waits asks again at the latest after this.
const PATIENCE: Duration = Duration::from_secs(2);
/// "Not interested": it closes a contact at once.
const CODE: &str = "501";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The contact is let go, and the next one is there.
    Next,
    Other,
}

impl Kind {
    pub fn what(self) -> &'static str {
        match self {
            Self::Next => "save, next contact",
            Self::Other => "dial, choose, refresh",
        }
    }
}

/// A key press, and how long its answer took.
pub struct Press {
    pub kind: Kind,
    pub took: Duration,
}

pub struct Desk {
    wire: Wire,
    live: watch::Receiver<u64>,
    /// The block as it is shown.
    shown: String,
    presses: Vec<Press>,
    chance: u64,
}

impl Desk {
    pub async fn open(
        address: SocketAddr,
        login: &str,
        password: &str,
        place: u64,
    ) -> Result<Self> {
        let mut wire = Wire::open(address).await?;
        let password = password.replace(' ', "+");
        wire.post("/login", &format!("login={login}&password={password}"))
            .await?;
        let shown = wire.post("/desk/now", "").await?;
        let live = wire.listen().await?;
        Ok(Self {
            wire,
            live,
            shown,
            presses: Vec::new(),
            chance: place,
        })
    }

    pub async fn work(mut self, until: Instant, pace: Duration) -> Result<Vec<Press>> {
        while Instant::now() < until {
            let state = self.between("data-state=\"").to_owned();
            match state.as_str() {
                "out" | "break" => {
                    self.think(pace).await?;
                    self.press(Kind::Other, "/desk/ready", "").await?;
                }
                "preview" if self.think(pace).await? => {
                    self.press(Kind::Other, "/desk/dial", "").await?;
                }
                "talking" | "wrap-up" if self.think(pace).await? => self.code(pace).await?,
                // Whatever came while somebody was thinking is looked at first.
                "preview" | "talking" | "wrap-up" => {}
                _ => self.wait(&state).await?,
            }
        }
        Ok(self.presses)
    }

    /// Lets the contact go: with what the line said, or with a code that is chosen first.
    async fn code(&mut self, pace: Duration) -> Result<()> {
        if self.shown.contains("/desk/conclude") {
            return self.press(Kind::Next, "/desk/conclude", "").await;
        }
        let code = format!("&code={CODE}");
        self.press(Kind::Other, "/desk/choose", &code).await?;
        self.think(pace / 2).await?;
        self.press(Kind::Next, "/desk/code", &code).await
    }

    async fn press(&mut self, kind: Kind, path: &str, more: &str) -> Result<()> {
        let form = format!("hand={}{more}", self.between("name=\"hand\" value=\""));
        let pressed = Instant::now();
        self.shown = self.wire.post(path, &form).await?;
        let took = pressed.elapsed();
        self.presses.push(Press { kind, took });
        Ok(())
    }

    /// Somebody reads and talks; what moves meanwhile is drawn. Says whether all is as before.
    async fn think(&mut self, pace: Duration) -> Result<bool> {
        let until = Instant::now() + self.about(pace);
        let before = self.between("data-state=\"").to_owned();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match tokio::time::timeout(left, self.live.changed()).await {
                Err(_) => return Ok(true),
                Ok(Err(_)) => return Err(Error::other("the stream has ended")),
                Ok(Ok(())) => self.press(Kind::Other, "/desk/now", "").await?,
            }
            if self.between("data-state=\"") != before {
                return Ok(false);
            }
        }
    }

    async fn wait(&mut self, state: &str) -> Result<()> {
        // A hint that comes is as good as none: it is looked at either way.
        let _ = tokio::time::timeout(PATIENCE, self.live.changed()).await;
        let path = if state == "waiting" {
            "/desk/offer"
        } else {
            "/desk/now"
        };
        self.press(Kind::Other, path, "").await
    }

    /// Half to one and a half of a time, by a chance that is the same in every run.
    fn about(&mut self, time: Duration) -> Duration {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = u32::try_from(self.chance >> 33 & 1023).unwrap_or_default();
        time.saturating_mul(share.saturating_add(512)) / 1024
    }

    fn between(&self, mark: &str) -> &str {
        let rest = self.shown.split_once(mark).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
    }
}
