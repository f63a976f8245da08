//! The phone in the agent's browser: its account, and the line to the exchange.
//!
//! The line goes through here, so that a browser speaks to one server only, by the certificate and
//! the session it has already; the exchange stays where nobody else reaches it. Sound goes beside it,
//! encrypted, straight between browser and exchange.

use crate::app::App;
use crate::assets;
use crate::failure::Failure;
use crate::origin::is_ours;
use crate::seat::Visitor;
use crate::soft_phones::SoftPhones;
use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::AgentId;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use serde::Serialize;
use std::io;
use std::time::Duration;
use store::LineOrder;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::time::timeout;

const ANSWERS_WITHIN: Duration = Duration::from_secs(5);
/// No answer to a handshake is longer.
const HEAD_MOST: usize = 8 * 1024;

#[derive(Serialize)]
struct Account {
    user: String,
    password: String,
}

/// The script of a phone, for an agent who may talk by her browser.
pub async fn script(app: &App, agent: AgentId) -> Result<Option<&'static str>, Failure> {
    if app.options().soft_phones.is_none() {
        return Ok(None);
    }
    let account = account_of(app, agent).await?;
    Ok(account.map(|_| assets::phone_path()))
}

/// The account of the agent's own phone, where that is one for a browser.
pub async fn account(visitor: Visitor, State(app): State<App>) -> Result<Response, Failure> {
    let agent = visitor.desk()?;
    let phones = soft_phones(&app)?.clone();
    let user = account_of(&app, agent).await?.ok_or(Failure::NotFound)?;
    let asked = phones.account(user.clone()).await;
    let password = asked
        .map_err(|why| gone(&why))?
        .ok_or(Failure::NotFound)?
        .password;
    let kept_by_nobody = [(header::CACHE_CONTROL, "no-store")];
    Ok((kept_by_nobody, Json(Account { user, password })).into_response())
}

/// A page begins with the phone, and has no call in hand: a leg the exchange still holds belonged to an
/// earlier page, whether or not that could say goodbye.
pub async fn begin(visitor: Visitor, State(app): State<App>) -> Result<StatusCode, Failure> {
    let agent = visitor.desk()?;
    soft_phones(&app)?;
    account_of(&app, agent).await?.ok_or(Failure::NotFound)?;
    // Where nobody runs the lines there is no leg either.
    let _ = app.switchboard().hand_in(LineOrder::PhoneRenewed { agent });
    Ok(StatusCode::NO_CONTENT)
}

/// A WebSocket from the browser, carried on to the exchange as it is.
pub async fn line(
    visitor: Visitor,
    State(app): State<App>,
    mut request: Request,
) -> Result<Response, Failure> {
    let agent = visitor.desk()?;
    let phones = soft_phones(&app)?.clone();
    if !is_ours(request.headers(), request.uri()) {
        return Err(Failure::Elsewhere);
    }
    let key = key(request.headers()).ok_or_else(no_handshake)?;
    let browser = request.extensions_mut().remove::<OnUpgrade>();
    let browser = browser.ok_or_else(no_handshake)?;
    let user = account_of(&app, agent).await?.ok_or(Failure::NotFound)?;
    let asked = phones.account(user).await.map_err(|why| gone(&why))?;
    let exchange = asked.ok_or(Failure::NotFound)?.exchange;
    let asked = timeout(ANSWERS_WITHIN, greet(&exchange, &key)).await;
    let (mut exchange, accept) = match asked {
        Ok(Ok(answered)) => answered,
        Ok(Err(error)) => return Err(gone(&error.to_string())),
        Err(_) => return Err(gone("no answer")),
    };
    tokio::spawn(async move {
        if let Ok(browser) = browser.await {
            // Whichever side ends it, ends it.
            let _ = copy_bidirectional(&mut TokioIo::new(browser), &mut exchange).await;
        }
    });
    let answer = Response::builder()
        .status(StatusCode::SWITCHING_PROTOCOLS)
        .header(header::CONNECTION, "upgrade")
        .header(header::UPGRADE, "websocket")
        .header(header::SEC_WEBSOCKET_ACCEPT, accept)
        .header(header::SEC_WEBSOCKET_PROTOCOL, "sip")
        .body(Body::empty());
    answer.map_err(|error| Failure::Broken(error.to_string()))
}

