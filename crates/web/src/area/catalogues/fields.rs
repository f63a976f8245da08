//! The fields of a code, under the headings of its form. What is rarely needed is folded away;
//! what has no place here stands in the file.

/// How a field is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Line,
    Figure,
    Tick,
    /// A node of the meaning tree.
    Meaning,
    Group,
    /// Words, separated by spaces.
    Words,
    /// The same with a value each: `line.busy=callback`.
    Pairs,
    /// Reasons, one a line.
    Reasons,
    OneOf(&'static [&'static str]),
    /// Each with what reveals it.
    Many(&'static [(&'static str, &'static str)]),
}

#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its place in the record.
    pub path: &'static str,
    pub label: &'static str,
    pub shape: Shape,
    /// What reveals it, as `reveal` reads it; empty where it is always there.
    pub when: &'static str,
    /// What stands in it where nobody has said anything.
    pub usual: &'static str,
}

pub struct Section {
    pub title: &'static str,
    pub fields: &'static [Field],
    pub rare: &'static [Field],
}

pub const CREDITS: &[&str] = &["-1", "0", "1"];
/// How near the right person was, in figures.
pub const NEAR: &[&str] = &["", "1", "3", "4", "6"];

const KINDS: &[&str] = &[
    "new",
    "unreached",
    "callback",
    "final",
    "suspended",
    "returned",
    "attempt_only",
];
const SETTERS: &[(&str, &str)] = &[
    ("system", "by:system"),
    ("agent", "by:agent"),
    ("import", "by:import"),
    ("update", "by:update"),
    ("script", "by:script"),
    ("supervisor", "by:supervisor"),
    ("adviser", "by:adviser"),
    ("ivr", "by:ivr"),
    ("mail", "by:mail"),
];
const OWNERS: &[&str] = &["none", "keep", "handling_agent", "any", "assignable"];
const COLUMNS: &[&str] = &["", "to_call", "drop_out", "no_interest", "positive"];
const ROSTERS: &[&str] = &["keep", "change", "remove"];
const REQUIREMENTS: &[(&str, &str)] = &[
    ("date", "kind=unreached,callback;reopen=list"),
    ("note", "pop_up"),
    ("email", "actions=mail"),
    ("appointment", "offers:appointment"),
    ("amounts", "offers:amounts"),
    ("reason", "offers:reason"),
];
const CHOICES: &[(&str, &str)] = &[
    ("follow_up_at", "kind=unreached,callback;reopen=list"),
    ("return_stage", "reopen=stage"),
    ("owner", "offers:owner&owner=handling_agent,assignable,keep"),
    ("mails", "actions=mail"),
];
const ACTIONS: &[(&str, &str)] = &[
    ("mail", "offers:mail"),
    ("notify", "offers:notify&choices=owner"),
    (
        "remind",
        "scored:&offers:remind&contact_priority=6;unscored:&kind=callback",
    ),
    ("letter", "open:"),
    ("sms", "open:"),
    ("webhook", "open:"),
    ("export_mark", "open:"),
];
const REOPENS: &[(&str, &str)] = &[
    ("list", "offers:reopen&kind=final"),
    ("stage", "reopen=list"),
];
const REACHED: &[&str] = &["nobody", "someone", "right_person"];
const FINAL_FOR: &[&str] = &["number", "contact", "stage", "person"];
const BANDS: &[&str] = &[
    "",
    "callback_high",
    "callback_low",
    "not_reached_high",
    "system",
    "not_reached_low",
    "processed",
];
const SUBJECTS: &[&str] = &["", "number", "person", "domain"];
const EXTENTS: &[&str] = &["", "campaign", "advertiser", "everywhere"];

const fn field(path: &'static str, label: &'static str, shape: Shape) -> Field {
    let usual = "";
    let when = "";
    Field {
        path,
        label,
        shape,
        when,
        usual,
    }
}

impl Field {
    const fn when(self, when: &'static str) -> Self {
        Self { when, ..self }
    }

    const fn usually(self, usual: &'static str) -> Self {
        Self { usual, ..self }
    }
}

