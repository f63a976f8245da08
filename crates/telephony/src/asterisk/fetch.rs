//! A recording on Asterisk's disk, by plain HTTP: ended, fetched piece by piece, deleted. For a
//! thread of its own; the connection that carries the calls has no time for it.

use super::link::LinkProblem;
use super::settings::AsteriskAddress;
use std::io::{self, Read};
use std::time::Duration;

/// Once it is ended the file is whole within this time.
const WHOLE_WITHIN: u32 = 50;
const LOOK_EVERY: Duration = Duration::from_millis(100);
const PIECE: usize = 32 * 1024;
/// No answer has a longer head.
const HEAD_MOST: usize = 16 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum FetchProblem {
    #[error(transparent)]
    Link(#[from] LinkProblem),
    #[error("the recording {name} is still being written")]
    NotWhole { name: String },
    #[error("the recording {name} could not be fetched: {error}")]
    Broken { name: String, error: io::Error },
    #[error("the recording {name} cannot be had from Asterisk: it answers {status}")]
    Refused { name: String, status: u16 },
}

/// Takes a piece; the whole length comes with it where it is known.
pub type Take<'t> = dyn FnMut(Option<u64>, &[u8]) -> io::Result<()> + 't;

impl AsteriskAddress {
    /// Ends a recording that still runs, and hands over what was recorded, piece by piece, with its whole
    /// length where that is said. False where there is none.
    ///
    /// # Errors
    /// When Asterisk cannot be asked, the file not be had whole, or what is handed over not be
    /// taken.
    pub fn fetch_recording(&self, name: &str, take: &mut Take<'_>) -> Result<bool, FetchProblem> {
        self.end_recording(name)?;
        let broken = |error| FetchProblem::Broken {
            name: name.to_owned(),
            error,
        };
        let path = format!("recordings/stored/{name}/file");
        let mut stream = self.request("GET", &path).map_err(broken)?;
        let (status, length, begun) = head(&mut stream).map_err(broken)?;
        match status {
            200 => {}
            404 => return Ok(false),
            status => {
                let name = name.to_owned();
                return Err(FetchProblem::Refused { name, status });
            }
        }
        take(length, &begun).map_err(broken)?;
        let mut fetched = begun.len() as u64;
        let mut piece = vec![0; PIECE];
        loop {
            let read = stream.read(&mut piece).map_err(broken)?;
            if read == 0 {
                break;
            }
            fetched = fetched.saturating_add(read as u64);
            take(length, piece.get(..read).unwrap_or_default()).map_err(broken)?;
        }
        if length.is_some_and(|length| length != fetched) {
            return Err(broken(io::ErrorKind::UnexpectedEof.into()));
        }
        Ok(true)
    }

    /// Nothing of it is left there. One that is not there is gone.
    ///
    /// # Errors
    /// When Asterisk cannot be asked, or does not do it.
    pub fn delete_recording(&self, name: &str) -> Result<(), FetchProblem> {
        self.ask("DELETE", &format!("recordings/live/{name}"))?;
        let told = self.ask("DELETE", &format!("recordings/stored/{name}"))?;
        match told.status {
            200..300 | 404 => Ok(()),
            status => Err(FetchProblem::Refused {
                name: name.to_owned(),
                status,
            }),
        }
    }

    /// The names of those of this program that lie there.
    ///
    /// # Errors
    /// When Asterisk cannot be asked.
    pub fn stored_recordings(&self) -> Result<Vec<String>, FetchProblem> {
        let told = self.ask("GET", "recordings/stored")?;
        let ours = format!("{}-rec-", self.settings.app);
        let all = told.body.as_array().into_iter().flatten();
        let names = all.filter_map(|one| one.get("name")?.as_str());
        Ok(names
            .filter(|name| name.starts_with(&ours))
            .map(str::to_owned)
            .collect())
    }

    fn end_recording(&self, name: &str) -> Result<(), FetchProblem> {
        self.ask("POST", &format!("recordings/live/{name}/stop"))?;
        for _ in 0..WHOLE_WITHIN {
            if self.ask("GET", &format!("recordings/live/{name}"))?.status == 404 {
                return Ok(());
            }
            std::thread::sleep(LOOK_EVERY);
        }
        Err(FetchProblem::NotWhole {
            name: name.to_owned(),
        })
    }
}

/// Status and length, and what of the body came with them.
fn head(stream: &mut impl Read) -> io::Result<(u16, Option<u64>, Vec<u8>)> {
    let mut read = Vec::new();
    let mut piece = [0; 1024];
    let wrong = || io::Error::other("what answers there does not speak HTTP");
    let end = loop {
        if let Some(end) = read.windows(4).position(|some| some == b"\r\n\r\n") {
            break end;
        }
        let more = stream.read(&mut piece)?;
        if more == 0 || read.len() > HEAD_MOST {
            return Err(wrong());
        }
        read.extend(piece.iter().take(more));
    };
    let body = read.split_off(end.saturating_add(4));
    let text = String::from_utf8_lossy(&read);
    let mut lines = text.lines();
    let status = lines
        .next()
        .and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .ok_or_else(wrong)?;
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse().ok())?
    });
    Ok((status, length, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_ends_where_the_body_begins() {
        let text = b"HTTP/1.1 200 OK\r\nContent-length: 7\r\nX: y\r\n\r\nRIFF";
        let (status, length, body) = head(&mut text.as_slice()).unwrap();
        assert_eq!((status, length, body), (200, Some(7), b"RIFF".to_vec()));
        assert!(head(&mut b"220 mail\r\n".as_slice()).is_err());
        assert!(head(&mut [b'x'; 40_000].as_slice()).is_err());
    }
}
