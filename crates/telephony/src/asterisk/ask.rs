//! One question by plain HTTP, for whoever looks at an Asterisk without taking part in its calls.
//! The name of the application is left alone: whoever has it keeps it.

use super::link::LinkProblem;
use super::settings::{AsteriskAddress, Settings};
use base64::Engine as _;
use serde_json::Value;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// What was answered: a status of HTTP, and JSON where it was any.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub status: u16,
    pub body: Value,
}

const WAITS: Duration = Duration::from_secs(5);
/// The list of all modules has some 40 kB.
const BYTES_MOST: u64 = 4 * 1024 * 1024;

impl AsteriskAddress {
    /// Host and port of its web server.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Asks for `path` below ARI, such as `GET` `asterisk/info`.
    ///
    /// # Errors
    /// When nobody answers there, or not to this user.
    pub fn ask(&self, method: &str, path: &str) -> Result<Told, LinkProblem> {
        let unreachable = |why: String| LinkProblem::Unreachable {
            address: self.to_string(),
            why,
        };
        let answer = self
            .exchange(method, path)
            .map_err(|error| unreachable(error.to_string()))?;
        let told = read(&answer)
            .ok_or_else(|| unreachable("what answers there does not speak HTTP".to_owned()))?;
        if told.status == 401 {
            let address = self.to_string();
            return Err(LinkProblem::Unknown { address });
        }
        Ok(told)
    }

    fn exchange(&self, method: &str, path: &str) -> io::Result<Vec<u8>> {
        let mut answer = Vec::new();
        let stream = self.request(method, path)?;
        stream.take(BYTES_MOST).read_to_end(&mut answer)?;
        Ok(answer)
    }

    /// By HTTP 1.0: the answer comes in one piece, and the connection ends with it.
    pub(super) fn request(&self, method: &str, path: &str) -> io::Result<TcpStream> {
        let port = if self.host.contains(':') { "" } else { ":80" };
        let mut places = format!("{}{port}", self.host).to_socket_addrs()?;
        let place = places
            .next()
            .ok_or_else(|| io::Error::other("there is no such host"))?;
        let mut stream = TcpStream::connect_timeout(&place, WAITS)?;
        stream.set_read_timeout(Some(WAITS))?;
        stream.set_write_timeout(Some(WAITS))?;
        let account = format!("{}:{}", self.user, self.password);
        let account = base64::engine::general_purpose::STANDARD.encode(account);
        write!(
            stream,
            "{method} /{}/{path} HTTP/1.0\r\nHost: {}\r\nAuthorization: Basic {account}\r\n\
             Connection: close\r\nContent-Length: 0\r\n\r\n",
            self.path, self.host
        )?;
        Ok(stream)
    }
}

fn read(answer: &[u8]) -> Option<Told> {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut first = head.lines().next()?.split_whitespace();
    let status = match (first.next()?.starts_with("HTTP/"), first.next()) {
        (true, Some(status)) => status.parse().ok()?,
        _ => return None,
    };
    Some(Told {
        status,
        body: serde_json::from_str(body).unwrap_or(Value::Null),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_a_status_and_perhaps_json() {
        let told = read(b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n{\"value\":\"dispo\"}").unwrap();
        assert_eq!((told.status, &told.body["value"]), (200, &"dispo".into()));
        let told = read(b"HTTP/1.1 404 Not Found\r\n\r\nnowhere").unwrap();
        assert_eq!((told.status, told.body), (404, Value::Null));
        assert_eq!(read(b"SSH-2.0-OpenSSH\r\n\r\n"), None);
        assert_eq!(read(b""), None);
    }

    #[test]
    fn somebody_else_is_told_from_nobody() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let address: AsteriskAddress = format!("ws://a:secret@{at}/ari").parse().unwrap();
        let other = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(b"220 mail.example.net\r\n").unwrap();
        });
        let problem = address.ask("GET", "asterisk/info").unwrap_err().to_string();
        other.join().unwrap();
        assert!(problem.contains("cannot be reached"), "{problem}");
        let problem = address.ask("GET", "asterisk/info").unwrap_err().to_string();
        assert!(
            problem.contains("refused") && !problem.contains("secret"),
            "{problem}"
        );
    }
}
