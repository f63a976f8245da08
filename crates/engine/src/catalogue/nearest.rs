//! Which code of a catalogue would answer a trigger best, by what the two mean.

use super::{CatalogueFile, Disposition};
use crate::trigger::Trigger;

/// The code with the longest beginning of its meaning in common; none where nothing is.
pub(super) fn to(file: &CatalogueFile, trigger: Trigger) -> Option<&Disposition> {
    let wanted = meaning(trigger);
    let common = |code: &Disposition| {
        let pairs = wanted.split('.').zip(code.meaning.split('.'));
        pairs.take_while(|(one, other)| one == other).count()
    };
    let all = file.dispositions.iter();
    let near = all.filter(|code| common(code) > 0);
    near.max_by_key(|code| (common(code), std::cmp::Reverse(code.meaning.len())))
}

fn meaning(trigger: Trigger) -> String {
    let word = trigger.to_string();
    match trigger {
        Trigger::Line(_) | Trigger::LostWhileRouting | Trigger::LostAtAgent => {
            format!("unreached.{word}")
        }
        Trigger::Limit(_) | Trigger::CallbackTimeout => format!("unreachable.{word}"),
        Trigger::ImportInvalid => "number.wrong".to_owned(),
        Trigger::ProviderLocked => "number.locked".to_owned(),
        Trigger::ImportDuplicate => "excluded.duplicate".to_owned(),
        Trigger::Suppressed => "refusal.do_not_call.listed".to_owned(),
        Trigger::OptoutIvr => "refusal.do_not_call.opted_out".to_owned(),
        Trigger::ScrubExpired => "excluded.cancelled.scrub_expired".to_owned(),
        Trigger::CampaignClosed => "excluded.cancelled.campaign_closed".to_owned(),
        Trigger::SyncAbsent | Trigger::ExcludedByClient | Trigger::Skipped => {
            "excluded.cancelled".to_owned()
        }
        Trigger::StageEntered => "new".to_owned(),
        Trigger::CutOff => "callback.cut_off".to_owned(),
        Trigger::WrapupTimeout | Trigger::SecondNumber | Trigger::Inbound(_) => {
            "unreached.line.incomplete".to_owned()
        }
        Trigger::ScriptFailed => "error".to_owned(),
    }
}
