//! Time zones by name, looked up once each.

use engine::Zone;
use std::collections::HashMap;
use std::sync::Arc;

/// The zone most rows have is found without a search.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    known: HashMap<Arc<str>, Zone>,
    last: Option<(Arc<str>, Zone)>,
}

impl Zones {
    /// The zone of that name; UTC if the engine does not know what the check of the row did.
    pub fn of(&mut self, name: &Arc<str>) -> Zone {
        if let Some((last, zone)) = &self.last
            && Arc::ptr_eq(last, name)
        {
            return zone.clone();
        }
        let zone = self
            .known
            .entry(name.clone())
            .or_insert_with(|| Zone::new(name).unwrap_or(Zone::UTC));
        self.last = Some((name.clone(), zone.clone()));
        zone.clone()
    }
}
