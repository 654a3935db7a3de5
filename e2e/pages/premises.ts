// What an operator does with premises and with their questions.
import { expect, type Page } from "@playwright/test";
import type { Visit } from "./visit.js";

/** Registers a hall in Birmingham for so many people. Ends on the page that tells the tier. */
export async function registerHall(
  page: Page,
  visit: Visit,
  name: string,
  people = "350",
  tier = "standard",
): Promise<void> {
  await visit.click(page.getByRole("button", { name: "Register premises" }));
  await page.getByLabel("Name of the premises").fill(name);
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await visit.press("Continue");
  await page.getByRole("group", { name: "Is there a building?" }).getByLabel("Yes").check();
  await page.getByLabel("A hall").check();
  await page.getByLabel("Halls and conference centres: mainly for visiting members of the public?").selectOption("Yes");
  await page.getByRole("group", { name: "Taken together" }).getByLabel("Yes").check();
  await page.getByLabel("which is the principal use").selectOption("Halls and conference centres");
  await visit.press("Save and continue");
  await page.getByRole("group", { name: "Does any of these apply?" }).getByLabel("None of these").check();
  await page.getByRole("group", { name: "larger premises" }).getByLabel("No", { exact: true }).check();
  await visit.press("Save and continue");
  await page.getByLabel("Greatest number of people at the same time").fill(people);
  await page.getByLabel("Tickets").first().check();
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await visit.press("Save and continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`These premises seem to be in the ${tier} tier`);
}

/** Fills in whatever the question on this page asks for, with its first answer. */
export async function fillIn(page: Page): Promise<void> {
  const form = page.locator("main form");
  const texts = form.locator('input[type="text"]:visible:not([inputmode="numeric"])');
  for (const field of await texts.all()) {
    await field.fill("Robin Moss");
  }
  const numbers = form.locator('input[inputmode="numeric"]:visible');
  const date = ["1", "2", "2026"];
  for (const [place, field] of (await numbers.all()).entries()) {
    await field.fill(date[place] ?? "1");
  }
  const choices = form.locator('input[type="radio"]');
  if ((await choices.count()) > 0 && (await texts.count()) === 0 && (await numbers.count()) === 0) {
    await choices.first().check();
  }
  const areas = form.locator("textarea:visible");
  if ((await choices.count()) === 0 && (await texts.count()) === 0) {
    await areas.first().fill("Said in words");
  }
}

/** Fills in what was decided instead of a measure. */
export async function fillDecision(page: Page): Promise<void> {
  await page.getByLabel("What could be done").fill("Two more locks, or one");
  await page.getByLabel("What it would cost").fill("A day's work");
  await page.getByLabel("What harm it could spare").fill("People would be behind a door sooner");
  await page.getByLabel("What was decided, and why").fill("One lock: the other door is never used");
  await page.getByLabel("Who decided").fill("General manager");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
}

/**
 * Answers every question from the task list on; ends on the page to check the answers. Of a long set every tenth page
 * is looked at in full, the others are only answered.
 */
export async function answerAll(page: Page, visit: Visit, most = 60): Promise<number> {
  const long = most > 60;
  await visit.click(page.locator(".govuk-task-list__link").first());
  let answered = 0;
  while (page.url().includes("/questions/")) {
    await fillIn(page);
    if (!long || answered % 10 === 0) {
      await visit.press("Save and continue");
    } else {
      await page.getByRole("button", { name: "Save and continue" }).click();
      await page.waitForLoadState();
    }
    await expect(page.locator(".govuk-error-summary"), page.url()).toHaveCount(0);
    answered += 1;
    expect(answered, "questions come to an end").toBeLessThan(most);
  }
  return answered;
}

/** Declares and sends the answers of an assessment; the submission's path. */
export async function send(page: Page, visit: Visit, assessment: string): Promise<string> {
  await visit.goto(`${assessment}/declare`);
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel(/^Your role/).fill("General manager");
  await page.getByLabel("The answers are true").check();
  await visit.press("Send the answers");
  await expect(page.locator(".govuk-panel")).toContainText(/ML-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  return new URL(page.url()).pathname;
}

/** Answers the question that was returned for this reason, and sends once more; the first receipt says so. */
export async function sendAgain(
  page: Page,
  visit: Visit,
  assessment: string,
  first: string,
  reason: string,
): Promise<void> {
  await visit.goto(assessment);
  await expect(page.getByText(reason)).toBeVisible();
  await visit.click(page.getByRole("link", { name: /^Change/ }).first());
  await fillIn(page);
  await visit.press("Save and continue");
  const second = await send(page, visit, assessment);
  expect(second).not.toBe(first);
  await visit.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A later submission took its place");
}
