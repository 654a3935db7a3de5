// A session ends while somebody types: they sign in on the page that says so, and go on where they were.
import { newPerson, registerOrganisation, signIn, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

const typed = "by both doors</textarea><script>alert(1)</script>";

test("what was typed into a question goes with its author through signing in", async ({ page, visit, javaScriptEnabled }) => {
  const ann = newPerson("Ann Lee");
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.press("Start the questions");
  const assessment = new URL(page.url()).pathname;
  const question = `${assessment}/questions/evacuation.procedure`;
  await visit.goto(question);

  // The session ends in another tab.
  const tab = await page.context().newPage();
  await tab.goto("/");
  await tab.getByRole("button", { name: "Sign out" }).click();
  await expect(tab.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  await tab.close();

  await page.getByLabel("Note (optional)").fill(typed);
  await page.getByRole("radio", { name: "Partly" }).check();
  if (javaScriptEnabled !== false) {
    await expect(page.locator("p.portal-live")).toContainText("you have been signed out");
    await expect(page.getByRole("status")).toContainText("What you typed comes with you");
    // The browser's own line about the autosave, and nothing else.
    const told = visit.drain();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("401");
    await shots(page, "question-signed-out");
  }
  await visit.press("Save and continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have been signed out");
  expect(await page.content(), "sealed").not.toContain("both doors");
  await shots(page, "signed-out");

  // A wrong password first: nothing is lost by it.
  await signIn(page, visit, { ...ann, password: "not my password" });
  await expect(page.locator(".govuk-error-summary")).toContainText("the password is not right");
  await signIn(page, visit, ann);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(question);
  await expect(page.getByText("This is what you typed before you were signed out")).toBeVisible();
  await expect(page.getByLabel("Note (optional)")).toHaveValue(typed);
  await expect(page.getByRole("radio", { name: "Partly" })).toBeChecked();
  await shots(page, "question-not-saved");
  await visit.press("Save and continue");
  await visit.goto(question);
  await expect(page.getByText("This is what you typed before you were signed out")).toHaveCount(0);
  await expect(page.getByLabel("Note (optional)")).toHaveValue(typed);
});

test("another form is sent again after signing in", async ({ page, visit }) => {
  const ann = newPerson("Ann Lee");
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await page.getByLabel("Name of the organisation").fill("Bluebell Trust");
  await page.context().clearCookies();
  await visit.press("Continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You have been signed out");
  await signIn(page, visit, ann);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Send what you typed");
  await shots(page, "send-again");
  await visit.press("Send what I typed");
  await visit.goto("/organisation");
  await expect(page.getByText("Bluebell Trust").first()).toBeVisible();
});
