//! Between a page and its `Saver`: events in, requests and waits out.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::{
    leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle},
    prelude::{document, window},
    task::spawn_local,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, BeforeUnloadEvent, Element, Event, EventTarget, FormData, Headers, HtmlElement,
    HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, PageTransitionEvent, RequestInit, Response,
    SubmitEvent, UrlSearchParams,
    js_sys::{Date, Reflect},
};

use super::{
    AUTOSAVE, Autosaved,
    saver::{Happens, Next, Saver},
};

/// How long a request may take, in milliseconds: the server gives up before.
const TIMEOUT: u32 = 40_000;
/// The largest body that may outlive its page, in bytes: browsers allow 64 kB.
const LARGEST_KEPT_ALIVE: usize = 60_000;

/// A form that is watched.
struct Watched {
    form: HtmlFormElement,
    seen: HtmlInputElement,
    saver: RefCell<Saver>,
    wait: RefCell<Option<TimeoutHandle>>,
    /// Whether the browser has a network, as far as it has said.
    online: Cell<bool>,
    /// The button that was pressed.
    button: RefCell<Option<HtmlElement>>,
    tell: Box<dyn Fn(&Saver)>,
}

/// Watches the form around this element. `stored`: what stands in it is what is stored. `tell` hears
/// whenever something may have changed.
pub fn watch(inside: &Element, stored: bool, tell: impl Fn(&Saver) + 'static) {
    let Some((form, seen)) = form_around(inside) else { return };
    let typed_before = typed_before(&form);
    let version = seen.value().parse().unwrap_or_default();
    let known = (stored && !typed_before).then(|| fields(&form));
    let watched = Rc::new(Watched {
        form,
        seen,
        saver: RefCell::new(Saver::new(version, known)),
        wait: RefCell::default(),
        online: Cell::new(true),
        button: RefCell::default(),
        tell: Box::new(tell),
    });
    watched.listen();
    (watched.tell)(&watched.saver.borrow());
    if typed_before {
        watched.happens(Happens::Typed(now()));
    }
}

/// The form around an element, and its field for the version.
fn form_around(inside: &Element) -> Option<(HtmlFormElement, HtmlInputElement)> {
    let form: HtmlFormElement = inside.closest("form").ok()??.dyn_into().ok()?;
    let seen = form.elements().named_item("seen")?.dyn_into().ok()?;
    Some((form, seen))
}

impl Watched {
    fn listen(self: &Rc<Self>) {
        let (form, window, document) = (self.form.clone(), window(), document());
        for name in ["input", "change"] {
            self.hears(&form, name, |it, _| it.happens(Happens::Typed(now())));
        }
        self.hears(&form, "submit", |it, event| {
            let submitter = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
            it.button.replace(submitter);
            let next = it.decide(Happens::Leaves);
            if next != Next::Leave {
                event.prevent_default();
                it.act(next);
            }
        });
        self.hears(&document, "visibilitychange", |it, _| {
            if leptos::prelude::document().hidden() {
                it.happens(Happens::Due);
            }
        });
        self.hears(&window, "pagehide", |it, _| it.happens(Happens::Due));
        self.hears(&window, "offline", |it, _| it.online.set(false));
        self.hears(&window, "online", |it, _| {
            it.online.set(true);
            it.happens(Happens::Due);
        });
        self.hears(&window, "beforeunload", |it, event| {
            if it.saver.borrow().unsaved(&fields(&it.form)) {
                event.prevent_default();
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("unsaved");
                }
            }
        });
        // A page out of the browser's memory knows neither what was saved since nor by whom.
        self.hears(&window, "pageshow", |it, event| {
            let kept = event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted);
            if kept && !it.saver.borrow().unsaved(&fields(&it.form)) {
                let _reloaded = leptos::prelude::window().location().reload();
            }
        });
    }

    fn hears(self: &Rc<Self>, target: &EventTarget, name: &str, then: impl Fn(&Rc<Self>, &Event) + 'static) {
        let it = Rc::clone(self);
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&it, &event));
        // Adding a listener of one's own fails nowhere. It lives as long as the page.
        let _added = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        heard.forget();
    }

    fn decide(&self, happens: Happens) -> Next {
        let mut saver = self.saver.borrow_mut();
        let next = saver.on(happens, &fields(&self.form));
        self.seen.set_value(&saver.version.to_string());
        (self.tell)(&saver);
        next
    }

    fn happens(self: &Rc<Self>, happens: Happens) {
        let next = self.decide(happens);
        self.act(next);
    }

    fn act(self: &Rc<Self>, next: Next) {
        match next {
            Next::Rest => {}
            Next::Wait(milliseconds) => self.wait(milliseconds),
            Next::Send(fields) => self.send(fields),
            Next::Leave => {
                let button = self.button.borrow().clone();
                let _sent = match button {
                    Some(button) => self.form.request_submit_with_submitter(Some(&button)),
                    None => self.form.request_submit(),
                };
            }
        }
    }

    fn wait(self: &Rc<Self>, milliseconds: u32) {
        let it = Rc::clone(self);
        let over = move || it.happens(Happens::Due);
        let wait = set_timeout_with_handle(over, Duration::from_millis(milliseconds.into())).ok();
        if let Some(before) = self.wait.replace(wait) {
            before.clear();
        }
    }

    fn send(self: &Rc<Self>, fields: String) {
        let it = Rc::clone(self);
        let body = format!("{fields}&seen={}", self.saver.borrow().version);
        let request = request(&body).map(|init| window().fetch_with_str_and_init(&self.form.action(), &init));
        spawn_local(async move {
            let heard = match request {
                Ok(answer) => heard(JsFuture::from(answer).await).await,
                Err(_) => None,
            };
            it.happens(heard.unwrap_or(Happens::Lost { online: it.online.get() }));
        });
    }
}

fn request(body: &str) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/x-www-form-urlencoded")?;
    headers.set(AUTOSAVE, "yes")?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body.into());
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT)));
    // web-sys has no setter for it.
    Reflect::set(&init, &"keepalive".into(), &(body.len() < LARGEST_KEPT_ALIVE).into())?;
    Ok(init)
}

/// What an answer to a request means; `None` when there is none, or the server failed.
async fn heard(answer: Result<JsValue, JsValue>) -> Option<Happens> {
    let answer: Response = answer.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    match Autosaved::read(&text) {
        Some(told) => Some(Happens::Answered(told)),
        None => (400..500).contains(&answer.status()).then_some(Happens::Refused),
    }
}

/// The fields as they would be sent, without the version.
fn fields(form: &HtmlFormElement) -> String {
    let fields = FormData::new_with_form(form).ok();
    let fields = fields.and_then(|fields| UrlSearchParams::new_with_str_sequence_sequence(&fields).ok());
    let Some(fields) = fields else { return String::new() };
    fields.delete("seen");
    fields.to_string().into()
}

/// Whether something was typed before the page's scripts ran.
fn typed_before(form: &HtmlFormElement) -> bool {
    let elements = form.elements();
    (0..elements.length()).filter_map(|place| elements.item(place)).any(|field| {
        if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
            return field.value() != field.default_value() || field.checked() != field.default_checked();
        }
        field
            .dyn_ref::<HtmlTextAreaElement>()
            .is_some_and(|field| field.default_value().is_ok_and(|first| field.value() != first))
    })
}

fn now() -> u64 {
    // Milliseconds since 1970: a whole number, and positive.
    Date::now() as u64
}
