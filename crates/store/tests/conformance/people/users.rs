//! Users and the agents some of them are.

use super::{House, author, user};
use crate::support::with_both;
use store::{NewUser, PeopleRefusal, Phone, PhoneProblem, Role, UserChange, UserId, UserState};

fn change(role: Role, state: UserState) -> UserChange {
    UserChange {
        name: "Ada".to_owned(),
        role,
        language: Some("hu".to_owned()),
        state,
    }
}

#[test]
fn a_user_is_found_by_login_however_it_is_written() {
    with_both(|database| {
        let house = House::open(database);
        assert!(house.store.has_no_users().unwrap());
        let id = house.add("Ada.L", Role::Supervisor);
        assert!(!house.store.has_no_users().unwrap());
        let found = house.store.user_by_login("ADA.l").unwrap().unwrap();
        assert_eq!((found.id, found.login.as_str()), (id, "ada.l"));
        assert_eq!(found.language.as_deref(), Some("nl"));
        assert!(found.has_password);
        assert_eq!(found.agent, None, "a supervisor is no agent");
        assert_eq!(house.store.user(id).unwrap(), Some(found));
        assert_eq!(house.store.user_by_login("ada").unwrap(), None);
        let again = house.store.add_user(user("aDA.l", Role::Agent), author());
        assert_eq!(again.unwrap(), Err(PeopleRefusal::LoginTaken));
        assert_eq!(house.log(Some(id)), ["user_added"]);
    });
}

#[test]
fn an_agent_comes_with_the_user_and_namesakes_are_told_apart() {
    with_both(|database| {
        let house = House::open(database);
        let named = |login: &str| NewUser {
            name: "Jan de Vries".to_owned(),
            ..user(login, Role::Agent)
        };
        for login in ["jan", "jan2"] {
            house
                .store
                .add_user(named(login), author())
                .unwrap()
                .unwrap();
        }
        let names: Vec<String> = house
            .store
            .agents()
            .unwrap()
            .into_iter()
            .map(|a| a.1)
            .collect();
        assert_eq!(names, ["Jan de Vries", "Jan de Vries (jan2)"]);
        let users = house.store.users().unwrap();
        let agents: Vec<_> = users.iter().map(|user| user.agent.unwrap()).collect();
        assert_ne!(agents[0], agents[1]);
    });
}

#[test]
fn an_agent_that_is_there_already_belongs_to_one_user() {
    with_both(|database| {
        let house = House::open(database);
        let agent = house.store.add_agent("Piet").unwrap();
        let with = |login: &str| NewUser {
            agent: Some(agent),
            ..user(login, Role::Agent)
        };
        let id = house
            .store
            .add_user(with("piet"), author())
            .unwrap()
            .unwrap();
        assert_eq!(house.store.user(id).unwrap().unwrap().agent, Some(agent));
        let second = house.store.add_user(with("piet2"), author()).unwrap();
        assert_eq!(second, Err(PeopleRefusal::AgentTaken));
        assert_eq!(house.store.agents().unwrap().len(), 1);
    });
}

#[test]
fn a_change_is_noted_renames_the_agent_and_ends_sessions() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        house.log_in(id, "s1").unwrap();
        let same = change(Role::Agent, UserState::Active);
        house.store.set_user(id, same, author()).unwrap().unwrap();
        assert!(house.store.session("s1").unwrap().is_some());
        assert_eq!(house.store.agents().unwrap()[0].1, "Ada");
        let more = change(Role::Supervisor, UserState::Active);
        house.store.set_user(id, more, author()).unwrap().unwrap();
        assert_eq!(house.store.session("s1").unwrap(), None);
        let log = house.store.people_log(Some(id), None, 10).unwrap();
        assert_eq!(log[0].detail, "role agent → supervisor");
        assert_eq!(log[1].detail, "name, language");
        let nobody = change(Role::Agent, UserState::Off);
        assert_eq!(
            house.store.set_user(UserId(99), nobody, author()).unwrap(),
            Err(PeopleRefusal::NoSuchUser)
        );
    });
}

#[test]
fn a_supervisor_who_becomes_an_agent_gets_one() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Supervisor);
        let less = change(Role::Agent, UserState::Active);
        house.store.set_user(id, less, author()).unwrap().unwrap();
        let agent = house.store.user(id).unwrap().unwrap().agent.unwrap();
        assert_eq!(house.store.agent(agent).unwrap().unwrap().name, "Ada");
    });
}

#[test]
fn somebody_is_always_left_to_administer() {
    with_both(|database| {
        let house = House::open(database);
        let (ada, ben) = (
            house.add("ada", Role::Administrator),
            house.add("ben", Role::Administrator),
        );
        let set = |id, role, state| {
            house
                .store
                .set_user(id, change(role, state), author())
                .unwrap()
        };
        assert_eq!(set(ben, Role::Administrator, UserState::Off), Ok(()));
        for (role, state) in [
            (Role::Supervisor, UserState::Active),
            (Role::Administrator, UserState::Locked),
            (Role::Administrator, UserState::Off),
        ] {
            assert_eq!(set(ada, role, state), Err(PeopleRefusal::LastAdministrator));
        }
        assert_eq!(set(ben, Role::Administrator, UserState::Active), Ok(()));
        assert_eq!(set(ada, Role::Supervisor, UserState::Active), Ok(()));
    });
}

#[test]
fn users_choose_language_and_theme_for_themselves() {
    with_both(|database| {
        let house = House::open(database);
        let id = house.add("ada", Role::Agent);
        let (language, theme) = (Some("de".to_owned()), Some("dark".to_owned()));
        house
            .store
            .set_preferences(id, language.clone(), theme.clone())
            .unwrap();
        let ada = house.store.user(id).unwrap().unwrap();
        assert_eq!((ada.language, ada.theme), (language, theme));
        let chosen = Some("stucc".to_owned());
        house.store.set_vocabulary(id, chosen.clone()).unwrap();
        let ada = house.store.user(id).unwrap().unwrap();
        assert_eq!((ada.vocabulary, ada.login.as_str()), (chosen, "ada"));
        let unknown = Some("fr".to_owned());
        house.store.set_preferences(id, unknown, None).unwrap_err();
    });
}

#[test]
fn each_agent_has_a_phone_of_her_own() {
    with_both(|database| {
        let house = House::open(database);
        let agent = |login| {
            let id = house.add(login, Role::Agent);
            house.store.user(id).unwrap().unwrap().agent.unwrap()
        };
        let (ada, ben) = (agent("ada"), agent("ben"));
        let desk: Phone = "1001".parse().unwrap();
        assert_eq!(house.store.phone(ada).unwrap(), None);
        assert_eq!(
            house.store.set_phone(ada, Some(desk.clone())).unwrap(),
            Ok(())
        );
        assert_eq!(
            house.store.set_phone(ada, Some(desk.clone())).unwrap(),
            Ok(())
        );
        let taken = house.store.set_phone(ben, Some(desk.clone())).unwrap();
        assert_eq!(taken, Err(PhoneProblem::Taken));
        assert_eq!(house.store.phone(ada).unwrap(), Some(desk.clone()));
        assert_eq!(house.store.phone(ben).unwrap(), None);
        assert_eq!(house.store.set_phone(ada, None).unwrap(), Ok(()));
        assert_eq!(
            house.store.set_phone(ben, Some(desk.clone())).unwrap(),
            Ok(())
        );
        assert_eq!(house.store.phone(ben).unwrap(), Some(desk));
    });
}
