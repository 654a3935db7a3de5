// An administrator of an organisation says what the law asks, invites a colleague, who joins, edits premises, and is out
// in the same moment that they are removed.
import { newPerson, registerOrganisation, signIn, signInAs, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test, Visit } from "../pages/visit.js";

test("a colleague is invited, joins, edits premises, is removed and is out", async ({
  page,
  visit,
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  test.setTimeout(360_000);
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await shots(page, "register-organisation");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");

  // What the law asks to be told.
  await visit.follow("Your organisation");
  await shots(page, "organisation-new");
  await visit.click(page.getByRole("link", { name: "Change company number" }));
  await page.getByLabel("A charity").check();
  await page.getByLabel("Trading names").fill("The Bluebell\nOld Hall Events");
  await page.getByLabel("Company number").fill("1234567");
  await page.getByLabel("Charity number").fill("1234567");
  await page.getByLabel("Phone number").fill("0121 496 0000");
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Websites").fill("www.bluebell.example");
  await visit.press("Save");
  await expect(page.getByRole("alert")).toContainText("A company number has 8 characters");
  await expect(page.getByRole("alert")).toContainText("Enter the postcode, or leave the whole address empty");
  await expect(page.getByLabel("Trading names")).toHaveValue("The Bluebell\nOld Hall Events");
  await shots(page, "organisation-details-wrong");
  await page.getByLabel("Company number").fill("");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await shots(page, "organisation-details");
  await visit.press("Save");
  await expect(page.getByText("Old Hall Events")).toBeVisible();
  await shots(page, "organisation");

  // A colleague is invited.
  const bea = newPerson("Bea Moss");
  await visit.follow("See members and invitations");
  await visit.click(page.getByRole("button", { name: "Invite a colleague" }));
  await visit.press("Make the invitation");
  await expect(page.getByRole("alert")).toContainText("Choose a role");
  await page.getByLabel("Their email address").fill(bea.email);
  await page.getByLabel("Member", { exact: true }).check();
  await shots(page, "invite");
  await visit.press("Make the invitation");
  const link = await page.locator("code").innerText();
  await shots(page, "invited");
  await visit.follow("Go back to members");
  await expect(page.getByRole("row").filter({ hasText: bea.email })).toBeVisible();
  await shots(page, "members-invited");

  // The colleague opens an account by the link, signs in, and joins.
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const other = await context.newPage();
  const visits = new Visit(other, browser, new URL(baseURL ?? "").origin, javaScriptEnabled !== false);
  await visits.goto(new URL(link).pathname);
  await shots(other, "join-new");
  await other.getByLabel("Your name").fill(bea.name);
  await other.getByLabel("Choose a password").fill(bea.password);
  await visits.press("Create account");
  await expect(other.getByText("You can join the organisation after you have signed in")).toBeVisible();
  await shots(other, "join-sign-in");
  await signIn(other, visits, bea);
  await shots(other, "join");
  await visits.press("Join this organisation");

  // They do what members do, and no more.
  await visits.follow("Old Hall");
  await visits.click(other.getByRole("link", { name: "Change name", exact: true }));
  await other.getByLabel("Name of the premises").fill("Older Hall");
  await visits.press("Save");
  const number = other.url().replace(/tier$/, "number");
  await visits.goto("/organisation/members");
  await expect(other.getByText("Bea Moss (you)")).toBeVisible();
  await expect(other.getByRole("button", { name: "Invite a colleague" })).toHaveCount(0);
  await shots(other, "members-as-member");
  expect(await visits.goto("/organisation/members/invite")).toBe(404);

  // The administrator sees what they did, makes them an administrator and a member again, and removes them.
  await visit.follow("Your premises");
  await expect(page.getByRole("link", { name: "Older Hall" })).toBeVisible();
  await visit.goto("/organisation/members");
  await shots(page, "members");
  await visit.click(page.getByRole("link", { name: "Change role of Ann Lee" }));
  await page.getByLabel("Member", { exact: true }).check();
  await visit.press("Save");
  await expect(page.getByRole("alert")).toContainText("An organisation needs an administrator");
  await shots(page, "role-last");
  await visit.follow("Back");
  for (const role of ["Administrator", "Member"]) {
    await visit.click(page.getByRole("link", { name: "Change role of Bea Moss" }));
    await page.getByLabel(role, { exact: true }).check();
    await visit.press("Save");
    await expect(page.getByRole("row", { name: /Bea Moss/ })).toContainText(role);
  }
  await visits.goto(new URL(number).pathname);
  await visit.click(page.getByRole("link", { name: "Remove Bea Moss" }));
  await shots(page, "remove");
  await visit.press("Remove member");
  await expect(page.getByText("Bea Moss")).toHaveCount(0);

  // In their open page nothing works any more.
  await visits.press("Save and continue");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  expect(await visits.goto("/organisation/members")).toBe(404);
  await visits.end();
  await context.close();
});

test("an invitation is taken back, and its link leads nowhere", async ({ page, visit }) => {
  await signInAs(page, visit, "Venue operator, Kestrel Leisure (made up)");
  await visit.goto("/organisation/members/invite");
  const email = newPerson("Cem").email;
  await page.getByLabel("Their email address").fill(email);
  await page.getByLabel("Administrator", { exact: true }).check();
  await visit.press("Make the invitation");
  const link = new URL(await page.locator("code").innerText()).pathname;
  await visit.follow("Go back to members");
  await visit.click(page.getByRole("button", { name: `Take back the invitation of ${email}` }));
  await expect(page.getByText(email)).toHaveCount(0);
  expect(await visit.goto(link)).toBe(404);
  await shots(page, "dead-link");
});

test("the demonstration's colleague is a member", async ({ page, visit }) => {
  await signInAs(page, visit, "Venue operator’s colleague, Kestrel Leisure (made up)");
  await visit.follow("Your organisation");
  await expect(page.getByText("Kestrel Leisure Limited (made up)")).toBeVisible();
  await expect(page.getByText("Only an administrator of the organisation can change this.")).toBeVisible();
  await shots(page, "organisation-as-member");
  await visit.goto("/who-sees-what");
  await shots(page, "who-sees-what");
});
