// An operator works the number of people out, method by method.
import { registerOrganisation, newPerson, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("an operator works the number of people out", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.follow("See or change what you said");
  await visit.click(page.getByRole("link", { name: "Change number of people" }));
  await shots(page, "number");
  await visit.follow("Help me work the number out");
  const chooser = page.url();
  await shots(page, "work-out-choose");

  for (const [method, field] of [
    ["Safe occupancy", "How full do you expect it"],
    ["Counts from earlier", "How does what you expect compare"],
    ["A limit on tickets", "How many tickets"],
    ["Door counts", "How many had left by then?"],
    ["Booking records", "How many people come with one booking"],
    ["Floor space", "How much space does one person take"],
    ["Venues like yours", "How large are you next to it"],
  ] as const) {
    await visit.goto(new URL(chooser).pathname);
    await page.getByLabel(method).check();
    await visit.press("Continue");
    await expect(page.getByLabel(field)).toBeVisible();
  }

  await visit.goto(new URL(chooser).pathname);
  await page.getByLabel("Seating plan").check();
  await visit.press("Continue");
  await visit.press("Work it out and save");
  await expect(page.getByRole("alert")).toContainText("Enter a number: How many seats are in use");
  await shots(page, "work-out-wrong");
  await page.getByLabel("How many seats").fill("780");
  await page.getByLabel("How many staff").fill("35");
  if (test.info().project.name === "js-on") {
    await expect(page.getByText("780 seats + 35 staff = 815")).toBeVisible();
    await visit.check();
  }
  await page.getByLabel("When will you look at it again?").selectOption("6 months after");
  await shots(page, "work-out");
  await visit.press("Work it out and save");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("These premises seem to be in the enhanced tier");
  await expect(page.getByText("780 seats + 35 staff = 815")).toBeVisible();
  await shots(page, "tier-worked-out");
  await visit.follow("See or change what you said");
  await expect(page.getByText("780 seats + 35 staff = 815")).toBeVisible();
  await shots(page, "premises-worked-out");
});
