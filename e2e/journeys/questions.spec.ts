// The longer sets: enhanced premises from first question to receipt, through a return and to another receipt, and a newer edition in the middle of answering.
import { newPerson, registerOrganisation, signIn, signInAs, signOut, signUpAndIn } from "../pages/people.js";
import { answerAll, fillDecision, registerHall, send, sendAgain } from "../pages/premises.js";
import { confirmAuthority, openCase, returnFirstQuestion } from "../pages/review.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("enhanced premises answer every question, send them, and send them again after a return", async ({ page, visit }) => {
  test.setTimeout(900_000);
  const ann = newPerson("Ann Lee");
  const hall = `Great Hall ${ann.email.split("@")[0]}`;
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, hall, "900", "enhanced");
  await visit.press("Start the questions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enhanced duty self-assessment");
  const answered = await answerAll(page, visit, 140);
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
  await fillDecision(page);
  await shots(page, "question-decision");
  await visit.press("Save and continue");

  const first = await send(page, visit, assessment);
  await signOut(visit);

  // An adviser returns one question; it is answered again, and no other can be.
  await signInAs(page, visit, "CTSA, West Midlands");
  await openCase(page, visit, hall);
  await visit.press("Start the review");
  await visit.goto(`${new URL(page.url()).pathname}/authority`);
  await confirmAuthority(page, visit);
  await returnFirstQuestion(page, visit, "Say who it is at night.", "Please look at one question again.");
  await signOut(visit);
  await visit.goto("/sign-in");
  await signIn(page, visit, ann);
  await visit.goto(`${assessment}/questions/lockdown.procedure`);
  await expect(page.getByText("cannot be changed now")).toBeVisible();
  await sendAgain(page, visit, assessment, first, "Say who it is at night.");
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
