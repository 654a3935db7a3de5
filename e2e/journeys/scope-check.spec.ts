// Anybody checks whether the Act applies, without an account, and carries the answers into registration.
import type { Page } from "@playwright/test";
import { newPerson, registerOrganisation, signIn } from "../pages/people.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";
import type { Visit } from "../pages/visit.js";

/** Chooses answers on the page that is open and goes on. */
async function answer(page: Page, visit: Visit, ...choices: string[]): Promise<void> {
  for (const choice of choices) {
    await page.getByLabel(choice, { exact: true }).check();
  }
  await visit.press("Continue");
}

/** Opens the check from the start page and answers all about a hall, up to the number of people. */
async function describeHall(page: Page, visit: Visit, what: string): Promise<void> {
  await visit.goto("/");
  await visit.follow("Check whether the Act applies, without an account");
  await answer(page, visit, what);
  await answer(page, visit, "Yes");
  await answer(page, visit, "None of these");
  await answer(page, visit, "A hall or venue for hire, exhibition hall or conference centre");
  await answer(page, visit, "Yes");
  await answer(page, visit, "Yes");
  await answer(page, visit, "No");
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("somebody checks a hall and registers it with the answers", async ({ page, visit }) => {
  await visit.goto("/");
  await visit.follow("Scope check");
  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Choose what you want to check");
  await shots(page, "check-what-wrong");
  await describeHall(page, visit, "Premises");

  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Say whether you know the number");
  await shots(page, "check-count-wrong");
  await answer(page, visit, "Help me work it out");
  await shots(page, "check-method");
  await answer(page, visit, "Seating plan");
  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Enter a number: How many seats");
  await page.getByLabel("How many seats").fill("700");
  await page.getByLabel("How many staff").fill("35");
  await shots(page, "check-figures");
  await visit.press("Continue");

  await expect(heading(page)).toHaveText("These premises seem to be in the standard tier");
  await expect(page.getByText("700 seats + 35 staff = 735").first()).toBeVisible();
  await expect(page.getByText("close to 800")).toBeVisible();
  await expect(page.getByRole("row", { name: "800 people or more were expected" })).toContainText("Enhanced tier");
  await expect(page.getByRole("row", { name: "Fewer than 200 people" })).toContainText("Not in scope");
  await shots(page, "check-result");

  await visit.click(page.getByRole("link", { name: "Change working" }));
  await page.getByLabel("How many seats").fill("800");
  await visit.press("Continue");
  await expect(heading(page)).toHaveText("These premises seem to be in the enhanced tier");

  await visit.press("Register with these answers");
  await expect(page.getByText("The answers of your scope check")).toBeVisible();
  await shots(page, "check-sign-up");
  const ann = newPerson("Ann Lee");
  await page.getByLabel("Your name").fill(ann.name);
  await page.getByLabel("Email address").fill(ann.email);
  await page.getByLabel("Choose a password").fill(ann.password);
  await visit.press("Create account");
  await signIn(page, visit, ann);
  await registerOrganisation(page, visit, "Bluebell Trust");
  await expect(page.getByText("From your scope check")).toBeVisible();
  await shots(page, "check-register");
  await page.getByLabel("Name of the premises").fill("Old Hall");
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await visit.press("Continue");
  await expect(heading(page)).toHaveText("These premises seem to be in the enhanced tier");
  await visit.follow("See or change what you said");
  await expect(page.getByText("800 seats + 35 staff = 835")).toBeVisible();
});

test("premises and an event each get their answer", async ({ page, visit }) => {
  await describeHall(page, visit, "Premises and an event");
  await page.getByLabel("I know the number").check();
  await page.getByLabel("the greatest number of people at the same time").fill("350");
  await visit.press("Continue");
  await answer(page, visit, "Yes");
  await answer(page, visit, "Yes");
  await shots(page, "check-entry");
  await answer(page, visit, "No");
  await page.getByLabel("I know the number").check();
  await page.getByLabel("the greatest number of people at the same time").fill("1,200");
  await visit.press("Continue");
  await expect(heading(page)).toHaveText("Premises and an event");
  await expect(page.getByRole("heading", { name: "This does not seem to be a qualifying event" })).toBeVisible();
  await expect(page.getByRole("row", { name: "Payment, tickets, passes or membership were checked" })).toContainText("A qualifying event");
  await shots(page, "check-both");
});

test("somebody checks an event and registers it with the answers", async ({ page, visit }) => {
  await visit.goto("/scope-check");
  await answer(page, visit, "An event");
  await answer(page, visit, "No");
  await answer(page, visit, "None of these");
  await answer(page, visit, "None of these");
  await answer(page, visit, "Yes");
  await answer(page, visit, "Yes, at the whole event");
  await page.getByLabel("I know the number").check();
  await page.getByLabel("the greatest number of people at the same time").fill("5,000");
  await visit.press("Continue");
  await expect(heading(page)).toHaveText("This seems to be a qualifying event");
  await expect(page.getByRole("heading", { name: "Register this event" })).toBeVisible();
  await visit.press("Register with these answers");
  const ann = newPerson("Ann Lee");
  await page.getByLabel("Your name").fill(ann.name);
  await page.getByLabel("Email address").fill(ann.email);
  await page.getByLabel("Choose a password").fill(ann.password);
  await visit.press("Create account");
  await signIn(page, visit, ann);
  await registerOrganisation(page, visit, "Bluebell Trust");
  await expect(page.getByText("From your scope check")).toBeVisible();
  await shots(page, "check-register-event");
  await page.getByLabel("Name of the event").fill("Meadow Sounds");
  await page.getByLabel("Short description").fill("Music on a field");
  await page.getByLabel("At another place").check();
  await page.getByLabel("Address line 1, or name of the land").fill("Long Meadow");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await visit.press("Continue");
  await visit.goto(page.url().replace("/dates", "/scope"));
  await expect(heading(page)).toHaveText("This seems to be a qualifying event");
});

test("each question page holds with nothing chosen and with everything", async ({ page, visit }) => {
  const start = "what=both&building=yes&exclusion=none";
  const uses = "use=1&use=2&use=6&use=9&public-1=yes&public-2=no&public-6=not-sure";
  const part = "mainly=yes&principal=9&part-of=some-in-common";
  const count = "count=help&method=floor-space&in-area=412.5&in-space=1.2&in-staff=6";
  const event = "e-same=no&e-enhanced=no&e-use=none&e-exclusion=none&e-public=yes&e-checked=part&e-count=not-sure";
  const all = [start, uses, part, count, event].join("&");
  await visit.goto(`/scope-check?${all}`);
  await expect(page.getByRole("heading", { name: "It is not clear yet whether the Act applies" })).toBeVisible();
  const questions = await page.getByRole("link", { name: /^Change/ }).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(questions.length).toBeGreaterThanOrEqual(20);
  if (test.info().project.name === "js-on") {
    await visit.goto("/scope-check?what=premises&building=yes");
    await page.getByLabel("Occupied for either House of Parliament").check();
    await page.getByLabel("None of these").check();
    await expect(page.getByLabel("Occupied for either House of Parliament")).not.toBeChecked();
  }
  for (const question of questions) {
    expect(await visit.goto(question)).toBe(200);
    const id = new URL(question, "http://x").searchParams.get("change") ?? "";
    await shots(page, `check-q-${id}`);
  }
});

test("on paper there are answers and no controls", async ({ page, visit }) => {
  await visit.goto("/scope-check?what=premises&building=no");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Menu" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Register with these answers" })).toBeHidden();
  await expect(page.getByRole("link", { name: /^Change/ })).toHaveCount(0);
  await expect(page.getByText("There is no building")).toBeVisible();
  const after = await page.locator("a.govuk-link").evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content));
  expect(after.filter((content) => content !== "none")).toEqual([]);
  await page.emulateMedia({ media: "screen" });
});
