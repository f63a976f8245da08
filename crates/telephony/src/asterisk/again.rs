//! After the connection was lost, channel by channel: what was missed of those that are still there is
//! made up for, and what was asked for, and perhaps not heard, is asked again.

use super::call::{After, Call, Stage};
use super::calls::{About, Calls, PHONE_RINGS, Whose};
use super::course::EndedBy;
use super::frame::State;
use super::request::Request;
use crate::line::LineId;
use engine::{AgentId, NotThere};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Whoever answered while nobody listened has waited longer than this in silence: too long.
const ANSWERED_UNHEARD: Duration = Duration::from_secs(2);
/// Beyond the time it rings: by then it was picked up, or its end was lost.
const PHONE_SAYS_WITHIN: Duration = Duration::from_secs(PHONE_RINGS + 5);

impl Calls {
    pub(super) fn go_on(
        &mut self,
        line: LineId,
        there: &BTreeMap<String, State>,
        asked_at: Instant,
        now: Instant,
    ) {
        let too_long = self.was_deaf_for(asked_at) > ANSWERED_UNHEARD;
        let Some(call) = self.calls.get(&line) else {
            return;
        };
        let state = there.get(&call.channel).copied().unwrap_or(State::Other);
        if call.course.ended_by == EndedBy::Us || call.stage == Stage::Told(After::Nothing) {
            // The request for its end may be what was lost.
            self.drop_channel(line);
            return;
        }
        match (call.stage, state) {
            // Whether its frame was lost is not known; nothing was dialled on it.
            (Stage::Asked, _) => self.not_dialled(line, now),
            (Stage::Dialled, State::Up) | (Stage::Listening { .. }, _) if too_long => {
                self.apologise(line, now);
            }
            (Stage::Dialled, _) => self.catch_up(line, state, now),
            (Stage::Listening { .. } | Stage::Told(After::Greeting(_)), _) => {
                self.listen_again(line, there, now);
            }
            (Stage::Talking, _) => {
                let came_in = call.came_in;
                self.tape_again(line, now);
                self.stand_again(line);
                if came_in {
                    self.end_limit(line);
                }
            }
            (Stage::Told(after), _) => self.end_again(line, after),
            (Stage::AwaitsPhone, _) => {}
        }
    }

    /// A frame may be lost without the connection.
    pub(super) fn catch_up(&mut self, line: LineId, state: State, now: Instant) {
        let dialled = |call: &&Call| call.stage == Stage::Dialled;
        if let Some(call) = self.calls.get(&line).filter(dialled) {
            let channel = call.channel.clone();
            self.state(&channel, state, now);
        }
    }

    /// The talk was over before: the far end hears the rest of what it was to hear. Nothing else is
    /// asked of a channel on which a sound may still go on: it would wait for the sound's end.
    fn end_again(&mut self, line: LineId, after: After) {
        match after {
            After::Apology | After::Menu | After::Message => self.ask_what_plays(line),
            After::Elsewhere => self.bring_both_together(line),
            // It may have been hung up on in the gap: out of the talk, before the menu.
            After::MenuAt(_) => self.part_again(line),
            After::Greeting(_) | After::Decides(_) | After::Nothing => {}
        }
    }

    fn ask_what_plays(&mut self, line: LineId) {
        if let Some(call) = self.calls.get(&line) {
            let playback = Request::playback(&call.channel);
            self.ask(playback, About::StillPlays(line));
        }
    }

    fn part_again(&mut self, line: LineId) {
        let call = self.calls.get(&line);
        let phone = call
            .and_then(Call::agent)
            .and_then(|agent| self.phones.get(&agent));
        if let Some((call, phone)) = call.zip(phone) {
            let part = Request::part(&phone.bridge, &call.channel);
            self.ask(part, About::Nothing);
        }
    }

    /// A phone that rang and rings no more, or was picked up unheard, is not there.
    pub(super) fn take_stock_of_phones(
        &mut self,
        there: &BTreeMap<String, State>,
        asked_at: Instant,
        now: Instant,
    ) {
        let deaf_since = self.deaf_since;
        let phones = self.phones.iter().filter(|(_, phone)| {
            let since = phone.up_since.unwrap_or(phone.rung_at);
            let picked_up_unheard = |state: &State| {
                let before = deaf_since.is_some_and(|deaf_since| phone.rung_at <= deaf_since);
                phone.up_since.is_none() && before && *state == State::Up
            };
            since <= asked_at && there.get(&phone.channel).is_none_or(picked_up_unheard)
        });
        let gone: Vec<AgentId> = phones.map(|(agent, _)| *agent).collect();
        for agent in gone {
            self.phone_lost(agent, now);
        }
        self.put_down_again(there);
    }

    /// Phones of which nothing more is heard.
    pub(super) fn phones_due(&mut self, now: Instant) {
        let silent = self.phones.iter().filter(|(_, phone)| {
            phone.up_since.is_none() && phone.rung_at + PHONE_SAYS_WITHIN <= now
        });
        let silent: Vec<AgentId> = silent.map(|(agent, _)| *agent).collect();
        for agent in silent {
            self.phone_lost(agent, now);
        }
    }

    /// Those she put down, or the house for her, while nothing could be asked.
    fn put_down_again(&mut self, there: &BTreeMap<String, State>) {
        let phones = self.phones.values();
        let still_there =
            phones.filter(|phone| phone.put_down && there.contains_key(&phone.channel));
        let channels: Vec<String> = still_there.map(|phone| phone.channel.clone()).collect();
        for channel in channels {
            self.ask(Request::hang_up(&channel), About::Nothing);
        }
    }

    /// Whatever is left of it is hung up.
    fn phone_lost(&mut self, agent: AgentId, now: Instant) {
        let mut why = NotThere::Failed;
        if let Some(phone) = self.phones.get(&agent) {
            if phone.up_since.is_none() {
                why = NotThere::NoAnswer;
            }
            let channel = phone.channel.clone();
            self.ask(Request::hang_up(&channel), About::Nothing);
        }
        self.phone_gone(agent, why, now);
    }

    /// What heard a talk for its recording, or for a supervisor, and is gone.
    pub(super) fn take_stock_of_copies(&mut self, there: &BTreeMap<String, State>, now: Instant) {
        if !self.is_deaf() {
            return;
        }
        let copies = self.channels.iter().filter(|(channel, whose)| {
            matches!(whose, Whose::Tape(_) | Whose::Snoop(_)) && !there.contains_key(*channel)
        });
        let gone: Vec<(String, Whose)> = copies
            .map(|(channel, whose)| (channel.clone(), *whose))
            .collect();
        for (channel, whose) in gone {
            match whose {
                Whose::Tape(line) => self.tape_deaf(line, now),
                Whose::Snoop(line) => self.copy_gone(line, &channel),
                _ => {}
            }
        }
    }
}
