//! What a thief of the database file, its log and a backup finds of what is sealed: nothing.

mod answers;
mod event;
mod kept;

use std::path::Path;

use domain::{
    competent_person::{CompetentPersonDetails, Expiry, HowSeen, Mark},
    contact::Contact,
    estate::import::decode,
    forms::{account::Invite, organisation::InviteMember, premises::NameAndAddress},
    ids::{AccountId, CompetentPersonId, OrganisationId, PremisesId},
    licence::{Licence, LicenceKind, LicenceState},
    notice::{Notice, What},
    notification,
    organisation::{MemberRole, OrganisationDetails},
    party::{Part, Party},
    policy::{Act, Actor, Facts, Grant, Permit, act, decide, scope},
    premises::{
        Address, AddressLine, PremisesName,
        site::{Buildings, Everybody, Larger, Seats, Site},
    },
    review::{AuthorityCheck, HowConfirmed, Return},
    scope::{Known, head_count::HeadCount},
};
use store::{Clock, HeldFile, Import, KeyFile, Notifiable, PremisesChange, testing::TestDatabase};
use uuid::Uuid;

use crate::{
    accounts::{person, sign_in_permit, sign_up_permit},
    venue::{in_scope, permit},
};

/// What was typed into sealed fields, and what was read back from them.
#[derive(Default)]
struct Planted {
    canaries: Vec<String>,
    read: String,
}

impl Planted {
    /// Another text that is found nowhere else.
    fn canary(&mut self, field: &str) -> String {
        let text = format!("Canary{}{field}", Uuid::new_v4().simple());
        self.canaries.push(text.clone());
        text
    }

    /// Text that came back through the store.
    fn came_back(&mut self, text: impl std::fmt::Display) {
        self.read.push_str(&format!("{text}\n"));
    }
}

/// Puts a canary into every sealed field, and reads them back.
async fn plant(t: &store::Store, planted: &mut Planted) -> String {
    // People.
    let mut ann = person("Ann");
    ann.name = domain::account::PersonName::new(&planted.canary("name")).unwrap();
    ann.email = format!("{}@example.org", planted.canary("email").to_lowercase()).parse().unwrap();
    planted.canaries.push(ann.password.reveal().to_owned());
    planted.canaries.push(ann.email.as_str().to_owned());
    planted.came_back(ann.password.reveal());
    t.sign_up(&sign_up_permit(), &ann).await.unwrap();
    let account = t.sign_in(&sign_in_permit(), &ann.email, ann.password.reveal(), "127.0.0.1").await.unwrap();
    let alone = Actor::Person { account, grants: vec![Grant::Operator(None)] };
    let own = t.own_account(&decide(&alone, (), &Facts::default()).unwrap()).await.unwrap();
    planted.came_back(own.name.as_str());
    planted.came_back(own.email.as_str());
    let invite = Invite {
        email: format!("{}@example.org", planted.canary("invited").to_lowercase()).parse().unwrap(),
        grant: Grant::Administrator,
    };
    planted.canaries.push(invite.email.as_str().to_owned());
    let may: Permit<act::Invite> = decide(&Actor::System, (), &Facts::default()).unwrap();
    let secret = t.invite(&may, Uuid::new_v4(), &invite).await.unwrap();
    planted.canaries.push(secret.to_string());
    planted.came_back(secret);
    let admin = Actor::Person { account, grants: vec![Grant::Administrator] };
    let people = t.people(&scope(&admin).unwrap(), 0, 50).await.unwrap();
    planted.came_back(people.invitations[0].email.as_str());

    // Organisation and premises.
    let details = OrganisationDetails {
        number: Some(planted.canary("number")),
        corporate_name: Some(planted.canary("corporate")),
        trading_names: vec![planted.canary("trading")],
        contact: Contact {
            phone: None,
            email: Some(format!("{}@example.org", planted.canary("office").to_lowercase()).parse().unwrap()),
            address: Some(Address {
                line1: AddressLine::new(&planted.canary("officeline")).unwrap(),
                line2: None,
                town: AddressLine::new(&planted.canary("officetown")).unwrap(),
                postcode: "B16 8DX".parse().unwrap(),
            }),
        },
        websites: vec![planted.canary("website")],
        social_media: vec![planted.canary("social")],
        ..OrganisationDetails::named(planted.canary("organisation"))
    };
    let may = permit(t, &alone, ()).await.unwrap();
    let organisation = t.register_organisation(&may, Uuid::new_v4(), &details).await.unwrap();
    let operator = Actor::Person { account, grants: vec![Grant::Operator(Some(organisation))] };
    let may = permit::<act::ListPremises>(t, &operator, organisation).await.unwrap();
    let back = t.organisation(&may).await.unwrap();
    planted.came_back(serde_json::to_string(&back).unwrap());
    plant_colleague(t, planted, account, organisation).await;
    let mut line = |field: &str| AddressLine::new(&planted.canary(field)).unwrap();
    let address = Address {
        line1: line("line1"),
        line2: Some(line("line2")),
        town: line("town"),
        postcode: "B16 8DX".parse().unwrap(),
    };
    planted.canaries.push("B16 8DX".into());
    planted.canaries.push("918273645546".into());
    let place = NameAndAddress {
        name: PremisesName::new(&planted.canary("premises")).unwrap(),
        address,
        uprn: Some("918273645546".parse().unwrap()),
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
        version: None,
    };
    let may = permit::<act::RegisterPremises>(t, &operator, organisation).await.unwrap();
    let premises = t.register_premises(&may, Uuid::new_v4(), place).await.unwrap();
    let may = permit::<act::EditPremises>(t, &operator, premises).await.unwrap();
    t.change_premises(&may, 1, PremisesChange::Facts(in_scope())).await.unwrap();
    let today = t.clock().today();
    let counted = HeadCount::new(300, "other", &planted.canary("counted"), today, today).unwrap();
    t.change_premises(&may, 2, PremisesChange::Number(Some(counted))).await.unwrap();
    let back = t.premises(&permit(t, &operator, premises).await.unwrap()).await.unwrap();
    planted.came_back(back.name.as_str());
    planted.came_back(back.address.lines().join(" "));
    planted.came_back(back.uprn.unwrap());
    planted.came_back(back.head_count.unwrap().note());

    // A file of premises that waits.
    let text = format!("name,town\n{},{}\n", planted.canary("filename"), planted.canary("filetown"));
    let held = HeldFile::new(decode(text.as_bytes()).unwrap(), today);
    let may = permit::<act::ImportPremises>(t, &operator, organisation).await.unwrap();
    let waits = t.hold_import(&may, Uuid::new_v4(), &held).await.unwrap();
    let may = permit::<act::ConfirmImport>(t, &operator, waits).await.unwrap();
    let (Import::Checked(back), _) = t.import(&may).await.unwrap() else { panic!("is done") };
    planted.came_back(back.text);
    plant_lists(t, planted, &operator, premises).await;
    event::plant(t, planted, &operator, organisation).await;

    let sent = answers::plant(t, planted, &operator, premises).await;
    kept::plant(t, planted, &operator, premises).await;
    let record = plant_person(t, planted, &operator, premises).await;
    plant_advice(t, planted, &operator, &sent, record).await;
    sent.reference.to_string()
}

