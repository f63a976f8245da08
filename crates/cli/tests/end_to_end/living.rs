//! The running program: it serves pages, ends when it is told to, and leaves order behind.

use crate::support::Floor;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

/// A program that runs until it is told to end.
pub struct Running {
    program: Child,
    pub address: String,
    said: Vec<String>,
}

impl Running {
    pub fn start(floor: &Floor, line: &str) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dispo"))
            .args(line.split_whitespace())
            .current_dir(floor.path("."))
            .env_remove("DISPO_DB")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(program.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let address = loop {
            let line = lines.next().expect("it says where it is").unwrap();
            said.push(line.clone());
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap().to_owned();
            }
        };
        // Whatever else it says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            program,
            address,
            said,
        }
    }

    /// The answer to a request, headers and all.
    pub fn get(&self, path: &str) -> String {
        self.send("GET", path, "", "")
    }

    /// The same as somebody with a session.
    pub fn get_as(&self, cookie: &str, path: &str) -> String {
        self.send("GET", path, &format!("Cookie: {cookie}\r\n"), "")
    }

    pub fn post(&self, path: &str, form: &str) -> String {
        self.send("POST", path, FORM, form)
    }

    pub fn post_as(&self, cookie: &str, path: &str) -> String {
        self.send("POST", path, &format!("Cookie: {cookie}\r\n{FORM}"), "")
    }

    /// A browser in which somebody's pages are open, until it is dropped.
    pub fn open_as(&self, cookie: &str) -> TcpStream {
        open_at(&self.address, cookie)
    }

    fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        send_to(&self.address, method, path, headers, body)
    }

    /// Without a word, and without a chance to say one.
    pub fn kill(mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }

    pub fn told(mut self, signal: &str) -> i32 {
        let pid = self.program.id().to_string();
        let sent = Command::new("kill").args([signal, &pid]).status().unwrap();
        assert!(sent.success());
        self.program.wait().unwrap().code().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended already cannot be ended again.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A stream of what happens, for somebody with a session.
pub fn open_at(address: &str, cookie: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    let asked = format!("GET /live HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n");
    stream.write_all(asked.as_bytes()).unwrap();
    stream
}

/// Sends a form as the page's script does; gives the block that comes back.
pub fn post_to(address: &str, cookie: &str, path: &str, form: &str) -> String {
    let headers =
        format!("Cookie: {cookie}\r\n{FORM}HX-Request: true\r\nSec-Fetch-Site: same-origin\r\n");
    send_to(address, "POST", path, &headers, form)
}

fn send_to(address: &str, method: &str, path: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\n{headers}\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// The session an answer begins.
pub fn cookie(answer: &str) -> String {
    let (_, cookie) = answer.split_once("set-cookie: ").expect("a cookie");
    cookie.split(';').next().unwrap().to_owned()
}

pub fn is_ok(answer: &str) -> bool {
    answer.starts_with("HTTP/1.1 200")
}

#[test]
fn a_demo_has_seats_without_a_password_and_a_clock_that_may_be_set() {
    let floor = Floor::new();
    let running = Running::start(&floor, "demo --port 0 --agents 2 --past 0");
    assert!(is_ok(&running.get("/login")));
    for seat in ["agent", "supervisor", "administrator"] {
        let taken = running.get(&format!("/demo/{seat}"));
        assert!(taken.starts_with("HTTP/1.1 303"), "{seat}: {taken}");
        let page = running.get_as(&cookie(&taken), "/settings");
        assert!(is_ok(&page) && page.contains("20 ×"), "{seat}: {page}");
    }
    assert!(running.get("/demo/director").starts_with("HTTP/1.1 404"));
    let set = running.post("/demo/speed", "speed=60");
    assert!(set.starts_with("HTTP/1.1 303"), "{set}");
    assert!(running.get("/demo/banner").contains("data-speed=\"60\""));
    assert_eq!(running.told("-INT"), 0);
}

#[test]
fn a_demo_goes_on_where_it_was_left_and_leaves_a_house_in_order() {
    let floor = Floor::new();
    let demo = "demo --port 0 --speed 600 --agents 4 --past 1";
    let running = Running::start(&floor, demo);
    assert!(running.get("/").contains("location: /login"));
    assert_eq!(running.told("-INT"), 0);
    let (code, examined) = floor.json("--db sqlite:demo.db doctor");
    assert_eq!(code, 0, "{examined}");
    let events = examined["events"].as_u64().unwrap();
    assert!(events > 0);

    let again = Running::start(&floor, demo);
    assert_eq!(again.told("-TERM"), 0);
    let (code, examined) = floor.json("--db sqlite:demo.db doctor");
    assert_eq!(code, 0, "{examined}");
    assert!(examined["events"].as_u64().unwrap() >= events);
}

#[test]
fn a_demo_keeps_away_from_real_work() {
    let floor = Floor::new();
    floor.write("list.csv", "Telefoon\n+442079460000\n");
    floor.run("import --list real --create --purpose research --country NL list.csv");
    let ran = floor.run("--db sqlite:dispo.db demo --port 0");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("holds real work"), "{}", ran.err);
}

#[test]
fn without_an_exchange_the_program_says_so_and_serves_all_the_same() {
    let floor = Floor::new();
    let running = Running::start(&floor, "serve --listen 127.0.0.1:0");
    let said = running.said.join("\n");
    assert!(said.contains("no exchange is configured"), "{said}");
    assert!(is_ok(&running.get("/login")));
    assert!(running.get("/demo/agent").starts_with("HTTP/1.1 404"));
    assert_eq!(running.told("-INT"), 0);
    assert_eq!(floor.run("doctor").code, 0);
}