const MEANS: Section = Section {
    title: "code-section-means",
    fields: &[
        field("label.nl", "code-label-nl", Shape::Line),
        field("label.en", "code-label-en", Shape::Line),
        field("label.de", "code-label-de", Shape::Line),
        field("label.hu", "code-label-hu", Shape::Line),
        field("group", "code-group", Shape::Group),
        field("meaning", "code-meaning", Shape::Meaning),
        field("kind", "code-kind", Shape::OneOf(KINDS)),
        field("reached", "code-reached", Shape::OneOf(REACHED)),
        field("credit.client", "code-credit-client", Shape::OneOf(CREDITS)),
        field("credit.agent", "code-credit-agent", Shape::OneOf(CREDITS)),
        field("report_column", "code-report-column", Shape::OneOf(COLUMNS)),
    ],
    rare: &[
        field("also_means", "code-also-means", Shape::Words),
        field("cause", "code-cause", Shape::Line).when("causes:"),
        field("canonical", "code-canonical", Shape::Tick),
        field("counts.attempt", "code-counts-attempt", Shape::Tick),
        field("counts.unreached", "code-counts-unreached", Shape::Tick),
        field("counts.live", "code-counts-live", Shape::Tick),
        field("counts.abandoned", "code-counts-abandoned", Shape::Tick),
    ],
};

const SET: Section = Section {
    title: "code-section-set",
    fields: &[
        field("set_by", "code-set-by", Shape::Many(SETTERS)),
        field("pop_up", "code-pop-up", Shape::Tick)
            .when("offers:pop_up")
            .usually("1"),
        field("requires", "code-requires", Shape::Many(REQUIREMENTS)),
        field("reasons", "code-reasons", Shape::Reasons).when("requires=reason"),
        field("hotkey", "code-hotkey", Shape::Line).when("set_by=agent"),
        field("order", "code-order", Shape::Figure).when("set_by=agent"),
    ],
    rare: &[
        field("on", "code-on", Shape::Words),
        field("kind_on", "code-kind-on", Shape::Pairs).when("on"),
        field("sticky", "code-sticky", Shape::Tick),
    ],
};

const FOLLOWS: Section = Section {
    title: "code-section-follows",
    fields: &[
        field("contact_priority", "code-near", Shape::OneOf(NEAR)).when("scored:"),
        field("follow_up.expression", "code-due", Shape::Line).when("kind=unreached,callback"),
        field("follow_up.min", "code-due-min", Shape::Line).when("follow_up.expression"),
        field("follow_up.max", "code-due-max", Shape::Line).when("follow_up.expression"),
        field("final_for", "code-final-for", Shape::OneOf(FINAL_FOR))
            .when("kind=final")
            .usually("contact"),
        field("owner", "code-owner", Shape::OneOf(OWNERS))
            .when("offers:owner")
            .usually("none"),
        field("reopen", "code-reopen", Shape::Many(REOPENS)),
        field("choices", "code-choices", Shape::Many(CHOICES)),
        field("priority", "code-priority", Shape::Figure).when("bands:"),
        field("roster", "code-roster", Shape::OneOf(ROSTERS)).usually("keep"),
        field("roster_lines", "code-roster-lines", Shape::Line),
    ],
    rare: &[
        field("follow_up.initial", "code-due-initial", Shape::Line).when("follow_up.expression"),
        field("revive_on", "code-revive-on", Shape::Line).when("kind=final"),
        field("band", "code-band", Shape::OneOf(BANDS)).when("bands:"),
    ],
};

const LEAVES: Section = Section {
    title: "code-section-leaves",
    fields: &[
        field("actions", "code-actions", Shape::Many(ACTIONS)),
        field("suppress.subject", "code-suppress", Shape::OneOf(SUBJECTS)),
        field(
            "suppress.extent",
            "code-suppress-extent",
            Shape::OneOf(EXTENTS),
        )
        .when("suppress.subject"),
        field("suppress.until", "code-suppress-until", Shape::Line).when("suppress.subject"),
    ],
    rare: &[],
};

const LIMITS: Section = Section {
    title: "code-section-limits",
    fields: &[
        field("max_run", "code-max-run", Shape::Figure)
            .when("kind=unreached,callback")
            .usually("0"),
        field("talk_seconds.min", "code-talk-min", Shape::Figure),
        field("talk_seconds.max", "code-talk-max", Shape::Figure),
    ],
    rare: &[],
};

pub const SECTIONS: [&Section; 5] = [&MEANS, &SET, &FOLLOWS, &LEAVES, &LIMITS];

/// All of them: what reveals another comes before it.
pub fn all() -> impl Iterator<Item = Field> {
    let sections = SECTIONS.into_iter();
    let fields = sections.flat_map(|section| section.fields.iter().chain(section.rare));
    fields.copied()
}
