// An operator gathers what the SIA will ask: the place, who has control, licences; and takes it away.
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("an operator gathers what the SIA will ask", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.follow("See or change what you said");
  await visit.follow("What the SIA will ask, and what is missing");
  await expect(page.getByText("are missing")).toBeVisible();
  const row = (text: string) => page.locator(".govuk-summary-list__row", { hasText: text });
  await expect(row("Whether a group of buildings")).toContainText("Missing");
  await shots(page, "notification-begun");

  await visit.click(row("Whether a group of buildings").getByRole("link"));
  await page.getByLabel("A group of buildings").check();
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Enter the address of each building");
  await shots(page, "site-wrong");
  await page.getByLabel("Name and address of each building").fill("Main hall, 1 High Street\nAnnexe, 3 High Street");
  await page.getByRole("group", { name: "Do you have seats" }).getByLabel("No", { exact: true }).check();
  await page.getByLabel("No, the number you gave").check();
  await page.getByRole("group", { name: "advertised on websites" }).getByLabel("Yes").check();
  await page.getByLabel("Websites and accounts", { exact: true }).fill("www.example.org");
  await visit.press("Save and continue");
  await expect(row("Whether a group of buildings")).toContainText("2");

  await visit.click(row("Each responsible person").getByRole("link"));
  await page.getByLabel("A responsible person").check();
  await page.getByRole("group", { name: "Is anybody else responsible" }).getByLabel("Yes").check();
  await page.getByRole("group", { name: "responsible for other premises" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("group", { name: "Is there a licence" }).getByLabel("Yes").check();
  await shots(page, "control");
  await visit.press("Save and continue");
  await expect(row("Others with any control")).toContainText("Missing");
  await visit.click(row("Others with any control").getByRole("link"));
  await visit.click(page.getByRole("button", { name: "Add a person or organisation" }));
  await visit.press("Save");
  await expect(page.getByRole("alert")).toContainText("Choose what part they have");
  await page.getByLabel("Has some control").check();
  await page.getByLabel("Name of the person or organisation").fill("Harbour Estates Ltd");
  await page.getByLabel("What is their connection with the responsible person?").fill("Landlord");
  await page.getByLabel("Telephone").fill("0121 496 0000");
  await shots(page, "party");
  await visit.press("Save");
  await expect(page.getByText("Has some control: Landlord")).toBeVisible();

  await visit.goto(page.url().replace("/control", "/licences/new"));
  await page.getByLabel("Alcohol").check();
  await page.getByLabel("In force").check();
  await page.getByLabel("What it is, or its number").fill("Premises licence 12/345");
  await page.getByLabel("Who issued it, or will").fill("Birmingham City Council");
  const issued = page.getByRole("group", { name: "When was it issued?" });
  await issued.getByLabel("Day").fill("1");
  await issued.getByLabel("Month").fill("2");
  await issued.getByLabel("Year").fill("2020");
  await shots(page, "licence");
  await visit.press("Save");
  await expect(page.getByText("in force from 1 February 2020")).toBeVisible();

  await visit.follow("What the SIA will ask");
  await expect(row("Others with any control")).toContainText("Harbour Estates Ltd; Landlord; 0121 496 0000");
  await expect(row("Licences, certificates and notices")).toContainText("Premises licence 12/345");
  await shots(page, "notification");
  const address = page.url();
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const json = await page.request.get(`${address}.json`, { headers: { cookie } });
  expect(json.headers()["content-disposition"]).toContain("notification.json");
  const fields = ((await json.json()) as { fields: { field: string; state: string }[] }).fields;
  expect(fields.find(({ field }) => field === "licences")?.state).toBe("given");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Take it with you")).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await visit.goto(address.replace("/notification", "/decisions"));
  await expect(page.getByText("What followed").first()).toBeVisible();
  await shots(page, "decisions");
});

test("an operator keeps when notice was given, and sees what changed since", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.follow("See or change what you said");
  const hall = page.url();
  await visit.follow("Notices to the SIA that you gave");
  await expect(page.getByText("No notices are recorded yet.")).toBeVisible();
  await visit.click(page.getByRole("button", { name: "Record a notice" }));
  await visit.press("Save");
  await expect(page.getByRole("alert")).toContainText("Say what you told the SIA");
  await page.getByLabel("That you became responsible").check();
  const today = new Date();
  const given = page.getByRole("group", { name: "When did you give notice?" });
  await given.getByLabel("Day").fill(String(today.getUTCDate()));
  await given.getByLabel("Month").fill(String(today.getUTCMonth() + 1));
  await given.getByLabel("Year").fill(String(today.getUTCFullYear()));
  await page.getByLabel("The SIA’s reference").fill("SIA 12/345");
  await page.getByText("What this service says today").first().click();
  await page.getByRole("group", { name: "Did you tell the SIA what" }).getByLabel("Yes, all of it").check();
  await shots(page, "notice-new");
  await visit.press("Save");
  await expect(page.getByRole("cell", { name: "SIA 12/345" })).toBeVisible();
  await shots(page, "notices");

  await visit.goto(`${hall}/address`);
  await page.getByLabel("Name of the premises").fill("New Hall");
  await visit.click(page.locator("main form").getByRole("button"));
  await visit.goto(`${hall}/deadlines`);
  // A slip that is put right on the same day is none, but this one stands.
  await expect(page.getByRole("rowheader", { name: "Name and address of the premises" })).toBeVisible();
  await shots(page, "deadlines-since");

  await visit.follow("Notices to the SIA");
  await visit.click(page.getByRole("table").getByRole("link"));
  await page.getByText("This record is a mistake").click();
  await page.getByLabel("What was wrong with it?").fill("Notice was not sent after all");
  await visit.press("Take the record back");
  await expect(page.getByText("A mistake, taken back on")).toBeVisible();
  await visit.goto(`${hall}/deadlines`);
  await expect(page.getByText("You have recorded no notice.")).toBeVisible();
});