/// Somebody who was invited to the organisation.
async fn plant_colleague(
    t: &store::Store,
    planted: &mut Planted,
    account: AccountId,
    organisation: OrganisationId,
) {
    let admin = Actor::Person { account, grants: vec![Grant::OperatorAdmin(organisation)] };
    let invite = InviteMember {
        email: format!("{}@example.org", planted.canary("colleague").to_lowercase()).parse().unwrap(),
        role: MemberRole::Member,
    };
    planted.canaries.push(invite.email.as_str().to_owned());
    let may = permit::<act::InviteMember>(t, &admin, organisation).await.unwrap();
    let secret = t.invite_member(&may, Uuid::new_v4(), &invite).await.unwrap();
    planted.canaries.push(secret.to_string());
    planted.came_back(secret);
    let may = permit::<act::ListMembers>(t, &admin, organisation).await.unwrap();
    planted.came_back(t.members(&may).await.unwrap().invitations[0].email.as_str());
}

/// What is said of the place and of those with a part in it.
async fn plant_lists(t: &store::Store, planted: &mut Planted, operator: &Actor, premises: PremisesId) {
    let may = permit::<act::EditPremises>(t, operator, premises).await.unwrap();
    let site = Site {
        buildings: Some(Buildings::Group(vec![planted.canary("building"), planted.canary("annexe")])),
        larger: Some(Larger {
            name: PremisesName::new(&planted.canary("larger")).unwrap(),
            address: None,
            qualify: Known::Yes,
        }),
        adjoining_seats: Some(Seats::Some(planted.canary("seats"))),
        everybody: Some(Everybody::Other { number: 900, how: planted.canary("everybody") }),
        online: Some(vec![planted.canary("online")]),
    };
    t.change_premises(&may, 3, PremisesChange::Site(site)).await.unwrap();
    plant_entries(t, planted, &may).await;
    plant_notice(t, planted, operator, premises).await;
    let may = permit::<act::ViewPremises>(t, operator, premises).await.unwrap();
    reads_entries(t, planted, &may).await;
    planted.came_back(serde_json::to_string(&t.premises(&may).await.unwrap().site).unwrap());
    planted.came_back(serde_json::to_string(&t.decisions_on(&may).await.unwrap()[0].record).unwrap());
}

