//! Every route, beside the action that it takes. Nothing is reachable that is not here.

use axum::{
    Router,
    handler::Handler,
    http::Method,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get, post},
};
use domain::policy::Action;

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
        account::{invitation, own, pick, reset, sign_in, sign_out, sign_up},
        admin, assessment, competent_person, premises, review, submission,
    };

    let routes = Routes::default()
        .read("/", A::SeePublicPage, pages::home::get)
        .read("/accessibility", A::SeePublicPage, about::accessibility::get)
        .read("/cookies", A::SeePublicPage, about::cookies::get)
        .read("/privacy", A::SeePublicPage, about::privacy::get)
        .read("/feedback", A::SeePublicPage, about::feedback::get)
        .form("/sign-up", A::SignUp, sign_up::get, sign_up::post)
        .form("/sign-in", A::SignIn, sign_in::get, sign_in::post)
        .button(paths::SIGN_OUT, A::SignOut, sign_out::post)
        .form(
            "/organisation/register",
            A::RegisterOrganisation,
            pages::organisation::get,
            pages::organisation::post,
        )
        .read("/premises", A::ListPremises, premises::list::get)
        .form(
            "/premises/register",
            A::RegisterPremises,
            premises::name_and_address::register,
            premises::name_and_address::register_post,
        )
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
        .read("/premises/{id}/tier", A::ViewPremises, premises::tier::get)
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
        .form("/cases/{id}/return", A::ReturnCase, review::return_case::get, review::return_case::post)
        .form("/cases/{id}/advice", A::RecordAdvice, review::advise::get, review::advise::post)
        .form("/invitations/{token}", A::AcceptInvitation, invitation::get, invitation::post)
        .form("/reset/{token}", A::ResetPassword, reset::get, reset::post)
        .form("/account", A::ManageOwnAccount, own::get, own::post)
        .button(paths::SIGN_OUT_EVERYWHERE, A::ManageOwnAccount, own::sign_out_everywhere)
        .read("/admin/people", A::ListPeople, admin::people::get)
        .form("/admin/people/invite", A::Invite, admin::invite::get, admin::invite::post)
        .read("/admin/content", A::ListContent, admin::content::get)
        .read(paths::AREA, A::SeeAreaFigures, pages::area::figures::own)
        .read("/area/{council}", A::SeeAreaFigures, pages::area::figures::get)
        .read("/who-sees-what", A::SeePublicPage, admin::who_sees_what::get)
        .button("/premises/{id}/assessment", A::StartAssessment, assessment::start::post)
        .read("/assessments/{id}", A::ViewAssessment, assessment::tasks::get)
        .read("/assessments/{id}/questions/{question}", A::ViewAssessment, assessment::question::get)
        .button("/assessments/{id}/questions/{question}", A::EditAnswers, assessment::question::post)
        .read("/assessments/{id}/check", A::ViewAssessment, assessment::check::get)
        .read("/assessments/{id}/actions", A::ViewAssessment, assessment::actions::get)
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
