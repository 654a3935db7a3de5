//! Who can see and do what: the policy's own table, in words.

use domain::policy::{
    Action, Role, act,
    table::{Reach, Rule, When, rules},
};
use leptos::prelude::*;

use crate::{Page, PageError, components::role, request::Ctx};

/// The table. It is made from the rules that the portal decides by, so it cannot say anything else.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    Ok(Page::new("Who can see what", view))
}

fn view() -> impl IntoView {
    let roles = Role::ALL.map(|role| {
        let lines: Vec<_> = Action::ALL
            .iter()
            .flat_map(|action| rules(*action).iter().map(move |rule| (*action, *rule)))
            .filter(|(_, (who, ..))| *who == role)
            .map(|(action, rule)| view! { <li>{line(action, rule)}</li> })
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-m">{role::role(role)}</h2>
                {more(role)}
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            }
        })
    });
    view! {
        <h1 class="govuk-heading-l">"Who can see what"</h1>
        <p class="govuk-body">
            "This page is made from the rules that the service decides every request by. What is not listed is refused. Every change is kept in an audit record."
        </p>
        {roles.into_iter().collect::<Vec<_>>()}
    }
}

/// What a role may besides, since it is another role as well.
fn more(role: Role) -> Option<impl IntoView> {
    (role == Role::OperatorAdmin)
        .then(|| view! { <p class="govuk-body">"All that a venue operator may do, and:"</p> })
}

fn line(action: Action, (_, reach, when): Rule) -> String {
    let place = match reach {
        Reach::Anything => "",
        Reach::OwnOrganisation => ", for their own organisation",
        Reach::OwnRegion => ", in their own region",
        Reach::OwnCouncil => ", for their own council’s area",
        Reach::Everywhere => ", everywhere",
    };
    let state = match when {
        When::Always => "",
        When::AnswersOpen => ", while answers are open",
        When::CaseOpen => ", while it waits for an adviser’s answer",
        When::CaseOpenAndAuthorityConfirmed => {
            ", while it waits for an answer and once the operator’s authority to speak for the premises was confirmed"
        }
    };
    format!("{}{place}{state}", words(action))
}

fn words(action: Action) -> &'static str {
    match action {
        Action::SeePublicPage => "Read public pages",
        Action::CarryScopeCheck => "Go on from the scope check to registration",
        Action::SignIn => "Sign in",
        Action::SignInAgain => "Sign in again, and go on with what was typed",
        Action::SignUp => "Open an account as a venue operator",
        Action::ResetPassword => "Set a new password by a one-time link",
        Action::AcceptInvitation => "Take up an invitation to a role",
        Action::SignOut => "Sign out",
        Action::ManageOwnAccount => "See and change their own account",
        Action::RegisterOrganisation => "Register the organisation they act for",
        Action::ViewOrganisation => "See what is known of the organisation",
        Action::EditOrganisation => "Change what is known of the organisation",
        Action::ListMembers => "See who acts for the organisation",
        Action::InviteMember => "Invite a colleague",
        Action::TakeBackInvitation => "Take back an invitation to a colleague",
        Action::ChangeMemberRole => "Change a member’s role",
        Action::RemoveMember => "Remove a member",
        Action::JoinOrganisation => "Take up an invitation to act for an organisation",
        Action::ListPremises => "List premises",
        Action::RegisterPremises => "Register premises",
        Action::ScreenSites => "Screen many sites from a file, without keeping any",
        Action::ImportPremises => "Have a file of premises checked",
        Action::ConfirmImport => "Import the premises of a checked file",
        Action::EditEstate => "Change facts that many premises share",
        Action::ViewPremises => "See premises with all that was said about them",
        Action::EditPremises => "Change the facts about premises, and add drills, training and actions",
        Action::EditParty => "Change or remove somebody with a part in premises or an event",
        Action::EditLicence => "Change or remove a licence",
        Action::EditNotice => "See the record of a notice to the SIA, and take it back",
        Action::EditDrill => "Correct or remove a drill",
        Action::EditTraining => "Correct or remove a record of training",
        Action::EditPlanItem => "Change something in a plan, or take it out",
        Action::ListEvents => "List events",
        Action::RegisterEvent => "Register an event",
        Action::ViewEvent => "See an event with all that was said about it",
        Action::EditEvent => "Change the facts about an event, and add drills, training and actions",
        Action::AcceptCoordination => "Agree to link premises with those of another operator",
        Action::StartAssessment => "Open an assessment of premises",
        Action::StartEventAssessment => "Open an assessment of an event",
        Action::ViewAssessment => "Read an assessment, its guidance and its actions",
        Action::EditAnswers => "Answer questions",
        Action::Submit => "Sign the declaration and send the answers",
        Action::ViewSubmission => "Read what was sent and what was said to it",
        Action::WithdrawSubmission => "Take a submission back",
        Action::ListCompetentPersons => "List Competent Person records",
        Action::AddCompetentPerson => "Add a Competent Person record",
        Action::EditCompetentPerson => "Change a Competent Person record",
        Action::SeeQueue => "See the queue of submissions",
        Action::ViewCase => "Read a submission as an adviser",
        Action::ReviewCase => "Take a submission up for review and comment on answers",
        Action::ConfirmAuthority => {
            "Record how the operator’s authority to speak for the premises was confirmed"
        }
        Action::RevokeAuthority => "Take the confirmation of that authority back",
        Action::ReturnCase => "Return a submission with named questions",
        Action::RecordAdvice => "Record advice",
        Action::CheckCompetentPerson => {
            "Mark a Competent Person record as seen outside this service, or not seen"
        }
        Action::SeeAreaFigures => "See the released figures of an area",
        Action::ListPeople => "List people and invitations",
        Action::Invite => "Invite somebody to a role",
        Action::SuspendAccount => "Keep somebody from signing in, or let them in again",
        Action::TakeBackRoleInvitation => "Take back an invitation to a role",
        Action::GrantRole => "Give an account one more role",
        Action::MakeResetLink => "Make a one-time link for a new password",
        Action::ListContent => "List question sets, editions and sources",
        Action::MakeRelease => "Freeze a set of figures",
        Action::SeedDemo => "Fill an empty database with made-up premises, for the demonstration",
        Action::PickDemoPerson => "Sign in as a made-up person, in the demonstration only",
        Action::MakeBackup => "Write an encrypted copy of the database",
    }
}