/// A party and a licence of premises or of an event.
async fn plant_entries<A>(t: &store::Store, planted: &mut Planted, may: &Permit<A>)
where
    A: Act<Target: Notifiable<Change = A>>,
{
    let party = Party {
        part: Part::Notifier {
            position: planted.canary("position"),
            relationship: planted.canary("relationship"),
            authority: planted.canary("authorised"),
        },
        name: planted.canary("party"),
        number: Some("Canary99".into()),
        contact: Contact {
            phone: Some("0121 496 0001".parse().unwrap()),
            email: Some(format!("{}@example.org", planted.canary("reached").to_lowercase()).parse().unwrap()),
            address: None,
        },
    };
    planted.canaries.push("0121 496 0001".into());
    t.add_record(may, Uuid::new_v4(), &party).await.unwrap();
    let licence = Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::AppliedFor,
        description: planted.canary("licence"),
        authority: planted.canary("licensing"),
    };
    t.add_record(may, Uuid::new_v4(), &licence).await.unwrap();
}

/// What is on the lists of premises or of an event.
async fn reads_entries<A>(t: &store::Store, planted: &mut Planted, may: &Permit<A>)
where
    A: Act<Target: Notifiable<See = A>>,
{
    let parties = t.records::<Party, _>(may).await.unwrap();
    planted.came_back(serde_json::to_string(&parties[0].details).unwrap());
    let licences = t.records::<Licence, _>(may).await.unwrap();
    planted.came_back(serde_json::to_string(&licences[0].details).unwrap());
}

/// A notice to the regulator, taken back; and what was said before it was changed.
async fn plant_notice(t: &store::Store, planted: &mut Planted, operator: &Actor, premises: PremisesId) {
    let may = permit::<act::EditPremises>(t, operator, premises).await.unwrap();
    let fact = notification::Value::Text(planted.canary("notified"));
    let notice = Notice {
        what: What::Became,
        given_on: t.clock().today(),
        reference: Some(planted.canary("siareference")),
        facts: vec![notification::Entry {
            field: notification::Field::Names,
            standing: notification::Standing::Given,
            values: vec![fact],
        }],
        otherwise: Vec::new(),
    };
    let id = t.record_notice(&may, Uuid::new_v4(), &notice).await.unwrap();
    let edit = permit::<act::EditNotice>(t, operator, id).await.unwrap();
    t.take_back_notice(&edit, &planted.canary("takenback")).await.unwrap();
    let (_, kept) = t.notice(&edit).await.unwrap();
    planted.came_back(serde_json::to_string(&kept.notice).unwrap());
    planted.came_back(kept.taken_back.unwrap().why);

    // Somebody with a part is changed and removed: both versions are kept from now on.
    let mut party = Party {
        part: Part::Responsible,
        name: planted.canary("formerly"),
        number: None,
        contact: Contact::default(),
    };
    let party_id = t.add_record(&may, Uuid::new_v4(), &party).await.unwrap();
    let edit = permit::<act::EditParty>(t, operator, party_id).await.unwrap();
    party.name = planted.canary("lately");
    t.change_record(&edit, 1, &party).await.unwrap();
    t.remove_record::<Party>(&edit, 2).await.unwrap();
    let may = permit::<act::ViewPremises>(t, operator, premises).await.unwrap();
    let past = t.premises_past(&may, kept.recorded_at).await.unwrap();
    for (_, before) in past.parties.iter().flat_map(|party| &party.earlier) {
        planted.came_back(&before.name);
    }
}

/// Somebody's qualification.
async fn plant_person(
    t: &store::Store,
    planted: &mut Planted,
    operator: &Actor,
    premises: PremisesId,
) -> CompetentPersonId {
    let details = CompetentPersonDetails {
        name: domain::account::PersonName::new(&planted.canary("competent")).unwrap(),
        role: planted.canary("competentrole"),
        qualification: "other".into(),
        described: Some(planted.canary("described")),
        awarding_body: planted.canary("body"),
        number: Some(planted.canary("certificate")),
        awarded_on: t.clock().today(),
        expiry: Expiry::NoneStated,
    };
    let may = permit::<act::AddCompetentPerson>(t, operator, premises).await.unwrap();
    let id = t.add_competent_person(&may, Uuid::new_v4(), &details).await.unwrap();
    let may = permit::<act::EditCompetentPerson>(t, operator, id).await.unwrap();
    planted.came_back(serde_json::to_string(&t.competent_person(&may).await.unwrap().details).unwrap());
    id
}

