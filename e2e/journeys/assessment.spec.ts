// An operator answers every question, meets a colleague's answer, sends, is locked out, and takes it back.
import type { Page } from "@playwright/test";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { shots } from "../pages/shots.js";
import { expect, test, type Visit } from "../pages/visit.js";

/** Registers a hall for 350 people and opens its questions. */
async function openQuestions(page: Page, visit: Visit): Promise<void> {
  await page.goto("/premises/register");
  await page.getByLabel("Name of the premises").fill("Old Hall");
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("group", { name: "Is there a building?" }).getByLabel("Yes").check();
  await page.getByLabel("A hall").check();
  await page.getByLabel("Halls and conference centres: mainly for visiting members of the public?").selectOption("Yes");
  await page.getByRole("group", { name: "Taken together" }).getByLabel("Yes").check();
  await page.getByLabel("which is the principal use").selectOption("Halls and conference centres");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("group", { name: "Does any of these apply?" }).getByLabel("None of these").check();
  await page.getByRole("group", { name: "larger premises" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByLabel("Greatest number of people at the same time").fill("350");
  await page.getByLabel("Tickets").first().check();
  await page.getByLabel("Explain it in a sentence").fill("Tickets sold");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("link", { name: "See or change what you said" }).click();
  await visit.press("Start the questions");
}

/** Fills in whatever the page asks. */
async function answer(page: Page): Promise<void> {
  const main = page.getByRole("main");
  if ((await main.locator("#text").count()) > 0) {
    await main.locator("#text").fill("Words of our own");
  } else if ((await main.locator("#day").count()) > 0) {
    await main.getByLabel("Day", { exact: true }).fill("2");
    await main.getByLabel("Month", { exact: true }).fill("3");
    await main.getByLabel("Year", { exact: true }).fill("2026");
  } else if ((await main.locator("#role").count()) > 0) {
    await main.getByLabel("Name", { exact: true }).fill("Ann Lee");
    await main.getByLabel("Role", { exact: true }).fill("Manager");
  } else {
    await main.getByRole("radio").first().check();
  }
}

test("an operator answers, sends and takes back; a colleague's answer is not overwritten", async ({ page, visit }) => {
  test.setTimeout(900_000);
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await openQuestions(page, visit);
  const assessment = page.url();
  await expect(page.getByText("Not started").first()).toBeVisible();
  await shots(page, "questions-empty");

  // Wrong first: nothing chosen, and the note stays.
  await visit.goto(`${assessment}/questions/evacuation.procedure`);
  await page.getByLabel("Note (optional)").fill("</textarea><script>alert(1)</script> the note");
  await shots(page, "question");
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Choose an answer");
  await expect(page.getByLabel("Note (optional)")).toHaveValue("</textarea><script>alert(1)</script> the note");
  await shots(page, "question-error");

  // A colleague answers meanwhile: both answers, and the choice.
  const theirs = await page.request.post(page.url(), {
    form: { seen: "0", answer: "yes", note: "a colleague's note" },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(theirs.status()).toBe(303);
  await page.getByLabel("No", { exact: true }).check();
  await visit.press("Save and continue");
  await expect(page.getByRole("heading", { name: "Somebody else answered this while you were here" })).toBeVisible();
  await expect(page.getByText("Note: a colleague's note")).toBeVisible();
  await shots(page, "conflict");
  await page.getByLabel("Write a merged answer").check();
  await page.getByLabel("Note (optional)").fill("both notes");
  await visit.press("Continue");

  await visit.goto(assessment);
  await shots(page, "questions-begun");
  await page.goto(`${assessment}/questions/people.responsible`);
  for (let asked = 0; asked < 60 && page.url().includes("/questions/"); asked += 1) {
    await answer(page);
    await visit.press("Save and continue");
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await shots(page, "check-answers");
  await visit.goto(assessment);
  await visit.follow("What to do next: your action plan");
  await shots(page, "plan");
  await visit.goto(`${assessment}/check`);
  await visit.press("Continue to the declaration");
  await visit.press("Send the answers");
  await expect(page.getByRole("alert")).toContainText("Enter your name");
  await shots(page, "declaration");
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel("Your role at the premises").fill("Manager");
  await page.getByLabel("The answers are true").check();
  await visit.press("Send the answers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answers sent");
  const sent = page.url();
  await shots(page, "sent");

  await visit.goto(`${assessment}/questions/evacuation.procedure`);
  await expect(page.getByText("cannot be changed now")).toBeVisible();
  await shots(page, "question-locked");
  await visit.goto(sent);
  await visit.press("Take it back");
  await visit.press("Take them back");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Taken back by you");
});
