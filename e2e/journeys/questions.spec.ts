// The longer sets: enhanced premises from first question to receipt, and a newer edition in the middle of answering.
import { newPerson, registerOrganisation, signInAs, signUpAndIn } from "../pages/people.js";
import { fillIn, registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("enhanced premises answer every question and send them", async ({ page, visit }) => {
  test.setTimeout(900_000);
  const ann = newPerson("Ann Lee");
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Great Hall", "900", "enhanced");
  await visit.press("Start the questions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enhanced duty self-assessment");
  await visit.click(page.locator(".govuk-task-list__link").first());

  // Every tenth page is looked at in full; the others are only answered.
  let answered = 0;
  while (page.url().includes("/questions/")) {
    await fillIn(page);
    if (answered % 10 === 0) {
      await visit.press("Save and continue");
    } else {
      await page.getByRole("button", { name: "Save and continue" }).click();
      await page.waitForLoadState();
    }
    await expect(page.locator(".govuk-error-summary"), page.url()).toHaveCount(0);
    answered += 1;
    expect(answered, "questions come to an end").toBeLessThan(140);
  }
  expect(answered).toBeGreaterThanOrEqual(90);
  const assessment = new URL(page.url()).pathname.replace("/check", "");

  // A measure that is missing asks for what was decided instead.
  await visit.goto(`${assessment}/questions/lockdown.procedure`);
  await page.getByRole("radio", { name: "Partly" }).check();
  await visit.press("Save and continue");
  await visit.goto(`${assessment}/check`);
  await visit.click(page.getByRole("link", { name: /lockdown, and why|reasonably practicable/i }).first());
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Say what could be done");
  await page.getByLabel("What could be done").fill("Two more locks, or one");
  await page.getByLabel("What it would cost").fill("A day's work");
  await page.getByLabel("What harm it could spare").fill("People would be behind a door sooner");
  await page.getByLabel("What was decided, and why").fill("One lock: the other door is never used");
  await page.getByLabel("Who decided").fill("General manager");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await shots(page, "question-decision");
  await visit.press("Save and continue");

  await visit.goto(`${assessment}/declare`);
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel("Your role at the premises").fill("General manager");
  await page.getByLabel("The answers are true").check();
  await visit.press("Send the answers");
  await expect(page.locator(".govuk-panel")).toContainText(/ML-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test("a newer edition keeps the answers and asks again what has changed", async ({ page, visit, javaScriptEnabled }) => {
  const [who, venue] = javaScriptEnabled !== false
    ? ["Venue operator, Kestrel Leisure (made up)", "Drumlin Museum"]
    : ["Venue operator, Millbrook Arts Trust (made up)", "Peregrine Lodge"];
  await signInAs(page, visit, who);
  await visit.goto("/premises");
  await visit.follow(venue);
  await visit.press("Go on with the questions");
  const assessment = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { name: "The questions have changed" })).toBeVisible();
  await visit.follow("See what is different");
  await expect(page.getByText("Items left behind have questions of their own now")).toBeVisible();
  await shots(page, "changes");
  await visit.press("Go on with these questions");
  await expect(page.getByRole("heading", { name: "The questions have changed" })).toHaveCount(0);
  await visit.goto(`${assessment}/questions/reporting.recognise`);
  await expect(page.getByText("This question has changed")).toBeVisible();
  await expect(page.getByText("suspicious item or behaviour")).toBeVisible();
  await shots(page, "question-changed");
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await visit.press("Save and continue");
  await visit.goto(`${assessment}/questions/reporting.recognise`);
  await expect(page.getByText("This question has changed")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Yes", exact: true })).toBeChecked();
});
