//! Reads what the law asks of whoever calls: grounds, registers, shares, terms.

use super::File;
use crate::consent::Purpose;
use crate::law::Duties;
use crate::law::duty::{Abandonment, CallerId, MayRecord, Retention, Scrub};
use crate::law::ground::{NeedsGround, Term};
use crate::law::section::Section;
use crate::law::value;
use crate::profile::Often;

impl File<'_, '_> {
    pub(super) fn duties(&mut self, root: &mut Section<'_>) -> Duties {
        Duties {
            dials_per_period: self.figure(root, "dials_per_period", |section, problems| {
                let dials = section.required("dials", problems, value::count);
                let days = section.required("days", problems, value::remembered_days);
                let (dials, days) = (dials?, days?);
                Some(Often { dials, days })
            }),
            scrub: self.each(root, "scrub", Self::scrub),
            quarantine: self.figure(root, "quarantine", |section, problems| {
                section.required("hours", problems, value::hours)
            }),
            abandonment: self.figure(root, "abandonment", |section, problems| {
                let per_mille = section.required("per_mille", problems, value::per_mille);
                let window = section.required("hours", problems, value::hours);
                let of = section.required("of", problems, value::abandoned_of);
                Some(Abandonment {
                    per_mille: per_mille?,
                    window: window?,
                    of: of?,
                })
            }),
            caller_id: self.figure(root, "caller_id", |section, problems| {
                let shown = section.required("shown", problems, value::yes_or_no);
                let answered = section.optional("answered_months", problems, value::count);
                Some(CallerId {
                    shown: shown?,
                    answered_months: answered,
                })
            }),
            recording: self.figure(root, "recording", |section, problems| {
                let owed = section.required("owed", problems, value::owed);
                let most_days = section.optional("most_days", problems, value::count);
                Some(MayRecord {
                    owed: owed?,
                    most_days,
                })
            }),
            retention: self.each(root, "retention", Self::retention),
        }
    }

    pub(super) fn needs_ground(&mut self, section: &mut Section<'_>) -> Option<NeedsGround> {
        let scope = self.scope(section);
        let purposes = section.required("purposes", self.problems, value::purposes);
        let bases = section.required("bases", self.problems, value::bases);
        Some(NeedsGround {
            scope: scope?,
            purposes: purposes?,
            bases: bases?,
        })
    }

    pub(super) fn term(&mut self, section: &mut Section<'_>) -> Option<Term> {
        let named = self.named_head(section);
        let basis = section.required("basis", self.problems, value::basis);
        let months = section.required("months", self.problems, value::count);
        let first_use = section.optional("until_first_use", self.problems, value::yes_or_no);
        let (rule, period) = named?;
        Some(Term {
            rule,
            period,
            basis: basis?,
            months: months?,
            until_first_use: first_use.unwrap_or(false),
        })
    }

    fn scrub(&mut self, section: &mut Section<'_>) -> Option<Scrub> {
        let scope = self.scope(section);
        let register = section.required("register", self.problems, value::id);
        let days = section.required("days", self.problems, value::count);
        let purposes = section.optional("purposes", self.problems, value::purposes);
        Some(Scrub {
            scope: scope?,
            register: register?,
            purposes: purposes.unwrap_or_else(|| Purpose::ALL.to_vec()),
            days: days?,
        })
    }

    fn retention(&mut self, section: &mut Section<'_>) -> Option<Retention> {
        let named = self.named_head(section);
        let of = section.required("of", self.problems, value::kept);
        let months = section.required("months", self.problems, value::count);
        let from_use = section.optional("from_use", self.problems, value::yes_or_no);
        let (rule, _) = named?;
        Some(Retention {
            rule,
            of: of?,
            months: months?,
            from_use: from_use.unwrap_or(false),
        })
    }
}
