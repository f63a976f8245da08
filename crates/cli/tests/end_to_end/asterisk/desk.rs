//! An agent at her desk as her browser is: a session, a stream that stays open, forms.

use crate::living::{cookie, is_ok, open_at, post_to};
use std::net::TcpStream;

pub struct Desk {
    login: String,
    /// Where the program is.
    address: String,
    cookie: String,
    /// Open for as long as the program lives.
    _stream: TcpStream,
    /// The block as it is shown.
    shown: String,
}

impl Desk {
    pub fn open(address: &str, login: &str, password: &str) -> Self {
        let form = format!("login={login}&password={}", password.replace(' ', "+"));
        let cookie = cookie(&post_to(address, "", "/login", &form));
        let mut desk = Self {
            login: login.to_owned(),
            address: address.to_owned(),
            _stream: open_at(address, &cookie),
            cookie,
            shown: String::new(),
        };
        desk.looks();
        desk
    }

    /// The program was started again, and the browser has found it.
    pub fn again(&mut self, address: &str) {
        address.clone_into(&mut self.address);
        self._stream = open_at(address, &self.cookie);
        self.looks();
    }

    pub fn looks(&mut self) {
        self.presses("/desk/now", "");
    }

    pub fn presses(&mut self, path: &str, more: &str) {
        let form = format!("hand={}{more}", self.between("name=\"hand\" value=\""));
        let answer = post_to(&self.address, &self.cookie, path, &form);
        assert!(is_ok(&answer), "{} {path}: {answer}", self.login);
        self.shown = answer;
    }

    /// What she has in hand is shown, or why nothing.
    pub fn state(&self) -> &str {
        self.between("data-state=\"")
    }

    pub fn is_in(&self, state: &str) {
        assert_eq!(self.state(), state, "{}: {}", self.login, self.shown);
    }

    /// Gets the next contact, and calls nobody yet.
    pub fn gets_one(&mut self) {
        self.presses("/desk/ready", "");
        if self.state() == "waiting" {
            self.presses("/desk/offer", "");
        }
        self.is_in("preview");
    }

    /// Takes the call of whoever asks for her.
    pub fn answers(&mut self) {
        let call = format!("&call={}", self.between("name=\"call\" value=\""));
        self.presses("/desk/answer", &call);
    }

    /// Codes what she has in hand, where the line has not, and goes home.
    pub fn codes_and_goes(&mut self) {
        self.looks();
        self.codes();
        self.presses("/desk/out", "");
        self.is_in("out");
    }

    /// Lets go of whom she has called, with a code of hers or of the line.
    pub fn codes(&mut self) {
        if self.state() == "wrap-up" {
            if self.shown.contains("/desk/conclude") {
                self.presses("/desk/conclude", "");
            } else {
                self.presses("/desk/choose", "&code=150");
                self.presses("/desk/code", "&code=150");
            }
        }
    }

    fn between(&self, mark: &str) -> &str {
        let rest = self.shown.split_once(mark).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next())
            .unwrap_or_default()
    }
}
