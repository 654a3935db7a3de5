// One premises, the whole way: sign-up, tier, answers, submission, Competent Person, review, return, advice.
import { signInAs, newPerson, registerOrganisation, signOut, signUpAndIn, signIn } from "../pages/people.js";
import { answerAll, fillIn, registerHall } from "../pages/premises.js";
import { confirmAuthority, openCase, returnFirstQuestion } from "../pages/review.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("premises go the whole way from sign-up to advice", async ({ page, visit }) => {
  test.setTimeout(900_000);
  const ann = newPerson("Ann Lee");
  const hall = `Old Hall ${ann.email.split("@")[0]}`;

  // The operator: register, answer, send.
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, hall);
  await visit.press("Start the questions");
  await shots(page, "tasks");

  await visit.click(page.locator(".govuk-task-list__link").first());
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toBeVisible();
  await shots(page, "question-error");
  await page.goBack();
  await shots(page, "question");
  await visit.goto(new URL(page.url()).pathname.split("/questions/")[0] ?? "/");
  const answered = await answerAll(page, visit);
  expect(answered).toBeGreaterThanOrEqual(25);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Check your answers");
  await shots(page, "check");

  // One answer changed from the check page, so that an action follows.
  await visit.click(page.getByRole("link", { name: "Change" }).nth(8));
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await visit.press("Save and continue");
  const assessment = new URL(page.url()).pathname.replace("/check", "");
  await visit.goto(assessment);
  await visit.follow("What to do next: your action plan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Action plan");
  await shots(page, "plan");
  await visit.goto(`${assessment}/declare`);
  await visit.press("Send the answers");
  await expect(page.getByRole("alert")).toContainText("Enter your name");
  await shots(page, "declare-error");
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel("Your role at the premises").fill("General manager");
  await page.getByLabel("The answers are true").check();
  await visit.press("Send the answers");
  await expect(page.locator(".govuk-panel")).toContainText(/ML-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await shots(page, "submitted");
  const submission = new URL(page.url()).pathname;

  // A Competent Person record.
  await visit.follow("Your premises");
  await visit.follow(hall);
  await visit.follow("Add a Competent Person record");
  await visit.press("Save");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Robin Moss");
  await page.getByLabel("Role at the premises").fill("Duty manager");
  await page.getByRole("group", { name: "Qualification" }).getByRole("radio").first().check();
  await page.getByLabel("Who awarded it").fill("SFJ Awards");
  const awarded = page.getByRole("group", { name: "When was it awarded?" });
  await awarded.getByLabel("Day").fill("1");
  await awarded.getByLabel("Month").fill("9");
  await awarded.getByLabel("Year").fill("2026");
  await page.getByLabel("No, none is stated").check();
  await shots(page, "competent-person");
  await visit.press("Save");
  await expect(page.locator(".govuk-error-summary")).toHaveCount(0);
  await visit.goto("/competent-persons");
  await expect(page.getByText("Not checked by a CTSA")).toBeVisible();
  await signOut(visit);

  // The CTSA: unverified at first, then confirmed, commented on, returned.
  await signInAs(page, visit, "CTSA, West Midlands");
  await visit.follow("Queue");
  await shots(page, "queue");
  await openCase(page, visit, hall);
  await expect(page.getByText("Unverified claim")).toBeVisible();
  await shots(page, "case");
  const file = new URL(page.url()).pathname;
  await visit.press("Start the review");
  await visit.click(page.getByRole("link", { name: /^Comment/ }).first());
  await page.getByLabel("Your comment").fill("Who deputises at night? <script>alert(1)</script>");
  await shots(page, "comment");
  await visit.press("Save the comment");
  await expect(page.getByText("Not visible to the operator yet")).toBeVisible();
  expect(await visit.goto(`${file}/return`), "nothing is returned before authority is confirmed").toBe(409);
  await visit.goto(`${file}/authority`);
  await confirmAuthority(page, visit);
  await returnFirstQuestion(page, visit, "Say who it is at night.", "Please look at the first question again.");
  await expect(page.getByText("Returned", { exact: true }).first()).toBeVisible();

  // The Competent Person record is marked as seen.
  await visit.click(page.getByRole("link", { name: /Mark/ }).first());
  await page.getByRole("group", { name: "Have you seen" }).getByRole("radio").first().check();
  await page.getByLabel("Asked the awarding body").check();
  await shots(page, "check-person");
  await page.getByLabel("Day", { exact: true }).fill("2");
  await page.getByLabel("Month", { exact: true }).fill("11");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await visit.press("Save the mark");
  await signOut(visit);

  // The operator sees it, changes the named answer and no other, and sends again.
  await visit.goto("/sign-in");
  await signIn(page, visit, ann);
  await visit.goto(submission);
  await expect(page.getByText("Who deputises at night? <script>alert(1)</script>")).toBeVisible();
  await expect(page.getByText("Please look at the first question again.")).toBeVisible();
  await shots(page, "adviser-said");
  await visit.goto("/competent-persons");
  await expect(page.getByText(/Seen outside this service by a CTSA/).first()).toBeVisible();
  await visit.goto(assessment);
  await expect(page.getByText("Say who it is at night.")).toBeVisible();
  await visit.click(page.getByRole("link", { name: /^Change/ }).first());
  await fillIn(page);
  await visit.press("Save and continue");
  await visit.goto(`${assessment}/declare`);
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel("Your role at the premises").fill("General manager");
  await page.getByLabel("The answers are true").check();
  await visit.press("Send the answers");
  await expect(page.locator(".govuk-panel")).toContainText(/ML-/);
  const second = new URL(page.url()).pathname;
  expect(second).not.toBe(submission);
  await signOut(visit);

  // The CTSA advises; the operator reads it.
  await signInAs(page, visit, "CTSA, West Midlands");
  await openCase(page, visit, hall);
  await visit.press("Start the review");
  await visit.click(page.getByRole("button", { name: "Record advice" }));
  await page.getByLabel("Your advice").fill("Practise the lockdown with the evening team.");
  await shots(page, "advise");
  await visit.press("Send the advice");
  await signOut(visit);
  await visit.goto("/sign-in");
  await signIn(page, visit, ann);
  await visit.goto(second);
  await expect(page.getByText("Practise the lockdown with the evening team.")).toBeVisible();
  await signOut(visit);
});
