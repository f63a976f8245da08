//! Does what a sentence asks, as the people and machines of a centre would.

use crate::house::House;
use crate::line::{TALK, callee};
use crate::paper::{PHONE, Paper};
use crate::rows::Product;
use axum::http::Method;
use engine::{Because, Catalogue, ContactId, Phase};
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::Mode;

/// Plays a scenario from its beginning; it came about if the code stands with the contact or with
/// one of its attempts, and the journal agrees with every row.
pub fn play(product: &Product, code: &str, steps: &[String]) -> Result<(), String> {
    let text = import::catalogue(&product.catalogue).ok_or("there is no such catalogue")?;
    let mut stage = Stage::open(text);
    for sentence in steps {
        let command = product.meant(sentence)?;
        let words: Vec<&str> = command.split(' ').collect();
        stage
            .act(&words)
            .map_err(|why| format!("`{sentence}`: {why}"))?;
    }
    stage.must_have(code)
}

/// Tries to choose the code at the desk after a talk, with everything filled in that a code may
/// ask for.
pub fn choose(product: &Product, code: &str) -> Result<(), String> {
    let text = import::catalogue(&product.catalogue).ok_or("there is no such catalogue")?;
    let mut stage = Stage::open(text);
    stage.act(&["import"])?;
    stage.act(&["dial", "person"])?;
    let all = [
        "at=tomorrow_11:00",
        "appointment=tomorrow_11:00",
        "value=1200",
        "chance=60",
    ];
    let reasons = ["reason=price"];
    let given = [&["code", code][..], &all, &reasons].concat();
    stage.act(&given)?;
    stage.must_have(code)
}

pub struct Stage {
    pub house: House,
    /// Whoever is spoken to opts out in the menu that follows.
    opts_out: bool,
}

impl Stage {
    pub fn open(catalogue: &str) -> Self {
        Self {
            house: House::open(catalogue),
            opts_out: false,
        }
    }

    pub fn act(&mut self, words: &[&str]) -> Result<(), String> {
        match words {
            ["import", what @ ..] => self.bring(what),
            ["suppress"] => self.suppress(),
            ["bar"] => self.bar(),
            ["menu"] => {
                self.opts_out = true;
                self.limits(&|limits| limits["opt_out_menu"] = json!(true))
            }
            ["limit", name, most] => self.limit(name, most),
            ["max-run", code, most] => self.house.alter(code, "max_run", figure(most)?),
            ["dial", word] => self.dial("0", word),
            ["dial-other", word] => self.dial("1", word),
            ["hang-up"] => self.hang_up(),
            ["they-hang-up"] => {
                self.house.pass(TALK);
                Ok(())
            }
            ["opt-out"] => {
                self.house.pass(10);
                Ok(())
            }
            ["unplug"] => {
                self.house.unplug();
                Ok(())
            }
            ["dial-in-vain"] => self.dial_in_vain(),
            ["give-back"] => self.give_back(),
            ["let-lie"] => self.let_lie(),
            ["conclude"] => self.conclude(),
            ["own-code", like, code, cause] => self.house.add_code(like, code, cause),
            ["close-campaign"] => self.close_campaign(),
            ["number", what @ ..] => self.open_number(what),
            ["call-in", how] => self.call_in(how),
            ["restart"] => {
                self.house.restart();
                Ok(())
            }
            ["wrap-up-expires"] => self.until_let_go(),
            ["again", times, word] => (0..figure(times)?).try_for_each(|_| self.dial("0", word)),
            ["pass", days] => self.later(days),
            ["later", days, word] => {
                self.later(days)?;
                self.dial("0", word)
            }
            ["again-callback", times, code] => {
                (0..figure(times)?).try_for_each(|_| self.call_back(code))
            }
            ["later-callback", days, code] => {
                self.later(days)?;
                self.call_back(code)
            }
            ["code", code, beside @ ..] => self.code(code, beside),
            ["set", code] => self.set(code),
            _ => Err(format!("nobody knows how to `{}`", words.join(" "))),
        }
    }

    /// A file comes in.
    fn bring(&mut self, what: &[&str]) -> Result<(), String> {
        match what {
            [] => self.import(&Paper::USUAL, Mode::Append),
            ["two-numbers"] => {
                let mobile = "+49 30 23125 002";
                self.import(
                    &Paper {
                        mobile,
                        ..Paper::USUAL
                    },
                    Mode::Append,
                )
            }
            ["invalid"] => self.import(
                &Paper {
                    phone: "12",
                    ..Paper::USUAL
                },
                Mode::Append,
            ),
            ["owned"] => self.import(
                &Paper {
                    owner: "ada",
                    ..Paper::USUAL
                },
                Mode::Append,
            ),
            ["duplicate"] => self.import(&Paper::USUAL, Mode::Append),
            ["excluded"] => {
                let excluded = true;
                self.import(
                    &Paper {
                        excluded,
                        ..Paper::USUAL
                    },
                    Mode::Update,
                )
            }
            ["absent"] => {
                let (key, phone) = ("K2", "+49 30 23125 003");
                self.import(
                    &Paper {
                        key,
                        phone,
                        ..Paper::USUAL
                    },
                    Mode::Sync,
                )
            }
            _ => Err(format!("nobody knows how to import `{}`", what.join(" "))),
        }
    }

