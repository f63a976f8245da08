//! A browser's connection, as little of it as a desk needs: forms out, pages in, one stream.

use std::io::{Error, Result};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::watch;

pub struct Wire {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
    cookie: String,
}

impl Wire {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            address,
            cookie: String::new(),
        })
    }

    /// Sends a form as the page's script does; gives the block that comes back.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<String> {
        let length = form.len();
        let kind = "Content-Type: application/x-www-form-urlencoded\r\nHX-Request: true\r\n";
        self.ask(
            "POST",
            path,
            &format!("{kind}Content-Length: {length}\r\n"),
            form,
        )
        .await?;
        self.answer().await
    }

    /// Opens the stream of topics; the number goes up with each that is told.
    pub async fn listen(&self) -> Result<watch::Receiver<u64>> {
        let mut wire = Self::open(self.address).await?;
        wire.cookie.clone_from(&self.cookie);
        wire.ask("GET", "/live", "Accept: text/event-stream\r\n", "")
            .await?;
        let (say, told) = watch::channel(0_u64);
        tokio::spawn(async move {
            let mut line = String::new();
            // The server ends it, or nobody listens any more.
            while wire.stream.read_line(&mut line).await.is_ok_and(|n| n > 0) {
                if line.starts_with("event: topics") {
                    say.send_modify(|told| *told = told.wrapping_add(1));
                }
                if say.is_closed() {
                    break;
                }
                line.clear();
            }
        });
        Ok(told)
    }

    async fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Result<()> {
        let (host, cookie) = (self.address, &self.cookie);
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\
             Sec-Fetch-Site: same-origin\r\n{headers}\r\n{body}"
        );
        self.stream.write_all(request.as_bytes()).await
    }

    async fn answer(&mut self) -> Result<String> {
        let (mut length, mut line) = (0, String::new());
        let mut status = String::new();
        loop {
            line.clear();
            if self.stream.read_line(&mut line).await? == 0 {
                return Err(Error::other("the server has hung up"));
            }
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            match header.split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap_or_default(),
                Some(("set-cookie", value)) => {
                    let cookie = value.split(';').next().unwrap_or_default();
                    cookie.clone_into(&mut self.cookie);
                }
                None => header.clone_into(&mut status),
                Some(_) => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        if !(status.contains(" 200 ") || status.contains(" 303 ")) {
            return Err(Error::other(format!("the server answered {status}")));
        }
        String::from_utf8(body).map_err(Error::other)
    }
}
