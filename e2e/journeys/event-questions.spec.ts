// A qualifying event from its questions to a receipt, through a return to another receipt, with its plan and its drills.
import { registerFestival } from "../pages/event.js";
import { newPerson, registerOrganisation, signIn, signInAs, signOut, signUpAndIn } from "../pages/people.js";
import { answerAll, fillDecision, send, sendAgain } from "../pages/premises.js";
import { confirmAuthority, returnFirstQuestion } from "../pages/review.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("an event answers its questions, sends them, and sends them again after a return", async ({ page, visit }) => {
  test.setTimeout(900_000);
  const ann = newPerson("Ann Lee");
  const festival = `Meadow ${ann.email.split("@")[0]}`;
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerFestival(page, visit, festival);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This seems to be a qualifying event");
  await visit.press("Go to the questions");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qualifying event self-assessment");
  await shots(page, "event-questions");
  expect(await answerAll(page, visit, 80)).toBeGreaterThanOrEqual(45);
  await shots(page, "event-check");
  const assessment = new URL(page.url()).pathname.replace("/check", "");

  // A gap, which becomes an action of the event; and a drill.
  await visit.goto(`${assessment}/questions/evacuation.procedure`);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await visit.press("Save and continue");
  await visit.goto(assessment);
  await visit.follow("What to do next: your action plan");
  await visit.click(page.getByRole("button", { name: /^Plan it/ }).first());
  await page.getByLabel("Who sees to it? (optional)").fill("Site manager");
  await visit.press("Save");
  await expect(page.getByText("Who sees to it: Site manager")).toBeVisible();
  await shots(page, "event-plan");
  await visit.goto(assessment);
  await visit.follow("Readiness, topic by topic");
  await shots(page, "event-readiness");
  await visit.goto(assessment);
  await visit.follow("Back");
  await expect(page.getByRole("button", { name: "Go on with the questions" })).toBeVisible();
  await shots(page, "event-begun");
  await visit.follow("Drills and exercises");
  await visit.click(page.getByRole("button", { name: "Record a drill" }));
  await page.getByLabel("Day", { exact: true }).fill("3");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await page.getByLabel("Tabletop").check();
  await page.getByLabel("Stopping people entering or leaving").check();
  await page.getByLabel("Who took part?").fill("Stewards");
  await visit.press("Save");
  await expect(page.getByRole("heading", { name: "3 February 2026, tabletop" })).toBeVisible();
  await visit.follow("Back");
  await visit.follow("Calendar: deadlines and reviews");
  await expect(page.getByText("The event is held")).toBeVisible();
  await shots(page, "event-calendar");

  // A procedure that is missing asks for what was decided instead; then all is sent.
  await visit.goto(`${assessment}/check`);
  await visit.click(page.locator(".govuk-inset-text a"));
  await fillDecision(page);
  await visit.press("Save and continue");
  await visit.goto(`${assessment}/check`);
  await expect(page.getByText("without an answer yet")).toHaveCount(0);
  const first = await send(page, visit, assessment);
  await shots(page, "event-sent");
  await signOut(visit);

  // A CTSA finds it among the events, and returns one question.
  await signInAs(page, visit, "CTSA, West Midlands");
  await visit.goto("/queue?tier=event&sort=newest");
  await shots(page, "queue-events");
  await visit.click(page.getByRole("link", { name: festival }));
  await expect(page.getByText("Nobody has confirmed that the sender may speak for this event.")).toBeVisible();
  await shots(page, "event-case");
  await visit.press("Start the review");
  await visit.goto(`${new URL(page.url()).pathname}/authority`);
  await confirmAuthority(page, visit);
  await returnFirstQuestion(page, visit, "Say who it is on the day.", "Please look at one question again.");
  await signOut(visit);

  await visit.goto("/sign-in");
  await signIn(page, visit, ann);
  await sendAgain(page, visit, assessment, first, "Say who it is on the day.");
});
