//! Writes a page with every component to standard output, to look at in a browser:
//! `cargo run -p govuk --example gallery > gallery.html`, with `portal.css` beside it.

use govuk::prose::{Block, Inline, Prose};
use govuk::*;
use leptos::prelude::*;

fn chrome_top() -> impl IntoView {
    let items = vec![
        NavItem::new("Your premises", "#1").current(true),
        NavItem::new("Guidance", "#2"),
        NavItem::new("Account", "#3"),
    ];
    let sign_out = Content::view(view! {
        <form method="post" action="#sign-out">
            <button class="portal-link-button">"Sign out"</button>
        </form>
    });
    view! {
        <SkipLink href="#main-content">"Skip to main content"</SkipLink>
        <header>
            <div class="portal-demo" role="region" aria-label="Demonstration">
                <div class="govuk-width-container">
                    <p>"Demonstration: nothing you enter here is kept."</p>
                </div>
            </div>
            <GenericHeader>"Venue self-assessment"</GenericHeader>
            <ServiceNavigation service_name="Portal" service_url="/" items=items end=sign_out end_inline=true/>
        <PhaseBanner tag="Alpha">
            "This is a new service. "
            <a class="govuk-link" href="#feedback">
                "Give feedback"
            </a>
            "."
        </PhaseBanner>
        </header>
    }
}

fn text() -> impl IntoView {
    let line = vec![
        Inline::Text("See ".into()),
        Inline::Bold("the guidance".into()),
        Inline::Text(" or ".into()),
        Inline::Link { text: "the Act".into(), href: "https://www.legislation.gov.uk/".into() },
    ];
    let blocks = vec![
        Block::Heading("What to do".into()),
        Block::Paragraph(line.clone()),
        Block::Bullets(vec![line, vec![Inline::Text("A second item".into())]]),
    ];
    view! {
        <ErrorSummary errors=vec![
            ErrorItem::new("Enter a name", "#name"),
            ErrorItem::new("Choose a use", "#uses"),
        ]/>
        <NotificationBanner kind=BannerKind::Success text="Your answers are saved"/>
        <NotificationBanner title_id="banner-2" text="The portal closes on Friday at 6pm"/>
        <Panel title="Self-assessment submitted">
            "Your reference is"<br/><strong>"OH-2026-0041"</strong>
        </Panel>
        <section class="portal-emergency" aria-label="In an emergency">
            <p class="govuk-body">
                "In an emergency call " <a class="govuk-link portal-emergency__number" href="tel:999">"999"</a>
                ". To report something suspicious call the anti-terrorist hotline on "
                <a class="govuk-link portal-emergency__number" href="tel:0800789321">"0800 789 321"</a> "."
            </p>
        </section>
        <Prose blocks=blocks/>
        <InsetText>"You can change your answers until you submit."</InsetText>
        <WarningText>"Do not enter intelligence or classified text."</WarningText>
        <Details summary="What counts as an event">"Anything the public can come to."</Details>
        <p class="govuk-body">
            <span class="portal-tier portal-tier--standard">"Standard tier"</span>
            " "
            <span class="portal-tier portal-tier--enhanced">"Enhanced tier"</span>
            " "
            <span class="portal-tier portal-tier--out">"Not in scope"</span>
        </p>
        <p class="govuk-body">
            <span class="portal-legal portal-legal--duty">"Duty"</span>
            " "
            <span class="portal-legal portal-legal--guidance">"Statutory guidance"</span>
            " "
            <span class="portal-legal portal-legal--practice">"Good practice"</span>
        </p>
        <p class="govuk-body">
            {[TagColour::Blue, TagColour::Grey, TagColour::Green, TagColour::Teal, TagColour::Purple,
                TagColour::Magenta, TagColour::Red, TagColour::Orange, TagColour::Yellow]
                .map(|colour| view! { <Tag text=format!("{colour:?}") colour=colour/>" " })
                .collect_view()}
        </p>
    }
}