/// Everything that an adviser writes.
async fn plant_advice(
    t: &store::Store,
    planted: &mut Planted,
    operator: &Actor,
    sent: &store::Submission,
    record: CompetentPersonId,
) {
    let grants = vec![Grant::Ctsa("west-midlands".parse().unwrap())];
    let adviser = Actor::Person { account: sent.submitted_by, grants };
    let today = t.clock().today();
    let mark = Mark::Seen { how: HowSeen::Original, on: today, note: planted.canary("mark") };
    let may = permit::<act::CheckCompetentPerson>(t, &adviser, record).await.unwrap();
    t.check_competent_person(&may, Uuid::new_v4(), &mark).await.unwrap();
    let may = permit::<act::ReviewCase>(t, &adviser, sent.case).await.unwrap();
    t.start_review(&may).await.unwrap();
    let question = sent.snapshot.answers[0].question.clone();
    t.comment(&may, Uuid::new_v4(), &question, &planted.canary("comment")).await.unwrap();
    let how = HowConfirmed::Switchboard;
    let check = AuthorityCheck { how, on: today, note: planted.canary("authority") };
    let may = permit::<act::ConfirmAuthority>(t, &adviser, sent.case).await.unwrap();
    t.confirm_authority(&may, &check).await.unwrap();
    let may = permit::<act::ReturnCase>(t, &adviser, sent.case).await.unwrap();
    let seen = t.case_in_hand(&may).await.unwrap().version;
    let said =
        Return { questions: vec![(question, planted.canary("why"))], message: planted.canary("message") };
    t.return_case(&may, seen, &said).await.unwrap();
    let file = t.case(&permit(t, &adviser, sent.case).await.unwrap()).await.unwrap();
    planted.came_back(file.authority.unwrap().check.note);
    planted.came_back(serde_json::to_string(&file.people[0].mark.as_ref().unwrap().mark).unwrap());
    let may = permit::<act::ViewSubmission>(t, operator, sent.id).await.unwrap();
    let back = t.adviser_said(&may).await.unwrap().unwrap();
    planted.came_back(serde_json::to_string(&back.answer.unwrap().answer).unwrap());
    planted.came_back(&back.comments[0].text);
    planted.came_back(&back.reopened[0].1);

    // Another round, for the advice.
    let may = permit::<act::Submit>(t, operator, sent.assessment).await.unwrap();
    let declaration = sent.snapshot.declaration.clone();
    let again = t.submit(&may, Uuid::new_v4(), &declaration).await.unwrap();
    let may = permit::<act::ViewSubmission>(t, operator, again).await.unwrap();
    let case = t.submission(&may).await.unwrap().case;
    t.start_review(&permit(t, &adviser, case).await.unwrap()).await.unwrap();
    let advise = permit::<act::RecordAdvice>(t, &adviser, case).await.unwrap();
    let seen = t.case_in_hand(&advise).await.unwrap().version;
    t.record_advice(&advise, seen, &planted.canary("advice")).await.unwrap();
    let may = permit::<act::ViewSubmission>(t, operator, again).await.unwrap();
    let back = t.adviser_said(&may).await.unwrap().unwrap();
    planted.came_back(serde_json::to_string(&back.answer.unwrap().answer).unwrap());
}

/// Which of these texts are in a file.
fn found<'a>(path: &Path, texts: &'a [String]) -> Vec<&'a str> {
    let bytes = std::fs::read(path).unwrap();
    let holds = |text: &&String| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    texts.iter().filter(holds).map(String::as_str).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_of_database_log_and_backup_finds_no_canary() {
    let database = TestDatabase::sqlite().unwrap();
    let folder = database.folder.path();
    let keys = KeyFile::read(&folder.join("portal.key")).unwrap();
    let store = database.open(Clock::system()).await.unwrap();
    let mut planted = Planted::default();
    let reference = plant(&store, &mut planted).await;
    let lost: Vec<_> = planted.canaries.iter().filter(|canary| !planted.read.contains(*canary)).collect();
    // The e-mail addresses came back in lower case.
    let lost: Vec<_> =
        lost.into_iter().filter(|canary| !planted.read.contains(&canary.to_lowercase())).collect();
    assert!(lost.is_empty(), "planted and never read back: {lost:?}");
    assert!(planted.canaries.len() >= 30, "{} canaries", planted.canaries.len());

    let may = decide(&Actor::System, (), &Facts::default()).unwrap();
    let backup = folder.join("portal.backup");
    store.backup(&may, &keys, &backup).await.unwrap();
    let stolen = ["portal.db", "portal.db-wal", "portal.backup"].map(|name| folder.join(name));
    for file in &stolen {
        assert!(std::fs::metadata(file).unwrap().len() > 0, "{}", file.display());
        assert_eq!(found(file, &planted.canaries), [""; 0], "{}", file.display());
    }
    // The search finds what is not sealed.
    let clear = [reference];
    assert!(stolen.iter().any(|file| !found(file, &clear).is_empty()));
    println!("thief: 0 of {} canaries in {} files", planted.canaries.len(), stolen.len());
}
