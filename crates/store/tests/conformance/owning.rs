//! Callbacks that are held for their owner.

use crate::centre::Centre;
use crate::support::with_both;
use engine::{AgentCommand, Report};
use jiff::SignedDuration;

#[test]
fn a_callback_goes_to_everybody_when_its_owner_is_out() {
    with_both(|database| {
        let centre = Centre::open(database, 2);
        let (ada, ben) = (centre.agents[0], centre.agents[1]);
        let id = centre.import_from(1, 1)[0];
        assert_eq!(centre.offer(ada), Some(id));
        centre.callback(
            id,
            "310",
            centre.clock.now() + SignedDuration::from_mins(20),
        );
        centre
            .store
            .agent_command(ada, AgentCommand::LogOut)
            .unwrap()
            .unwrap();
        assert!(
            centre.store.orphaned(10).unwrap().is_empty(),
            "it is not due yet"
        );
        centre.pass(20);
        assert_eq!(centre.offer(ben), None);
        assert_eq!(centre.store.orphaned(10).unwrap(), [(centre.list, id)]);
        centre.report(id, Report::Released { owner_out: true });
        assert!(centre.store.orphaned(10).unwrap().is_empty());
        assert_eq!(centre.offer(ben), Some(id));
        centre.is_sound();
    });
}
