//! Everybody who may pick up, and what each of them is.

use crate::greetings::{breath, digits, firm, information, long, noisy, pitch, short_hello, upto};
use crate::made::Sound;
use engine::Outcome;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Person,
    Machine,
    /// An information tone.
    Special,
    Fax,
}

pub fn class(outcome: Outcome) -> Option<Class> {
    match outcome {
        Outcome::Machine | Outcome::Busy => Some(Class::Machine),
        Outcome::Fax => Some(Class::Fax),
        Outcome::SpecialTone => Some(Class::Special),
        _ => None,
    }
}

/// A kind of far end, of which there are as many as one likes.
pub struct Kind {
    pub what: &'static str,
    pub is: Class,
    /// The sound of one of them. They differ in voice, lengths and levels.
    pub sounds: fn(u64) -> Sound,
    /// How many of a hundred are taken for what they are, at least.
    pub at_least: u32,
}

const fn kind(what: &'static str, is: Class, at_least: u32, sounds: fn(u64) -> Sound) -> Kind {
    Kind {
        what,
        is,
        sounds,
        at_least,
    }
}

use Class::{Fax, Machine, Person, Special};

#[rustfmt::skip]
pub const KINDS: &[Kind] = &[
    kind("person: a short hello", Person, 100, short_hello),
    kind("person: hello and a name", Person, 100, |at| breath(at).says(upto(at, 1.0, 1.5))),
    kind("person: a long hello", Person, 100, |at| breath(at).says(upto(at, 1.8, 2.6))),
    kind("person: a firm's greeting", Person, 100, firm),
    kind("person: hesitates, asks who it is", Person, 100, |at| breath(at).says(0.4).quiet(upto(at, 0.7, 1.6)).says(0.9)),
    kind("person: takes a while to speak", Person, 100, |at| Sound::new(at).quiet(upto(at, 1.2, 2.2)).says(0.6)),
    kind("person: says nothing", Person, 100, |at| Sound::new(at).quiet(3.0)),
    kind("person: in a noisy street", Person, 100, |at| noisy(short_hello(at), at)),
    kind("person: a firm's, noise behind it", Person, 100, |at| noisy(firm(at), at)),
    kind("person: soft, on a bad line", Person, 100, |at| short_hello(at).quiet(2.0).in_noise(25.0).louder(0.15)),
    kind("person: after a ringing tone", Person, 100, |at| Sound::new(at).hums(&[425.0], 1.0).quiet(upto(at, 0.5, 1.5)).says(0.6)),
    kind("person: put through to, after words", Person, 100, |at| breath(at).says(1.5).quiet(0.3).hums(&[425.0], 1.0).quiet(upto(at, 0.5, 1.5)).says(0.6)),
    kind("mailbox: a short sentence, beep", Machine, 100, |at| breath(at).says(upto(at, 1.3, 2.2)).quiet(upto(at, 0.2, 0.6)).hums(&[pitch(at)], 0.4)),
    kind("mailbox: a short sentence, a late beep", Machine, 0, |at| breath(at).says(upto(at, 1.3, 2.2)).quiet(upto(at, 0.9, 1.5)).hums(&[pitch(at)], 0.4)),
    kind("mailbox: a short sentence, no beep", Machine, 0, |at| breath(at).says(upto(at, 1.3, 2.2))),
    kind("mailbox: a long greeting, beep", Machine, 100, |at| long(at).hums(&[pitch(at)], 0.5)),
    kind("mailbox: long pauses, a late beep", Machine, 100, |at| breath(at).phrases(&[(2.5, 0.3), (2.4, upto(at, 1.0, 3.0)), (1.2, upto(at, 1.0, 3.0))]).hums(&[pitch(at)], 0.4)),
    kind("mailbox: a long greeting, no beep", Machine, 100, long),
    kind("mailbox: three seconds, beep", Machine, 100, |at| breath(at).says(1.6).quiet(0.3).says(upto(at, 0.9, 1.6)).quiet(upto(at, 0.3, 0.8)).hums(&[pitch(at)], 0.3)),
    kind("mailbox: begins with a word of hello", Machine, 25, |at| breath(at).says(0.6).quiet(upto(at, 0.25, 0.6)).phrases(&[(2.0, 0.4), (2.5, 0.5)]).hums(&[pitch(at)], 0.4)),
    kind("mailbox: reads out its number", Machine, 100, |at| digits(breath(at).says(1.2).quiet(0.25)).says(1.5).quiet(0.4).hums(&[pitch(at)], 0.4)),
    kind("mailbox: music, then a sentence", Machine, 90, |at| Sound::new(at).music(upto(at, 2.0, 3.5), 0.8).says(2.0).quiet(0.4).hums(&[pitch(at)], 0.4)),
    kind("mailbox: speaks over music", Machine, 90, |at| long(at).over_music(0.12).hums(&[pitch(at)], 0.4)),
    kind("mailbox: a beep and nothing else", Machine, 100, |at| Sound::new(at).quiet(upto(at, 0.5, 1.9)).hums(&[pitch(at).max(600.0)], 0.4)),
    kind("mailbox: silence, then a late beep", Machine, 0, |at| Sound::new(at).quiet(upto(at, 2.6, 4.0)).hums(&[pitch(at)], 0.4)),
    kind("announcement: information tone, text", Special, 100, |at| information(at).says(3.0)),
    kind("announcement: information tone", Special, 100, information),
    kind("announcement: text only", Machine, 100, |at| breath(at).phrases(&[(upto(at, 2.5, 3.0), 0.3), (3.0, 0.5), (3.0, 1.0)])),
    kind("network: the busy tone", Machine, 100, |at| (0..6).fold(Sound::new(at).quiet(0.1), |sound, _| sound.hums(&[425.0], 0.48).quiet(0.48))),
    kind("fax: its answer tone", Fax, 100, |at| Sound::new(at).quiet(upto(at, 0.2, 1.5)).hums(&[2_100.0], 2.8)),
    kind("fax: its calling tone", Fax, 100, |at| Sound::new(at).quiet(upto(at, 0.2, 1.5)).hums(&[1_100.0], 0.5).quiet(3.0)),
    kind("modem: its answer tone", Fax, 100, |at| Sound::new(at).quiet(upto(at, 0.2, 1.5)).modem(2_100.0, 3.0)),
    kind("modem: of the older kind", Fax, 100, |at| Sound::new(at).quiet(upto(at, 0.2, 1.5)).hums(&[2_225.0], 3.0)),
];