/// Her phone's account with the exchange; none where she talks on a number.
async fn account_of(app: &App, agent: AgentId) -> Result<Option<String>, Failure> {
    let phone = app
        .ask(move |store| store.phone(agent).map_err(Failure::from))
        .await?;
    let account = phone.filter(|phone| !phone.is_number());
    Ok(account.map(|account| account.to_string()))
}

fn soft_phones(app: &App) -> Result<&SoftPhones, Failure> {
    let phones = app.options().soft_phones.as_ref();
    phones.ok_or(Failure::NotFound)
}

fn no_handshake() -> Failure {
    Failure::Bad("a WebSocket is expected here".to_owned())
}

fn gone(why: &str) -> Failure {
    Failure::Broken(format!("the exchange takes no phone: {why}"))
}

/// The browser's half of the handshake; only what a key may hold.
fn key(headers: &HeaderMap) -> Option<String> {
    let is_websocket = headers
        .get(header::UPGRADE)
        .is_some_and(|wanted| wanted.as_bytes().eq_ignore_ascii_case(b"websocket"));
    let key = headers.get(header::SEC_WEBSOCKET_KEY)?.to_str().ok()?;
    let base64 = |sign: u8| sign.is_ascii_alphanumeric() || b"+/=".contains(&sign);
    (is_websocket && key.len() == 24 && key.bytes().all(base64)).then(|| key.to_owned())
}

/// Shakes hands with the exchange in the browser's name; gives its half.
async fn greet(exchange: &str, key: &str) -> io::Result<(TcpStream, HeaderValue)> {
    let mut stream = TcpStream::connect(exchange).await?;
    let hello = format!(
        "GET /ws HTTP/1.1\r\nHost: {exchange}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Key: {key}\r\n\r\n"
    );
    stream.write_all(hello.as_bytes()).await?;
    let mut head = Vec::new();
    // Byte by byte: what follows the head belongs to the browser already.
    while !head.ends_with(b"\r\n\r\n") && head.len() < HEAD_MOST {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let accept = accepted(&head)
        .ok_or_else(|| io::Error::other(head.lines().next().unwrap_or_default().to_owned()))?;
    Ok((stream, accept))
}

fn accepted(head: &str) -> Option<HeaderValue> {
    let mut lines = head.lines();
    lines.next()?.contains(" 101 ").then_some(())?;
    lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_it = name.eq_ignore_ascii_case("sec-websocket-accept");
        is_it.then(|| HeaderValue::from_str(value.trim()).ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exchange_that_agrees_gives_its_half() {
        let head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: abc=\r\n\r\n";
        assert_eq!(accepted(head).unwrap(), "abc=");
        assert_eq!(
            accepted("HTTP/1.1 404 Not Found\r\nSec-WebSocket-Accept: abc=\r\n\r\n"),
            None
        );
        assert_eq!(accepted("HTTP/1.1 101 Switching Protocols\r\n\r\n"), None);
        assert_eq!(accepted(""), None);
    }

    #[test]
    fn a_key_brings_nothing_else_along() {
        let of = |key: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::UPGRADE, HeaderValue::from_static("WebSocket"));
            headers.insert(header::SEC_WEBSOCKET_KEY, HeaderValue::from_static(key));
            super::key(&headers)
        };
        assert!(of("dGhlIHNhbXBsZSBub25jZQ==").is_some());
        assert_eq!(of("dGhlIHNhbXBsZSBub25j ZQ="), None);
        assert_eq!(of("short"), None);
        assert_eq!(super::key(&HeaderMap::new()), None);
    }
}