fn fields() -> impl IntoView {
    let uses = || {
        vec![
            Choice::new("sport", "Sports ground").hint("Inside or outside"),
            Choice::new("hall", "Community hall"),
            Choice::divider("or"),
            Choice::new("none", "None of these").exclusive(),
        ]
    };
    let yes_no = vec![
        Choice::new("yes", "Yes")
            .conditional(view! { <Input id="how-many" label="How many?" width=Width::Chars5/> }),
        Choice::new("no", "No"),
    ];
    let areas = vec![SelectItem::new("", "Choose one"), SelectItem::new("E09000012", "Hackney")];
    view! {
        <form novalidate>
            <Input id="name" label="Premises name" hint="As on the lease" error="Enter a name"/>
            <Input
                id="capacity"
                label="How many people?"
                inputmode="numeric"
                width=Width::Chars5
                value="250"
                suffix="people"
            />
            <PasswordInput id="password" label="Password"/>
            <TextArea id="notes" label="Notes" value="A line\nand </textarea><b>another</b>" rows=3/>
            <CharacterCount id="plan" label="Your plan" limit=Limit::Characters(2000)/>
            <Select id="area" label="Local authority" items=areas value="E09000012"/>
            <Radios id="school" legend=FieldTitle::new("Is it a school?").size(Size::M) items=yes_no value="yes"/>
            <Radios
                id="inline"
                legend="Is it open?"
                items=vec![Choice::new("yes", "Yes"), Choice::new("no", "No")]
                inline=true
                small=true
            />
            <Checkboxes
                id="uses"
                legend=FieldTitle::new("What happens here?").size(Size::M)
                items=uses()
                hint="Choose all that apply"
                error="Choose a use"
            />
            <DateInput id="drill" legend="When was the drill?" hint="For example, 27 3 2026"/>
            <div class="govuk-button-group">
                <Button>"Save and continue"</Button>
                <Button kind=ButtonKind::Secondary>"Save as draft"</Button>
                <Button kind=ButtonKind::Warning>"Delete"</Button>
                <ButtonLink href="#start" start=true>
                    "Start now"
                </ButtonLink>
            </div>
        </form>
    }
}

fn lists() -> impl IntoView {
    let change = |what: &str| RowAction::new("Change", "#change").hidden(what);
    let rows = || {
        vec![
            SummaryRow::new("Name", "Old Hall").action(change("name")),
            SummaryRow::new("Address", "1 Long Street, Averyverylongvillagename").action(change("address")),
            SummaryRow::new("Tier", "Standard"),
        ]
    };
    let tasks = vec![
        Task::new("Evacuation", "#t1", TaskStatus::completed()),
        Task::new("Lockdown", "#t2", TaskStatus::tag("In progress", TagColour::Teal))
            .hint("3 of 5 questions answered"),
        Task::new("Communication", "#t3", TaskStatus::tag("Not started", TagColour::Blue)),
        Task::closed("Check and submit", TaskStatus::cannot_start()),
    ];
    let table = vec![
        vec!["Old Hall".into(), "Standard".into(), Cell::number("250")],
        vec!["New Arena".into(), "Enhanced".into(), Cell::number("1,900")],
    ];
    view! {
        <SummaryList rows=rows()/>
        <SummaryList rows=rows() card=SummaryCard::new("Old Hall").action(RowAction::new("Remove", "#remove"))/>
        <TaskList tasks=tasks/>
        <div class="portal-scroll" tabindex="0" role="region" aria-label="Your premises">
            <Table
                caption="Your premises"
                caption_size=Size::M
                head=vec!["Name".into(), "Tier".into(), Cell::number("Capacity")]
                rows=table
                first_cell_is_header=true
            />
        </div>
        <Pagination
            previous=PageLink::new("#p1")
            next=PageLink::new("#p3")
            items=vec![PageItem::page(1, "#p1", false), PageItem::page(2, "#p2", true), PageItem::Ellipsis]
        />
        <Pagination next=PageLink::new("#p3").label("Lockdown") label="Next topic"/>
    }
}

fn main() {
    let body = Owner::new_root(None).with(|| {
        view! {
            {chrome_top()}
            <div class="govuk-width-container">
                <BackLink href="#back"/>
                <Breadcrumbs items=vec![Crumb::new("Home", "#"), Crumb::here("Old Hall")]/>
                <main class="govuk-main-wrapper" id="main-content">
                    <h1 class="govuk-heading-l">"All components"</h1>
                    <div class="govuk-grid-row">
                        <div class="govuk-grid-column-two-thirds">{text()} {fields()} {lists()}</div>
                    </div>
                </main>
            </div>
            <Footer links=vec![
                FooterLink::new("Accessibility statement", "#a"),
                FooterLink::new("Privacy notice", "#b"),
                FooterLink::new("Cookies", "#c"),
            ]>
                <p class="govuk-body-s">"This is not GOV.UK, the police or the SIA."</p>
            </Footer>
        }
        .to_html()
    });
    println!(
        "<!doctype html><html lang=\"en\" class=\"govuk-template\"><head><meta charset=\"utf-8\"><title>Components</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"portal.css\"></head><body class=\"govuk-template__body\">{body}</body></html>"
    );
}
