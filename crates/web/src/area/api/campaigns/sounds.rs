//! What the far end of a campaign's calls hears where nobody speaks to it.

use super::super::entry::Entry;
use super::super::problem::Problem;
use super::super::question::Question;
use super::known;
use crate::app::App;
use axum::Json;
use axum::extract::{Path, State};
use engine::{Announcement, CallSounds, Sound};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Names of the exchange's sounds. What is absent, null or empty is played as usual: as the address of
/// the exchange says.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "apology": "ours/sorry-de", "menu": "ours/menu-de" }))]
pub struct CampaignSounds {
    /// Somebody answered and no agent is there.
    #[schema(
        max_length = 80,
        pattern = "^((\\.?[A-Za-z0-9_-])(\\.?[A-Za-z0-9_/-])*)?\\.?$"
    )]
    pub apology: Option<String>,
    /// Left on an answering machine.
    #[schema(
        max_length = 80,
        pattern = "^((\\.?[A-Za-z0-9_-])(\\.?[A-Za-z0-9_/-])*)?\\.?$"
    )]
    pub message: Option<String>,
    /// After a talk: which key ends all calls.
    #[schema(
        max_length = 80,
        pattern = "^((\\.?[A-Za-z0-9_-])(\\.?[A-Za-z0-9_/-])*)?\\.?$"
    )]
    pub menu: Option<String>,
    /// Before a talk is recorded, where the law wants it told.
    #[schema(
        max_length = 80,
        pattern = "^((\\.?[A-Za-z0-9_-])(\\.?[A-Za-z0-9_/-])*)?\\.?$"
    )]
    pub recording: Option<String>,
}

impl From<&CallSounds> for CampaignSounds {
    fn from(sounds: &CallSounds) -> Self {
        let name = |what| sounds.get(what).map(|sound| sound.name().to_owned());
        Self {
            apology: name(Announcement::Apology),
            message: name(Announcement::Message),
            menu: name(Announcement::Menu),
            recording: name(Announcement::Recording),
        }
    }
}

/// The sounds a campaign names; null: as usual.
#[utoipa::path(
    get, path = "/api/v1/campaigns/{campaign}/sounds", tag = "campaigns", security(("token" = ["read:campaigns"])),
    params(("campaign" = i64, Path, minimum = 1)),
    responses((status = 200, body = CampaignSounds), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn sounds(
    State(app): State<App>,
    Path(campaign): Path<String>,
    question: Question,
) -> Result<Json<CampaignSounds>, Problem> {
    question.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        Ok(Json((&store.campaign_sounds(campaign)?).into()))
    })
    .await
}

/// Names the sounds of a campaign, all of them, from the next call on.
#[utoipa::path(
    put, path = "/api/v1/campaigns/{campaign}/sounds", tag = "campaigns", security(("token" = ["write:campaigns"])),
    params(
        ("campaign" = i64, Path, minimum = 1),
        ("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 200),
    ),
    request_body = CampaignSounds,
    responses((status = 200, body = CampaignSounds), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn put_sounds(
    State(app): State<App>,
    Path(campaign): Path<String>,
    mut entry: Entry,
) -> Result<Json<CampaignSounds>, Problem> {
    let mut sounds = CallSounds::default();
    for what in Announcement::ALL {
        sounds.set(what, sound(&mut entry, what.word()));
    }
    entry.finish()?;
    app.ask(move |store| {
        let campaign = known(store, &campaign)?.id;
        store.set_campaign_sounds(campaign, &sounds)?;
        Ok(Json((&sounds).into()))
    })
    .await
}

fn sound(entry: &mut Entry, name: &str) -> Option<Sound> {
    let text = entry.text(name, Sound::LONGEST)?;
    if text.is_empty() {
        return None;
    }
    let sound = Sound::named(&text);
    sound.map_or_else(|no| entry.fault(name, "invalid", no.to_string()), Some)
}
