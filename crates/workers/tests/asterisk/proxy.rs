//! The connection between the house and Asterisk, which can be cut.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub struct Proxy {
    pub port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    is_cut: bool,
    open: Vec<TcpStream>,
}

impl Proxy {
    pub fn to(target: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let proxy = Self { port, state };
        let (there, target) = (proxy.clone(), target.to_owned());
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                there.carry(near, &target);
            }
        });
        proxy
    }

    fn carry(&self, near: TcpStream, target: &str) {
        let mut state = self.state.lock().unwrap();
        let far = TcpStream::connect(target);
        let (false, Ok(far)) = (state.is_cut, far) else {
            let _ = near.shutdown(Shutdown::Both);
            return;
        };
        for stream in [&near, &far] {
            stream.set_nodelay(true).unwrap();
            state.open.push(stream.try_clone().unwrap());
        }
        let (back, forth) = (far.try_clone().unwrap(), near.try_clone().unwrap());
        std::thread::spawn(move || pump(near, far));
        std::thread::spawn(move || pump(back, forth));
    }

    /// Nothing goes through from here on.
    pub fn cut(&self) {
        let mut state = self.state.lock().unwrap();
        state.is_cut = true;
        for stream in state.open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    pub fn mend(&self) {
        self.state.lock().unwrap().is_cut = false;
    }
}

fn pump(mut from: TcpStream, mut to: TcpStream) {
    let mut bytes = [0; 16_384];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
