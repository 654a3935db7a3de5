//! Fills an empty database with assessments, through the functions that people's own go through.

use domain::{
    account::{EmailAddress, Password, PersonName},
    assessment::{Answers, Journey},
    content::AnswerKind,
    forms::{account::SignUp, premises::NameAndAddressForm},
    ids::AssessmentId,
    law::UseCode,
    organisation::OrganisationDetails,
    policy::{Act, Actor, Denied, Grant, Permit, act, decide},
    scope::{Exclusions, Known, PartOf, ScopeFacts, StatedUse, head_count::HeadCount},
};
use server::demo::answers;
use store::{PremisesChange, Store, Subject};
use uuid::Uuid;

use crate::Fault;

/// Everybody's password.
pub const PASSWORD: &str = "a quiet harbour at dusk";
/// A note as somebody might write it beside an answer.
pub const NOTE: &str = "Written down in the folder at reception and gone through with every new member of staff. \
    The duty manager checks it at the start of each shift; last looked at in spring, and due again in autumn.";
/// Assessments of one operator: few operators, since sign-ins from one address are counted.
const EACH: usize = 400;

/// Somebody with assessments of their own.
pub struct Operator {
    /// What they sign in with.
    pub email: String,
    /// What they answer.
    pub assessments: Vec<Answered>,
}

/// An assessment with every question answered.
pub struct Answered {
    /// Its id.
    pub id: AssessmentId,
    /// The questions about a procedure that show, each with what was answered.
    pub questions: Vec<(String, String)>,
}

/// Fills the database with so many assessments, every fourth of them of premises in the enhanced tier.
pub async fn fill(store: &Store, assessments: usize) -> Result<Vec<Operator>, Fault> {
    let mut operators = Vec::new();
    for number in 0..assessments.div_ceil(EACH) {
        let email = format!("operator-{number}@example.org");
        let actor = operator(store, &email).await?;
        let mut answered = Vec::new();
        for premises in 0..EACH.min(assessments - number * EACH) {
            answered.push(answer_all(store, &actor, premises).await?);
        }
        operators.push(Operator { email, assessments: answered });
        eprintln!("{} of {assessments} assessments", assessments.min(operators.len() * EACH));
    }
    Ok(operators)
}

/// Opens an account and registers an organisation.
async fn operator(store: &Store, email: &str) -> Result<Actor, Fault> {
    let address: EmailAddress = email.parse().map_err(|_| "email")?;
    let person = SignUp {
        name: PersonName::new("Robin Field").map_err(|_| "name")?,
        email: address.clone(),
        password: Password::new(PASSWORD).map_err(|_| "password")?,
    };
    store.sign_up(&permit(store, &Actor::Anonymous, ()).await?, &person).await?;
    let may = permit(store, &Actor::Anonymous, ()).await?;
    let account = store.sign_in(&may, &address, PASSWORD, "127.0.0.1").await?;
    let alone = Actor::Person { account, grants: vec![Grant::Operator(None)] };
    let details = OrganisationDetails::named("Harbour Halls");
    let may = permit(store, &alone, ()).await?;
    let organisation = store.register_organisation(&may, Uuid::new_v4(), &details).await?;
    Ok(Actor::Person { account, grants: vec![Grant::OperatorAdmin(organisation)] })
}

/// Registers premises and answers every question about them.
async fn answer_all(store: &Store, actor: &Actor, number: usize) -> Result<Answered, Fault> {
    let organisation = actor.organisation().ok_or("no organisation")?;
    let form = NameAndAddressForm {
        name: format!("Hall {number}"),
        line1: format!("{number} Harbour Street"),
        town: "Birmingham".into(),
        postcode: "B1 1BB".into(),
        ..NameAndAddressForm::default()
    };
    let place = form.check().map_err(|_| "place")?;
    let may = permit(store, actor, organisation).await?;
    let premises = store.register_premises(&may, Uuid::new_v4(), place).await?;
    let facts = ScopeFacts {
        building: Known::Yes,
        uses: vec![StatedUse { code: UseCode(3), for_public: Known::Yes }],
        mainly: Known::Yes,
        principal: Some(UseCode(3)),
        number: None,
        exclusions: Exclusions::Nothing,
        part_of: PartOf::Nothing,
    };
    let may = permit::<act::EditPremises>(store, actor, premises).await?;
    store.change_premises(&may, 1, PremisesChange::Facts(facts)).await?;
    let today = store.clock().today();
    let people = if number.is_multiple_of(4) { 1_200 } else { 350 };
    let count = HeadCount::new(people, "ticket-cap", "", today, today).map_err(|_| "number")?;
    store.change_premises(&may, 2, PremisesChange::Number(Some(count))).await?;
    let may = permit::<act::StartAssessment>(store, actor, premises).await?;
    let id = store.start_assessment(&may).await?;
    let may = permit::<act::EditAnswers>(store, actor, id).await?;
    let open = store.assessment(&may).await?;
    let audience = open.audience();
    let mut given = Answers::none();
    while let Some(question) = Journey::new(open.set, audience, &given).first_unanswered().cloned() {
        let mut answer = answers::to(&question, number, "Robin Field");
        answer.note = NOTE.into();
        store.save_answer(&may, &open, &question.id, 0, &answer).await?;
        given.insert(question.id, answer);
    }
    let journey = Journey::new(open.set, audience, &given);
    let asked = journey.steps().iter().filter(|step| step.question.answer == AnswerKind::Procedure);
    let questions =
        asked.filter_map(|step| Some((step.question.id.to_string(), step.answer?.value.code().to_owned())));
    Ok(Answered { id, questions: questions.collect() })
}

/// What the policy says, as it would to anybody.
async fn permit<A: Act>(store: &Store, actor: &Actor, target: A::Target) -> Result<Permit<A>, Fault>
where
    A::Target: Subject,
{
    let facts = target.facts(store).await?;
    decide(actor, target, &facts).map_err(|Denied| format!("{} was refused", A::ACTION.name()).into())
}
