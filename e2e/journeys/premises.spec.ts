// An operator signs up, registers an organisation and premises, and is told the tier and why.
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";

test("an operator registers premises and is told the tier and why", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await expect(page.getByText("You have not registered any premises yet")).toBeVisible();
  await visit.click(page.getByRole("button", { name: "Register premises" }));

  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Enter the name of the premises");
  await page.getByLabel("Name of the premises").fill("Old Hall");
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await shots(page, "register-premises");
  await visit.press("Continue");

  await page.getByRole("group", { name: "Is there a building?" }).getByLabel("Yes").check();
  await page.getByLabel("A hall").check();
  await page.getByLabel("Halls and conference centres: mainly for visiting members of the public?").selectOption("Yes");
  await page.getByRole("group", { name: "Taken together" }).getByLabel("Yes").check();
  await page.getByLabel("which is the principal use").selectOption("Halls and conference centres");
  await shots(page, "uses");
  await visit.press("Save and continue");

  await page.getByRole("group", { name: "Does any of these apply?" }).getByLabel("None of these").check();
  await page.getByRole("group", { name: "larger premises" }).getByLabel("No", { exact: true }).check();
  await visit.press("Save and continue");

  const number = page.getByLabel("Greatest number of people at the same time");
  await number.fill("80");
  if (test.info().project.name === "js-on") {
    await expect(page.getByText("Premises of this size are usually outside the Act.")).toBeVisible();
    await number.fill("350");
    await expect(page.getByText("Premises of this size are usually in the standard tier.")).toBeVisible();
    await visit.check();
  }
  await number.fill("350");
  await page.getByLabel("Tickets").first().check();
  await page.getByLabel("Explain it in a sentence").fill("</textarea><script>alert(1)</script> tickets sold");
  await page.getByLabel("Day", { exact: true }).fill("31");
  await page.getByLabel("Month", { exact: true }).fill("2");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await visit.press("Save and continue");
  await expect(page.getByRole("alert")).toContainText("Enter the date that you worked it out");
  await expect(page.getByLabel("Explain it in a sentence")).toHaveValue("</textarea><script>alert(1)</script> tickets sold");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await shots(page, "number");
  await visit.press("Save and continue");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("These premises seem to be in the standard tier");
  await expect(page.getByRole("row", { name: "350 people expected" }).first()).toContainText("section 2(2)(c)");
  await shots(page, "tier");
  await visit.follow("See or change what you said");
  await expect(page.getByText("Birmingham City Council")).toBeVisible();
  await shots(page, "premises");
  await visit.press("Sign out");
});