    fn import(&mut self, paper: &Paper, mode: Mode) -> Result<(), String> {
        self.house.import(&paper.text(), mode)
    }

    fn suppress(&mut self) -> Result<(), String> {
        let body = json!({ "number": PHONE.replace(' ', ""), "reason": "asked by letter" });
        let path = "/api/v1/suppressions";
        let answer = self.house.program(Method::POST, path, &body.to_string());
        must(answer.status == 201, &answer.body)
    }

    fn bar(&mut self) -> Result<(), String> {
        let number = PHONE.replace(' ', "");
        let beginning = number.chars().take(8).collect::<String>();
        let body = json!({ "prefixes": [beginning], "note": "support says so" });
        let path = "/api/v1/locked-numbers";
        let answer = self.house.program(Method::POST, path, &body.to_string());
        must(answer.status == 200, &answer.body)
    }

    fn limit(&mut self, name: &str, most: &str) -> Result<(), String> {
        self.limits(&|limits| {
            limits["own"] = json!(true);
            limits["limits"][name] = most.parse().map_or_else(|_| json!(most), |n: i64| json!(n));
        })
    }

    /// What the list asks for, with a change.
    fn limits(&mut self, change: &dyn Fn(&mut Value)) -> Result<(), String> {
        let path = format!("/api/v1/lists/{}/limits", self.house.list().0);
        let answer = self.house.program(Method::GET, &path, "");
        let mut limits: Value = serde_json::from_str(&answer.body).map_err(|e| e.to_string())?;
        change(&mut limits);
        let answer = self.house.program(Method::PUT, &path, &limits.to_string());
        must(answer.status == 200, &answer.body)
    }

    /// The agent has the contact before her, when it may be called.
    fn take(&mut self) -> Result<String, String> {
        for _ in 0..100 {
            let desk = self.house.browse("ada", "/desk/ready", &[]);
            if let Some(hand) = between(&desk.body, "name=\"hand\" value=\"", "\"") {
                return Ok(hand);
            }
            let contact = self.house.contact()?;
            let beside = self
                .house
                .store
                .beside(contact.list, &[contact.id])
                .unwrap();
            let offer_at = beside.values().next().and_then(|there| there.offer_at);
            let soon = self.house.now() + SignedDuration::from_secs(30);
            self.house.go_to(offer_at.unwrap_or(soon).max(soon));
        }
        Err(format!(
            "the contact is not offered: {:?}",
            self.house.contact()?.standing
        ))
    }

    fn dial(&mut self, slot: &str, word: &str) -> Result<(), String> {
        let hand = self.take()?;
        let before = self.house.contact()?.dials;
        self.house.far_end(callee(word, self.opts_out)?);
        let form = [("hand", hand.as_str()), ("slot", slot)];
        let desk = self.house.browse("ada", "/desk/dial", &form);
        must(self.house.contact()?.dials > before, &desk.body)?;
        match word {
            "person" => self.house.pass(6),
            "ringing" => self.house.pass(2),
            _ => {
                self.house.pass(8);
                // What the line said is the code; where it is not taken by itself, she takes it.
                if self.phase()?.is_some() {
                    self.house.browse("ada", "/desk/conclude", &form);
                }
            }
        }
        Ok(())
    }

    fn dial_in_vain(&mut self) -> Result<(), String> {
        let hand = self.take()?;
        let form = [("hand", hand.as_str()), ("slot", "0")];
        self.house.browse("ada", "/desk/dial", &form);
        self.house.pass(2);
        must(self.phase()?.is_none(), "it was dialled")
    }

    fn give_back(&mut self) -> Result<(), String> {
        let hand = self.take()?;
        self.house
            .browse("ada", "/desk/release", &[("hand", &hand)]);
        must(self.phase()?.is_none(), "it stays in her hands")
    }

    /// It is before her, and she does nothing at all.
    fn let_lie(&mut self) -> Result<(), String> {
        self.take()?;
        self.until_let_go()
    }

    /// She lets it go with what the line said.
    fn conclude(&mut self) -> Result<(), String> {
        let hand = self.take()?;
        let desk = self
            .house
            .browse("ada", "/desk/conclude", &[("hand", &hand)]);
        must(desk.body.contains("Saved:"), &desk.body)
    }

