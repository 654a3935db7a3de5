//! Every route, beside the action that it takes. Nothing is reachable that is not here.

mod alike;

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get, post},
};
use domain::{
    drill::Drill,
    forms::{
        event::{DatesForm, EntryForm, LargerForm, PartsForm, PublicityForm},
        online::OnlineForm,
        premises::NumbersForm,
    },
    licence::Licence,
    party::Party,
    plan::PlanItem,
    policy::Action,
    training::Training,
};

use crate::{PageError, Portal, guard::guard, pages, paths};

/// One route of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// What it does.
    pub action: Action,
}

/// Routes, and the table of what they do.
#[derive(Default)]
pub struct Routes {
    router: Router<Portal>,
    table: Vec<Route>,
}

impl Routes {
    /// A page that is only read.
    fn read<H, T>(self, path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, Portal>,
        T: 'static,
    {
        self.add(path, action, &[Method::GET], get(handler))
    }

    /// A page with a form that posts to the page's own address.
    fn form<G, S, P, T>(self, path: &'static str, action: Action, show: G, submit: P) -> Self
    where
        G: Handler<S, Portal>,
        P: Handler<T, Portal>,
        S: 'static,
        T: 'static,
    {
        self.add(path, action, &[Method::GET, Method::POST], get(show).post(submit))
    }

    /// A page with a form that carries a file: its body may be larger than any other, up to so many bytes.
    fn upload<G, S, P, T>(self, path: &'static str, action: Action, show: G, submit: P, most: usize) -> Self
    where
        G: Handler<S, Portal>,
        P: Handler<T, Portal>,
        S: 'static,
        T: 'static,
    {
        let handlers = get(show).post(submit).layer(DefaultBodyLimit::max(most));
        self.add(path, action, &[Method::GET, Method::POST], handlers)
    }

    /// A button without a page of its own.
    fn button<H, T>(self, path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, Portal>,
        T: 'static,
    {
        self.add(path, action, &[Method::POST], post(handler))
    }

    #[allow(clippy::disallowed_methods, reason = "the one place that adds routes")]
    fn add(
        mut self,
        path: &'static str,
        action: Action,
        methods: &[Method],
        handlers: MethodRouter<Portal>,
    ) -> Self {
        let guarded = handlers.route_layer(from_fn_with_state(action, guard));
        self.router = self.router.route(path, guarded);
        self.table.extend(methods.iter().map(|method| Route { method: method.clone(), path, action }));
        self
    }

    /// The table: every route with its action.
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// The router over a portal.
    pub fn into_router(self, portal: Portal) -> Router {
        self.router
            // The guard answers in the handlers' place, who have the portal as their state.
            .layer(Extension(portal.clone()))
            .fallback(async || PageError::NotFound)
            .method_not_allowed_fallback(async || PageError::MethodNotAllowed)
            .with_state(portal)
    }
}

/// The portal's routes; in demo mode with the role picker.
pub fn routes(demo: bool) -> Routes {
    use Action as A;
    use pages::{
        about,
        account::{again, invitation, own, pick, reset, sign_in, sign_out, sign_up},
        admin, assessment, competent_person, coordination, estate, event, kept, notice, organisation,
        premises, review, screening, submission,
    };

    let routes = alike::of_events(alike::of_premises(Routes::default()))
        .read("/", A::SeePublicPage, pages::home::get)
        .read("/accessibility", A::SeePublicPage, about::accessibility::get)
        .read("/cookies", A::SeePublicPage, about::cookies::get)
        .read("/privacy", A::SeePublicPage, about::privacy::get)
        .read("/feedback", A::SeePublicPage, about::feedback::get)
        .read(paths::SCOPE_CHECK, A::SeePublicPage, pages::scope_check::get)
        .button(paths::SCOPE_CHECK_REGISTER, A::CarryScopeCheck, pages::scope_check::carry::register)
        .button(paths::SCOPE_CHECK_FORGET, A::CarryScopeCheck, pages::scope_check::carry::forget)
        .form("/sign-up", A::SignUp, sign_up::get, sign_up::post)
        .form("/sign-in", A::SignIn, sign_in::get, sign_in::post)
        .form(paths::SIGN_IN_AGAIN, A::SignInAgain, again::get, again::post)
        .button(paths::SIGN_OUT, A::SignOut, sign_out::post)
        .form(
            "/organisation/register",
            A::RegisterOrganisation,
            organisation::register::get,
            organisation::register::post,
        )
        .read(paths::ORGANISATION, A::ViewOrganisation, organisation::show::get)
        .form(
            paths::ORGANISATION_DETAILS,
            A::EditOrganisation,
            organisation::details::get,
            organisation::details::post,
        )
        .read(paths::MEMBERS, A::ListMembers, organisation::members::get)
        .form(paths::MEMBERS_INVITE, A::InviteMember, organisation::invite::get, organisation::invite::post)
        .button(
            "/organisation/invitations/{id}/take-back",
            A::TakeBackInvitation,
            organisation::take_back::post,
        )
        .form(
            "/organisation/members/{id}/role",
            A::ChangeMemberRole,
            organisation::role::get,
            organisation::role::post,
        )
        .form(
            "/organisation/members/{id}/remove",
            A::RemoveMember,
            organisation::remove::get,
            organisation::remove::post,
        )
        .form("/join/{token}", A::JoinOrganisation, organisation::join::get, organisation::join::post)
        .read("/premises", A::ListPremises, premises::list::get)
        .form(
            "/premises/register",
            A::RegisterPremises,
            premises::name_and_address::register,
            premises::name_and_address::register_post,
        )
        .upload(
            paths::IMPORT,
            A::ImportPremises,
            estate::import::get,
            estate::import::post,
            estate::import::LARGEST_UPLOAD,
        )
        .upload(paths::SCREENING, A::ScreenSites, screening::get, screening::post, screening::LARGEST_UPLOAD)
        .read(paths::IMPORT_TEMPLATE, A::ImportPremises, estate::import::template_csv)
        .form("/premises/import/{id}", A::ConfirmImport, estate::check::get, estate::check::post)
        .form(paths::SHARED, A::EditEstate, estate::shared::get, estate::shared::post)
        .read("/premises/{id}", A::ViewPremises, premises::show::get)
        .form(
            "/premises/{id}/address",
            A::EditPremises,
            premises::name_and_address::get,
            premises::name_and_address::post,
        )
        .form("/premises/{id}/use", A::EditPremises, premises::uses::get, premises::uses::post)
        .form(
            "/premises/{id}/exclusions",
            A::EditPremises,
            premises::exclusions::get,
            premises::exclusions::post,
        )
        .form("/premises/{id}/number", A::EditPremises, premises::number::get, premises::number::post)
        .form(
            "/premises/{id}/number/work-out",
            A::EditPremises,
            premises::work_out::get,
            premises::work_out::post,
        )
        .read("/premises/{id}/tier", A::ViewPremises, premises::tier::get)
        .read("/premises/{id}/decisions", A::ViewPremises, premises::decisions::get)
        .form("/premises/{id}/site", A::EditPremises, premises::site::get, premises::site::post)
        .form("/parties/{id}", A::EditParty, kept::get::<Party>, kept::post::<Party>)
        .button("/parties/{id}/remove", A::EditParty, kept::remove::<Party>)
        .form("/licences/{id}", A::EditLicence, kept::get::<Licence>, kept::post::<Licence>)
        .button("/licences/{id}/remove", A::EditLicence, kept::remove::<Licence>)
        .form(
            "/premises/{id}/coordination",
            A::EditPremises,
            coordination::show::get,
            coordination::show::post,
        )
        .form(
            "/premises/{id}/coordination/{link}/end",
            A::EditPremises,
            coordination::end::get,
            coordination::end::post,
        )
        .form(
            "/coordination/{token}",
            A::AcceptCoordination,
            coordination::agree::get,
            coordination::agree::post,
        )
        .form("/notices/{id}", A::EditNotice, notice::show::get, notice::show::post)
        .form("/drills/{id}", A::EditDrill, kept::get::<Drill>, kept::post::<Drill>)
        .button("/drills/{id}/remove", A::EditDrill, kept::remove::<Drill>)
        .form("/drills/{id}/lessons", A::EditDrill, pages::plan::lessons::get, pages::plan::lessons::post)
        .form("/plan/{id}", A::EditPlanItem, kept::get::<PlanItem>, kept::post::<PlanItem>)
        .button("/plan/{id}/remove", A::EditPlanItem, kept::remove::<PlanItem>)
        .read(paths::CALENDAR, A::ListPremises, pages::calendar::estate::get)
        .read(paths::CALENDAR_FILE, A::ListPremises, pages::calendar::estate::file)
        .form("/training/{id}", A::EditTraining, kept::get::<Training>, kept::post::<Training>)
        .button("/training/{id}/remove", A::EditTraining, kept::remove::<Training>)
        .read(paths::EVENTS, A::ListEvents, event::list::get)
        .form(paths::REGISTER_EVENT, A::RegisterEvent, event::about::register, event::about::register_post)
        .read("/events/{id}", A::ViewEvent, event::show::get)
        .form("/events/{id}/about", A::EditEvent, event::about::get, event::about::post)
        .form(
            "/events/{id}/dates",
            A::EditEvent,
            event::form::get::<DatesForm>,
            event::form::post::<DatesForm>,
        )
        .form(
            "/events/{id}/publicity",
            A::EditEvent,
            event::form::get::<PublicityForm>,
            event::form::post::<PublicityForm>,
        )
        .form("/events/{id}/host", A::EditEvent, event::host::get, event::host::post)
        .form(
            "/events/{id}/entry",
            A::EditEvent,
            event::form::get::<EntryForm>,
            event::form::post::<EntryForm>,
        )
        .form(
            "/events/{id}/parts",
            A::EditEvent,
            event::form::get::<PartsForm>,
            event::form::post::<PartsForm>,
        )
        .form(
            "/events/{id}/number",
            A::EditEvent,
            event::form::get::<NumbersForm>,
            event::form::post::<NumbersForm>,
        )
        .form(
            "/events/{id}/larger",
            A::EditEvent,
            event::form::get::<LargerForm>,
            event::form::post::<LargerForm>,
        )
        .read("/events/{id}/scope", A::ViewEvent, event::scope::get)
        .form(
            "/events/{id}/online",
            A::EditEvent,
            event::form::get::<OnlineForm>,
            event::form::post::<OnlineForm>,
        )
        .read("/competent-persons", A::ListCompetentPersons, competent_person::list::get)
        .form(
            "/premises/{id}/competent-persons/new",
            A::AddCompetentPerson,
            competent_person::record::new,
            competent_person::record::new_post,
        )
        .form(
            "/competent-persons/{id}",
            A::EditCompetentPerson,
            competent_person::record::get,
            competent_person::record::post,
        )
        .form(
            "/competent-persons/{id}/check",
            A::CheckCompetentPerson,
            review::check_person::get,
            review::check_person::post,
        )
        .read("/queue", A::SeeQueue, review::queue::get)
        .read("/cases/{id}", A::ViewCase, review::case::get)
        .button("/cases/{id}/review", A::ReviewCase, review::case::review)
        .form("/cases/{id}/comments/{question}", A::ReviewCase, review::comment::get, review::comment::post)
        .form("/cases/{id}/authority", A::ConfirmAuthority, review::authority::get, review::authority::post)
        .form("/cases/{id}/authority/revoke", A::RevokeAuthority, review::revoke::get, review::revoke::post)
        .form("/cases/{id}/return", A::ReturnCase, review::return_case::get, review::return_case::post)
        .form("/cases/{id}/advice", A::RecordAdvice, review::advise::get, review::advise::post)
        .form("/invitations/{token}", A::AcceptInvitation, invitation::get, invitation::post)
        .form("/reset/{token}", A::ResetPassword, reset::get, reset::post)
        .form("/account", A::ManageOwnAccount, own::get, own::post)
        .button(paths::SIGN_OUT_EVERYWHERE, A::ManageOwnAccount, own::sign_out_everywhere)
        .read("/admin/people", A::ListPeople, admin::people::get)
        .form("/admin/people/invite", A::Invite, admin::invite::get, admin::invite::post)
        .form("/admin/people/{id}/suspend", A::SuspendAccount, admin::suspend::get, admin::suspend::post)
        .form(
            "/admin/invitations/{id}/take-back",
            A::TakeBackRoleInvitation,
            admin::take_back::get,
            admin::take_back::post,
        )
        .read("/admin/content", A::ListContent, admin::content::get)
        .read(paths::AREA, A::SeeAreaFigures, pages::area::figures::own)
        .read("/area/{council}", A::SeeAreaFigures, pages::area::figures::get)
        .read("/who-sees-what", A::SeePublicPage, admin::who_sees_what::get)
        .read("/assessments/{id}", A::ViewAssessment, assessment::tasks::get)
        .read("/assessments/{id}/questions/{question}", A::ViewAssessment, assessment::question::get)
        .button("/assessments/{id}/questions/{question}", A::EditAnswers, assessment::question::post)
        .form(
            "/assessments/{id}/changes",
            A::EditAnswers,
            assessment::changes::get,
            assessment::changes::post,
        )
        .read("/assessments/{id}/check", A::ViewAssessment, assessment::check::get)
        .read("/assessments/{id}/readiness", A::ViewAssessment, assessment::readiness::get)
        .form("/assessments/{id}/declare", A::Submit, assessment::declare::get, assessment::declare::post)
        .read("/submissions/{id}", A::ViewSubmission, submission::show::get)
        .form(
            "/submissions/{id}/withdraw",
            A::WithdrawSubmission,
            submission::withdraw::get,
            submission::withdraw::post,
        );
    if demo { routes.button("/demo/sign-in", A::PickDemoPerson, pick::post) } else { routes }
}
