// An operator registers events, is told whether they qualify and why, sees what own premises mean for them, and
// gathers what the SIA will ask about an event.
import { shots } from "../pages/shots.js";
import { expect, test, type Visit } from "../pages/visit.js";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { day, fillDates, fillEntry, fillHost, fillNumber, fillPublicity } from "../pages/event.js";
import { registerHall } from "../pages/premises.js";
import type { Page } from "@playwright/test";

async function start(page: Page, visit: Visit): Promise<void> {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
}

/** Fills in what is missing of the pack, from its rows, and takes the pack away. */
async function gatherNotification(page: Page, visit: Visit): Promise<void> {
  const row = (text: string) => page.locator(".govuk-summary-list__row", { hasText: text });
  await expect(page.getByText("Notice is given on the SIA’s own portal, not here.")).toBeVisible();
  await expect(row("Date and time of first admission")).toContainText("3 July 2027, 18:00");
  await expect(row("The last time")).toContainText("Missing");
  await shots(page, "event-notification-begun");
  const pack = page.url();

  await visit.click(row("Websites and social media accounts").getByRole("link"));
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Say whether the event is advertised");
  await page.getByLabel("Yes").check();
  await page.getByLabel("Websites and accounts", { exact: true }).fill("https://meadow.example");
  await shots(page, "event-online");
  await visit.press("Save and continue");
  await expect(row("Websites and social media accounts")).toContainText("https://meadow.example");

  await visit.click(row("Each responsible person").getByRole("link"));
  await page.getByLabel("A responsible person").check();
  await page.getByRole("group", { name: "Is anybody else responsible" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("group", { name: "responsible for other premises" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("group", { name: "Is there a licence" }).getByLabel("Yes").check();
  await shots(page, "event-control");
  await visit.press("Save and continue");
  await expect(row("Others with any control")).toContainText("None");

  await visit.click(row("The senior individual").getByRole("link"));
  await visit.click(page.getByRole("button", { name: "Add a person or organisation" }));
  await page.getByLabel("Senior individual").check();
  await page.getByLabel("Name of the person or organisation").fill("Ann Lee");
  await visit.press("Save");
  await expect(page.getByRole("alert")).toContainText("Enter their position");
  await page.getByLabel("Their position or role").fill("Operations director");
  await day(page, "When were they designated?", ["1", "3", "2026"]);
  await page.getByLabel("They understand the duties").check();
  await page.getByLabel("Telephone").fill("0121 496 0000");
  await shots(page, "event-party");
  await visit.press("Save");
  await expect(page.getByText("Senior individual: Operations director")).toBeVisible();

  await visit.goto(pack);
  await visit.click(row("Licences, certificates and notices").getByRole("link"));
  await visit.click(page.getByRole("button", { name: "Add a licence" }));
  await page.getByLabel("Alcohol").check();
  await page.getByLabel("Notice given").check();
  await page.getByLabel("What it is, or its number").fill("Temporary event notice 7");
  await page.getByLabel("Who issued it, or will").fill("Birmingham City Council");
  await visit.press("Save");
  await expect(page.getByText("Temporary event notice 7, notice given")).toBeVisible();
  await visit.follow("What the SIA will ask");
  await expect(row("The senior individual")).toContainText("Ann Lee; Operations director");
  await expect(row("Licences, certificates and notices")).toContainText("Temporary event notice 7");
  await shots(page, "event-notification");

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const json = await page.request.get(`${pack}.json`, { headers: { cookie } });
  expect(json.headers()["content-disposition"]).toContain("notification.json");
  const fields = ((await json.json()) as { fields: { field: string; state: string }[] }).fields;
  expect(fields.find(({ field }) => field === "senior-individual")?.state).toBe("given");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Take it with you")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await visit.follow("Back");
}

/** Plans with a day, since the law fixes none. */
async function planDeadlines(page: Page, visit: Visit): Promise<void> {
  await visit.follow("Deadlines, and what changed since you notified");
  await expect(page.getByText("Not yet set.")).toBeVisible();
  await shots(page, "event-deadlines");
  await day(page, "Plan with a day", ["6", "4", "2027"]);
  await visit.press("Show a preview");
  await expect(page.getByText("It is not the law.")).toBeVisible();
  await expect(page.getByRole("row", { name: "Its date is first made public" })).toContainText("19 April 2027");
  await shots(page, "event-deadlines-planned");
}

test("an operator registers a festival on a field and is told that it qualifies", async ({ page, visit }) => {
  await start(page, visit);
  await visit.follow("Your events");
  await expect(page.getByText("You have not registered any events yet")).toBeVisible();
  await shots(page, "events-empty");
  await visit.click(page.getByRole("button", { name: "Register an event" }));

  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Enter the name of the event");
  await expect(page.getByRole("alert")).toContainText("Say whether the event is at your premises");
  await page.getByLabel("Name of the event").fill("Meadow Sounds");
  await page.getByLabel("Short description").fill("</textarea><script>alert(1)</script> music on a field");
  await page.getByLabel("At another place").check();
  await page.getByLabel("Address line 1").fill("Long Meadow");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await page.getByLabel("Part of the site").fill("The lower field");
  await visit.check();
  await shots(page, "event-about");
  await visit.press("Continue");

  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Enter the day that the event starts");
  await shots(page, "event-dates-wrong");
  await fillDates(page);
  await page.getByRole("group", { name: "Was the event held before?" }).getByLabel("Yes").check();
  await page.getByLabel("Where was it?").fill("The old field");
  await visit.check();
  await shots(page, "event-dates");
  await visit.press("Save and continue");

  await fillPublicity(page);
  await visit.check();
  await shots(page, "event-publicity");
  await visit.press("Save and continue");

  await fillHost(page);
  await shots(page, "event-host");
  await visit.press("Save and continue");

  await fillEntry(page, "Only part of it");
  await shots(page, "event-entry");
  await visit.press("Save and continue");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parts of the site");
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Name at least one part of the site");
  const part = (number: string) => page.getByRole("group", { name: `Part ${number}` });
  await part("1").getByLabel("What is it called?").fill("Arena");
  await part("1").getByLabel("checked?").selectOption("Yes");
  await part("1").getByLabel("Greatest number").fill("many");
  await part("2").getByLabel("What is it called?").fill("Fair");
  await part("2").getByLabel("checked?").selectOption("No");
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Enter the number of part 1 as a whole number");
  await part("1").getByLabel("Greatest number").fill("1,200");
  await shots(page, "event-parts");
  await visit.press("Save and continue");

  await fillNumber(page, "1500");
  await shots(page, "event-number");
  await visit.press("Save and continue");
  await page.locator("#larger").check();
  await page.getByLabel("What is the larger event called?").fill("Summer of Sound");
  await page.getByRole("group", { name: "Was the SIA notified" }).getByLabel("I am not sure").check();
  await visit.check();
  await shots(page, "event-larger");
  await visit.press("Save and continue");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This seems to be a qualifying event");
  await expect(page.getByRole("heading", { name: "Arena: qualifying event" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Fair: not a qualifying event" })).toBeVisible();
  await expect(page.getByText("Events have no tier at 200 people")).toBeVisible();
  await shots(page, "event-scope-parts");
  await visit.follow("See or change what you said");
  await expect(page.getByText("Not yet set")).toBeVisible();
  await expect(page.getByText("14 days that begin with 1 February 2027")).toBeVisible();
  await shots(page, "event-show");
  await visit.follow("Change what is covered");
  await page.getByLabel("All of the site").check();
  await visit.press("Save and continue");
  await expect(page.getByRole("row", { name: "1,500 people expected" })).toContainText("section 3(1)(d)");
  await shots(page, "event-scope");
  await visit.follow("What the SIA will ask, and what is missing");
  await gatherNotification(page, visit);
  await planDeadlines(page, visit);
  await visit.follow("Your events");
  await expect(page.getByRole("row", { name: "Meadow Sounds" })).toContainText("Qualifying event");
  await shots(page, "events");
  await visit.press("Sign out");
});

test("own premises tell what they are, and a recurring large event casts doubt on their number", async ({ page, visit }) => {
  await start(page, visit);
  await registerHall(page, visit, "Old Hall");
  await visit.follow("See or change what you said");
  await visit.follow("Register an event");
  await page.getByLabel("Name of the event").fill("Winter gala");
  await page.getByLabel("Short description").fill("A dance");
  await page.getByLabel("At premises that you registered").check();
  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Choose one of your premises");
  await page.getByLabel("Which premises?").selectOption("Old Hall");
  await visit.press("Continue");
  await fillDates(page);
  await visit.press("Save and continue");
  await fillPublicity(page);
  await visit.press("Save and continue");
  await expect(page.getByText("so it is not asked again")).toBeVisible();
  await expect(page.getByText("Halls and conference centres")).toBeVisible();
  await shots(page, "event-host-own");
  await visit.press("Save and continue");
  await fillEntry(page, "All of the site");
  await visit.press("Save and continue");
  await fillNumber(page, "850");
  await visit.press("Save and continue");
  await page.locator("#larger-2").check();
  await visit.press("Save and continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This seems to be a qualifying event");
  await expect(page.getByText("likely to be in the enhanced tier")).toBeVisible();
  await expect(page.getByText("Your number, 850, is close to 800")).toBeVisible();
  await shots(page, "event-scope-warned");
  await visit.follow("Look at the number of people of the premises again");
  await page.getByLabel("Greatest number of people at the same time").fill("850");
  await visit.press("Save and continue");
  await visit.follow("See or change what you said");
  await expect(page.getByRole("row", { name: "Winter gala" })).toContainText("Not a qualifying event");
  await shots(page, "premises-events");
  await visit.follow("Winter gala");
  await expect(page.getByText("there is nothing to notify")).toBeVisible();
  await shots(page, "event-not");
  await visit.press("Sign out");
});
