//! The trail's stable words as people read them.

use crate::words::Words;
use store::{AuditChain, AuditWord};

pub fn told(chain: &AuditChain, words: &Words) -> (String, bool) {
    let rows = words.n("audit-rows", chain.rows);
    let said = match &chain.fault {
        None => words.t("audit-whole"),
        Some(fault) => {
            let seq = fault.seq().to_string();
            words.with("audit-broken", [("seq", seq.as_str())])
        }
    };
    (format!("{rows} {said}"), chain.fault.is_none())
}

pub fn done(word: AuditWord, words: &Words) -> String {
    words.t(match word {
        AuditWord::Saw => "audit-saw",
        AuditWord::Searched => "audit-searched",
        AuditWord::Changed => "audit-changed",
        AuditWord::Exported => "audit-exported",
        AuditWord::Imported => "audit-imported",
        AuditWord::Undone => "audit-undone",
        AuditWord::Listened => "audit-listened",
        AuditWord::Erased => "audit-erased",
        AuditWord::Forgot => "audit-forgot",
    })
}

pub fn about(subject: &str, words: &Words) -> String {
    words.t(match subject {
        "contacts" => "audit-about-contacts",
        "lists" => "audit-about-lists",
        "campaign" => "audit-about-campaign",
        "agent" => "audit-about-agent",
        "token" => "audit-about-token",
        "suppression" => "audit-about-suppression",
        "queue" => "audit-about-queue",
        "results" => "audit-about-results",
        "import" => "audit-about-import",
        "audit" => "audit-about-audit",
        _ => "audit-about-house",
    })
}
