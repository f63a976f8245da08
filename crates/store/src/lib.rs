//! Remembers what was decided, one transaction per event, on SQLite or PostgreSQL.
//!
//! [`record`](Store::record) is the one door through which contacts change. Everything else
//! here reads, or fills the small tables of the house. The only place with SQL.

pub mod address;
mod advertiser;
mod apart;
mod attempts;
mod audit;
pub mod bench;
mod breaks;
mod bulk;
mod callbacks;
mod campaign;
mod catalogues;
mod ceiling;
mod clock;
pub mod conn;
mod destination;
pub mod dialect;
mod doctor;
mod ending;
mod erase;
pub mod error;
mod explain;
mod export;
mod figures;
mod floor;
mod giver;
mod grid;
mod ground;
mod hand;
mod hint;
mod house;
mod house_secret;
mod import;
mod inbound;
mod keeper;
mod kept;
mod lifting;
mod locked;
mod member;
mod menu;
mod message;
pub mod migrate;
mod moving;
mod offer;
mod overview;
mod page;
mod past;
mod people;
mod person;
mod phase;
mod phone;
mod presence;
mod preview;
mod progressive;
mod pulse;
mod queue;
mod record;
mod recording;
mod register;
mod replay;
mod retention;
mod rules;
mod saved_report;
mod script;
mod search;
mod setting;
pub mod sql;
mod statistics;
mod store;
mod suppression;
mod switchboard;
mod talk;
mod traffic;
mod upload;
mod work_list;
mod writer;

pub use address::Address;
pub use advertiser::{Advertiser, AdvertiserId};
pub use attempts::{AttemptPlace, AttemptSearch};
pub use audit::{
    AuditActor, AuditChain, AuditEntry, AuditFault, AuditHead, AuditLine, AuditSearch, AuditWord,
};
pub use breaks::BreakType;
pub use bulk::{
    Bulk, BulkChange, BulkPreview, BulkState, FieldHolds, Holding, Matching, Move, Sampled,
    Selection,
};
pub use callbacks::{Callback, CallbacksOf};
pub use campaign::{CampaignFigures, CampaignRefusal, LinkStock, NewQuota, Quota, QuotaOf};
pub use catalogues::{CatalogueVersion, Draft, FIRST_OWN_VERSION, Unmoved, Unpublished};
pub use ceiling::Room;
pub use clock::{Clock, ScaledClock, SetClock};
pub use destination::{Destination, DestinationRefusal, MOST_DESTINATIONS};
pub use doctor::{Difference, Examination};
pub use erase::{Erasing, Erasure, KeptEvidence};
pub use error::{Result, StoreError};
pub use explain::{Block, Explanation, HistoryLine, Obstacle, Reason};
pub use export::ContactRow;
pub use figures::{AgentFigures, CodeCount, ListReport, Stock};
pub use floor::{
    Alert, Closed, Floor, FloorAgent, FloorCampaign, FloorEvent, FloorList, ListCompliance,
    ListStock, Pace, SLICES, Shut, Thresholds, Why,
};
pub use grid::{Cell, CellChange, TemplateCell, Templates};
pub use hand::{Added, AddedContact, Candidate, Consent, Imported, Owned};
pub use hint::Hint;
pub use house::{
    AgentRow, Campaign, CampaignState, Field, List, ListLink, NewList, USUAL_PRIORITY,
};
pub use import::{
    Batch, ChangedContact, Import, ImportCounts, ImportProblem, KnownContact, Mode, NewContact,
};
pub use inbound::{CameIn, InboundCall, InboundCounts, InboundState};
pub use keeper::Waiting;
pub use lifting::Lifted;
pub use locked::{LockedNumber, Prefix};
pub use member::Weighed;
pub use menu::{Menu, MenuCounts};
pub use message::{LONGEST_MESSAGE, Message};
pub use offer::Offered;
pub use overview::{Extent, ListOverview};
pub use page::Beside;
pub use past::Correction;
pub use people::{
    ApiToken, Author, Begun, Credentials, FirstUser, Link, LinkRefusal, LogLine, LoginRefusal,
    NewSession, NewToken, NewUser, PeopleEvent, PeopleRefusal, Purpose, Role, Session, User,
    UserChange, UserId, UserState, lock_after,
};
pub use person::{Mark, Subject, is_mailable};
pub use phase::{PhaseLine, SessionDay};
pub use phone::{Phone, PhoneProblem};
pub use preview::Preview;
pub use pulse::Pulse;
pub use queue::{Queue, QueueKind, QueueProblem, Sounds};
pub use record::{Answer, Entry, RecordError, Recorded};
pub use recording::{
    Gone, NewRecording, PauseSpan, Recording, RecordingConsent, RecordingNews, RecordingOf,
    RecordingRefusal, RecordingSearch, RecordingState, SealedSound, WhyGone,
};
pub use register::{
    NewRegister, Register, RegisterChange, RegisterRefusal, RegisterTaken, Registered,
};
pub use replay::{Example, Replay, why};
pub use retention::{ListDays, Retention};
pub use rules::NewRules;
pub use saved_report::SavedReport;
pub use script::Script;
pub use search::{Hit, Search};
pub use setting::LONGEST_HOUSE_NAME;
pub use statistics::{Dimension, Part, Question, Statistics, Tally, Tried};
pub use store::{Durability, Store};
pub use suppression::Suppression;
pub use switchboard::{
    LineOrder, LineOrders, NoLines, RecordAct, RingIn, Switchboard, switchboard,
};
pub use talk::Talks;
pub use traffic::{Board, Exchange, Seized, Traffic};
pub use upload::{Described, NewUpload, Upload, UploadNews, UploadPurpose, UploadState};
pub use work_list::WorkLine;
