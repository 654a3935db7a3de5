// An operator records a drill, makes its lessons into actions, plans what follows from an answer, looks at what would
// change, records training, and takes the calendar away.
import type { Page } from "@playwright/test";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";

test("drills and answers become a plan, and the plan a calendar", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  const hall = new URL(page.url()).pathname.replace("/tier", "");

  // A drill with two lessons, which become actions.
  await visit.goto(hall);
  await visit.follow("Drills and exercises");
  await visit.click(page.getByRole("button", { name: "Record a drill" }));
  await fillDay(page, ["3", "2", "2026"]);
  await page.getByLabel("Walk-through").check();
  await page.getByLabel("Stopping people entering or leaving").check();
  await page.getByLabel("Who took part?").fill("Duty manager, six door staff");
  await page.getByLabel("What should change? (optional)").fill("Cut a second key\nMove the sign");
  await shots(page, "drill");
  await visit.press("Save");
  await visit.click(page.getByRole("link", { name: "Put lessons into the plan" }));
  await visit.press("Put them into the plan");
  await expect(page.getByRole("alert")).toContainText("Choose a lesson");
  await page.getByLabel("Cut a second key").check();
  await page.getByLabel("Move the sign").check();
  await shots(page, "lessons");
  await visit.press("Put them into the plan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Action plan");
  await visit.click(page.getByRole("link", { name: "Cut a second key" }));
  await page.getByLabel("Who sees to it? (optional)").fill("Caretaker");
  await fillDay(page, ["1", "3", "2029"]);
  await page.getByRole("radio", { name: "In progress" }).check();
  await shots(page, "plan-item");
  await visit.press("Save");
  await expect(page.getByText("Who sees to it: Caretaker. By 1 March 2029")).toBeVisible();

  // What follows from an answer, and what would change if it was done.
  await visit.goto(`${hall}/tier`);
  await visit.press("Start the questions");
  const assessment = new URL(page.url()).pathname;
  await visit.goto(`${assessment}/questions/evacuation.procedure`);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await visit.press("Save and continue");
  await visit.goto(assessment);
  await visit.follow("What to do next: your action plan");
  await shots(page, "plan");
  await visit.click(page.getByRole("link", { name: "What if you did some of this?" }));
  await visit.press("See what would change");
  await expect(page.getByRole("alert")).toContainText("Choose what you would do");
  await page.getByRole("checkbox").first().check();
  await visit.press("See what would change");
  await expect(page.getByRole("cell", { name: "Not in place" }).first()).toBeVisible();
  expect(new URL(page.url()).search, "nothing of it stands in the address").toBe("");
  await shots(page, "what-if");
  await visit.goto(`${hall}/plan`);
  await visit.click(page.getByRole("button", { name: "Plan it" }).first());
  await page.getByRole("radio", { name: "Done" }).check();
  await visit.press("Save");
  await expect(page.getByText("Your answer still calls for it.")).toBeVisible();
  await shots(page, "plan-done");

  // Training, and the calendar.
  await visit.goto(hall);
  await visit.follow("Training and awareness");
  await visit.click(page.getByRole("button", { name: "Record training" }));
  await page.getByRole("radio", { name: "SCaN" }).check();
  await fillDay(page, ["3", "2", "2026"]);
  await page.getByLabel("Who had it?").fill("Door staff");
  await page.getByLabel("How many people had it?").fill("6");
  await page.getByRole("radio", { name: "When the list suggests it" }).check();
  await shots(page, "training");
  await visit.press("Save");
  await expect(page.getByText("3 February 2028")).toBeVisible();
  await shots(page, "training-list");
  await visit.goto(hall);
  await visit.follow("Calendar: deadlines and reviews");
  for (const due of ["3 February 2027", "3 February 2028", "1 March 2029", "Not yet set"]) {
    await expect(page.getByText(due).first()).toBeVisible();
  }
  await shots(page, "calendar");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download what is to come for your calendar (.ics)" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("calendar.ics");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text).toContain("SUMMARY:Review due at Old Hall\r\n");
  expect(text).not.toMatch(/lockdown|entering|drill|key|SCaN/i);
  await visit.goto("/calendar?month=2029-03");
  await expect(page.getByText("Action in your plan")).toBeVisible();
  await shots(page, "calendar-estate");
});

/** Fills in the first day that the page asks for. */
async function fillDay(page: Page, [day, month, year]: [string, string, string]): Promise<void> {
  await page.getByLabel("Day", { exact: true }).first().fill(day);
  await page.getByLabel("Month", { exact: true }).first().fill(month);
  await page.getByLabel("Year", { exact: true }).first().fill(year);
}
