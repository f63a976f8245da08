//! What the agent says to the contact in hand.

use super::act::Bench;
use super::seen::{InHand, Seen};
use crate::failure::Failure;
use crate::script::{Block, Values, blocks};

/// Nothing where nobody wrote a script, or the campaign is not known.
pub fn script(
    bench: &Bench<'_>,
    seen: &Seen,
    held: &InHand,
    number: &str,
) -> Result<Vec<Block>, Failure> {
    let Some(campaign) = held.hand.campaign else {
        return Ok(Vec::new());
    };
    let Some(script) = bench.store.script_for(campaign, held.list.id)? else {
        return Ok(Vec::new());
    };
    let name = bench.store.campaign(campaign)?.map(|there| there.name);
    let name = name.unwrap_or_default();
    let ours = [seen.me.name.as_str(), number, &name];
    let values = Values::new(&held.list, &held.values, ours);
    Ok(blocks(&script.text, &values))
}