    fn close_campaign(&mut self) -> Result<(), String> {
        let campaign = self.house.store.campaigns().unwrap()[0].id.0;
        let path = format!("/campaigns/{campaign}/state");
        let answer = self.house.browse("sue", &path, &[("to", "closed")]);
        must(answer.status == 303, &answer.body)
    }

    fn hang_up(&mut self) -> Result<(), String> {
        let hand = self.take()?;
        self.house.browse("ada", "/desk/hangup", &[("hand", &hand)]);
        self.house.pass(2);
        Ok(())
    }

    /// She gives it a code, with what is entered beside it: `value=1200 at=tomorrow_11:00`.
    fn code(&mut self, code: &str, beside: &[&str]) -> Result<(), String> {
        if self.phase()? == Some(Phase::Talking) {
            self.hang_up()?;
        }
        // A code without a pop-up takes no note.
        let note = match self.house.takes_note(code) {
            true => "as agreed",
            false => "",
        };
        let hand = self.take()?;
        let beside: Vec<(&str, String)> = beside
            .iter()
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name, value.replace('_', " ")))
            .collect();
        let mut form = vec![("hand", hand.as_str()), ("code", code), ("note", note)];
        form.extend(beside.iter().map(|(name, value)| (*name, value.as_str())));
        let desk = self.house.browse("ada", "/desk/code", &form);
        must(desk.body.contains("Saved:"), &desk.body)
    }

    fn call_back(&mut self, code: &str) -> Result<(), String> {
        self.dial("0", "person")?;
        self.code(code, &["at=tomorrow_11:00"])
    }

    fn later(&mut self, days: &str) -> Result<(), String> {
        let later = self.house.now() + SignedDuration::from_hours(24 * figure(days)?);
        self.house.go_to(later);
        Ok(())
    }

    fn until_let_go(&mut self) -> Result<(), String> {
        for _ in 0..240 {
            if self.phase()?.is_none() {
                return Ok(());
            }
            let next = self.house.now() + SignedDuration::from_secs(30);
            self.house.go_to(next);
        }
        Err("it stays in her hands".to_owned())
    }

    fn set(&mut self, code: &str) -> Result<(), String> {
        let contact = self.house.contact()?;
        let path = format!("/contacts/{}/{}/reactivate", contact.list.0, contact.id.0);
        let answer = self
            .house
            .browse("sue", &path, &[("code", code), ("owner", "")]);
        must(answer.status == 303, &answer.body)
    }

    /// How far the handling has come; nothing where nobody has it in hand.
    fn phase(&mut self) -> Result<Option<Phase>, String> {
        Ok(self.house.contact()?.hand.map(|hand| hand.phase()))
    }

    fn must_have(&mut self, code: &str) -> Result<(), String> {
        let list = self.house.list();
        let store = &self.house.store;
        let mut codes = Vec::new();
        for row in store.contacts_after(list, ContactId(0), 10).unwrap() {
            let attempts = store.attempts_of(list, row.id).unwrap();
            codes.push(row.code.to_string());
            for attempt in attempts {
                codes.push(attempt.code.to_string());
                codes.extend(attempt.pair.map(|pair| format!("minor {}", pair.minor)));
            }
            let rules = store.list(list).unwrap().unwrap().rules;
            let catalogue = &store.rules(rules).unwrap().catalogue;
            let history = store.history(list, row.id).unwrap();
            let because = history.iter().flat_map(|line| &line.because);
            codes.extend(because.flat_map(|because| told(because, catalogue)));
            // What an import decides stands with the contact's origin.
            let why = store.explain(list, row.id).unwrap();
            let decided = why.iter().flat_map(|why| &why.decided);
            codes.extend(decided.flat_map(|because| told(because, catalogue)));
        }
        codes.extend(self.house.codes_of_callers());
        let there = codes.iter().any(|one| one == code);
        must(there, &format!("the journal has {codes:?}"))?;
        let doctor = self.house.store.doctor().unwrap();
        must(
            doctor.differences.is_empty(),
            &format!("{:?}", doctor.differences),
        )
    }
}

/// What a reason says of codes that no attempt got.
fn told(because: &Because, catalogue: &Catalogue) -> Vec<String> {
    match because {
        Because::ReturnedUnder { code, cause } => {
            let cause = cause.as_ref().map(|cause| format!("minor {cause}"));
            std::iter::once(code.to_string()).chain(cause).collect()
        }
        Because::Answers { trigger, code } if trigger.parent() != Some("line") => {
            let pair = catalogue.pair_without_call(code, *trigger);
            pair.map(|pair| format!("minor {}", pair.minor))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn must(holds: bool, otherwise: &str) -> Result<(), String> {
    match holds {
        true => Ok(()),
        false => Err(otherwise.chars().take(2_000).collect()),
    }
}

fn figure(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| format!("`{text}` is no figure"))
}

fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let (_, rest) = text.split_once(before)?;
    let (part, _) = rest.split_once(after)?;
    Some(part.to_owned())
}
