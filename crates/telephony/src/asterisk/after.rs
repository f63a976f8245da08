//! After the end of a call was told: the menu in which whoever was spoken to may opt out, and
//! the apology to whoever answered and found no agent.

use super::call::{After, Call, Stage};
use super::calls::{About, Calls, Whose};
use super::request::Request;
use crate::line::LineId;
use engine::{Announcement, Report};
use std::time::{Duration, Instant};

/// Between the end of a talk and the menu, and after it for whoever decides late.
const BEFORE_MENU: Duration = Duration::from_secs(1);
const AFTER_MENU: Duration = Duration::from_secs(5);

impl Calls {
    pub(super) fn go_on_to(&mut self, line: LineId, after: After) {
        if let Some(call) = self.calls.get_mut(&line) {
            call.stage = Stage::Told(after);
        }
    }

    /// Somebody answered and there is no agent: told at once, and whoever answered hears why.
    pub(super) fn apologise(&mut self, line: LineId, now: Instant) {
        self.close_ear(line);
        self.end_detection(line);
        self.abandon(line, now);
        self.go_on_to(line, After::Apology);
        self.play(line, Announcement::Apology);
    }

    pub(super) fn menu_follows(&mut self, line: LineId, now: Instant) {
        self.end_detection(line);
        self.go_on_to(line, After::MenuAt(now + BEFORE_MENU));
    }

    fn offer_menu(&mut self, line: LineId) {
        self.go_on_to(line, After::Menu);
        self.play(line, Announcement::Menu);
    }

    /// Asterisk begins to play also what it does not have: whether it was heard is known later.
    pub(super) fn playing(&mut self, playback: &str, now: Instant) {
        if let Some(call) = self.call_on(playback)
            && call.stage == Stage::Told(After::Menu)
        {
            call.menu_since.get_or_insert(now);
        }
    }

    /// The menu was heard, as far as she let it come.
    pub(super) fn tell_menu(&mut self, line: LineId) {
        let call = self.calls.get_mut(&line);
        let Some(call) = call.filter(|call| call.is_told()) else {
            return;
        };
        if let Some(since) = call.menu_since.take() {
            let attempt = call.attempt();
            self.say(line, Report::MenuOffered { attempt }, since);
        }
    }

    /// What is played goes by its channel's name.
    pub(super) fn play(&mut self, line: LineId, what: Announcement) {
        if let Some(call) = self.calls.get(&line) {
            let sound = self.sound(call, what);
            let play = Request::play(&call.channel, &sound, &call.channel);
            self.ask(play, About::Playback(line));
        }
    }

    /// The call's own; where it has none, that of this exchange.
    pub(super) fn sound(&self, call: &Call, what: Announcement) -> String {
        match call.dial.sounds.get(what) {
            Some(sound) => sound.medium(),
            None => self.settings.sound(what).to_owned(),
        }
    }

    pub(super) fn played(&mut self, playback: &str, failed: bool, now: Instant) {
        if let Some(Whose::Caller(line)) = self.channels.get(playback).copied() {
            self.played_to_caller(line, playback, now);
            return;
        }
        match self.call_on(playback).map(|call| call.dial.placed.line) {
            Some(line) => self.played_to(line, failed, now),
            None => self.tape_played(playback, failed, now),
        }
    }

    /// Its end fell into a gap.
    pub(super) fn played_unheard(&mut self, line: LineId, now: Instant) {
        self.played_to(line, false, now);
    }

    fn played_to(&mut self, line: LineId, failed: bool, now: Instant) {
        let Some(call) = self.calls.get_mut(&line) else {
            return;
        };
        match call.stage {
            // Nobody is left in silence where there is no such sound.
            Stage::Told(After::Menu) if failed => {
                call.menu_since = None;
                self.go_on_to(line, After::Nothing);
                self.drop_channel(line);
            }
            Stage::Told(After::Menu) => {
                call.stage = Stage::Told(After::Decides(now + AFTER_MENU));
                self.tell_menu(line);
            }
            Stage::Told(After::Apology | After::Message) => {
                self.go_on_to(line, After::Nothing);
                self.drop_channel(line);
            }
            _ => {}
        }
    }

    pub(super) fn pressed(&mut self, channel: &str, key: char, now: Instant) {
        if let Some(Whose::Caller(line)) = self.channels.get(channel).copied() {
            self.caller_pressed(line, key, now);
            return;
        }
        let opts_out = key == self.settings.menu.key;
        let Some(call) = self.call_on(channel).filter(|_| opts_out) else {
            return;
        };
        if let Stage::Told(After::Menu | After::Decides(_)) = call.stage {
            call.stage = Stage::Told(After::Nothing);
            let placed = call.dial.placed;
            let (attempt, slot) = (placed.attempt, placed.slot);
            self.tell_menu(placed.line);
            self.say(placed.line, Report::OptedOut { attempt, slot }, now);
            self.drop_channel(placed.line);
        }
    }

    /// Menus that begin, and those whose time is over.
    pub(super) fn after_due(&mut self, now: Instant) {
        let begins =
            |call: &Call| matches!(call.stage, Stage::Told(After::MenuAt(at)) if at <= now);
        for line in self.lines(begins) {
            self.offer_menu(line);
        }
        let over =
            |call: &Call| matches!(call.stage, Stage::Told(After::Decides(until)) if until <= now);
        for line in self.lines(over) {
            self.go_on_to(line, After::Nothing);
            self.drop_channel(line);
        }
    }
}
