use store::{Clock, testing::TestDatabase};

use super::*;

fn args(role: &str, place: &str) -> RoleArgs {
    RoleArgs {
        email: "Cas@example.org".into(),
        role: role.into(),
        place: place.into(),
        accept_password_only: true,
        demo: false,
    }
}

async fn says(store: &Store, command: UserCommand) -> Result<String, String> {
    run(store, UserArgs { url: "https://portal.example/".into(), command }).await
}

#[tokio::test]
async fn a_privileged_role_needs_a_word_about_passwords() {
    let database = TestDatabase::sqlite().unwrap();
    let store = database.open(Clock::system()).await.unwrap();
    for (role, place) in [("ctsa", "west-midlands"), ("council", "E08000025"), ("administrator", "")] {
        let silent = || RoleArgs { accept_password_only: false, ..args(role, place) };
        let refused = says(&store, UserCommand::Add(silent())).await.unwrap_err();
        assert!(refused.contains("--accept-password-only"), "{refused}");
        assert!(says(&store, UserCommand::Grant(silent())).await.is_err());
        let link = says(&store, UserCommand::Add(args(role, place))).await.unwrap();
        assert!(link.contains("\nhttps://portal.example/invitations/"), "{link}");
        says(&store, UserCommand::Add(RoleArgs { demo: true, ..silent() })).await.unwrap();
    }
}

#[tokio::test]
async fn what_cannot_be_done_is_a_sentence() {
    let database = TestDatabase::sqlite().unwrap();
    let store = database.open(Clock::system()).await.unwrap();
    for (role, place, word) in
        [("boss", "", "administrator"), ("ctsa", "", "region"), ("council", "Leeds", "council")]
    {
        let refused = says(&store, UserCommand::Add(args(role, place))).await.unwrap_err();
        assert!(refused.contains(word), "{refused}");
    }
    let reset = |email: &str| says(&store, UserCommand::Reset { email: email.into() });
    assert_eq!(reset("cas").await.unwrap_err(), "That is not an email address.");
    assert_eq!(reset("cas@example.org").await.unwrap_err(), "There is no account with that address.");
}
