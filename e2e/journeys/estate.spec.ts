// An operator imports premises from a file, finds them in the list, and changes what several share.
import { expect, test } from "../pages/visit.js";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";

const header =
  "name,address_line_1,town,postcode,uprn,uses,for_visiting_public,mainly_used,building,exclusions," +
  "part_of_larger_premises,greatest_number,method,counted_on,note";
const row = (name: string, postcode: string, people: string): string =>
  `${name},1 High Street,Birmingham,${postcode},,6,yes,yes,yes,none,no,${people},ticket-cap,2026-02-01,"Tickets, sold"`;

test("an operator imports an estate, mends a file, and changes what premises share", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.follow("Your premises");
  await visit.click(page.getByRole("button", { name: "Import from a file" }));
  await shots(page, "import");
  await page.getByText("What goes into each column").click();
  await visit.check();
  await shots(page, "import-guidance");
  const template = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the template" }).click();
  expect((await template).suggestedFilename()).toBe("premises.csv");

  // Files that say nothing.
  await visit.press("Check the file");
  await expect(page.getByRole("alert")).toContainText("Choose a file, or paste rows");
  await page.getByLabel("The file").setInputFiles({ name: "a.xlsx", mimeType: "text/csv", buffer: Buffer.from("PK\u0003\u0004") });
  await visit.press("Check the file");
  await expect(page.getByRole("alert")).toContainText("This is a spreadsheet, not a CSV file");
  await page.getByLabel("Or paste rows here").fill("name,town\n</textarea><b>Old Hall</b>,Birmingham");
  await visit.press("Check the file");
  await expect(page.getByRole("alert")).toContainText("The first row does not have: address_line_1, postcode");
  await expect(page.getByLabel("Or paste rows here")).toHaveValue("name,town\n</textarea><b>Old Hall</b>,Birmingham");
  await shots(page, "import-wrong");

  // A file with faults, and a row that is there already.
  const rows = [
    row("The Old Hall", "B1 1BB", "350"),
    row("", "ZZ99 9ZZ", "350"),
    row("Kestrel Arena", "M1 1AE", "lots"),
    ...Array.from({ length: 60 }, (_, n) => row(`Mill ${n + 1}`, "DY1 1AA", n % 5 === 0 ? "900" : "350")),
  ];
  const file = [header, ...rows].join("\r\n");
  await page.getByLabel("Or paste rows here").fill("");
  await page.getByLabel("The file").setInputFiles({ name: "estate.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await visit.press("Check the file");
  await expect(page.getByRole("row", { name: "3 postcode There is no such postcode" })).toBeVisible();
  await expect(page.getByRole("row", { name: "4 greatest_number Not a whole number, like 350 lots" })).toBeVisible();
  await shots(page, "import-check");
  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("Choose what to do with the file");
  await page.getByLabel("Import nothing and throw the file away").check();
  await visit.press("Continue");

  // Mended in part, the rest left.
  await page.getByLabel("The file").setInputFiles({ name: "estate.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await visit.press("Check the file");
  await expect(page.getByText("Row 2: The Old Hall")).toBeVisible();
  await page.getByLabel("Import the good rows and leave the bad ones (2 rows)").check();
  await visit.press("Continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("60 premises imported");
  await shots(page, "imported");

  // The list.
  await visit.click(page.getByRole("button", { name: "Go to your premises" }));
  await expect(page.getByText("50 of 61 premises.")).toBeVisible();
  await shots(page, "estate");
  await visit.follow("Next page");
  await expect(page.getByRole("link", { name: "Old Hall", exact: true })).toBeVisible();
  await page.getByText("Search, filter and sort").click();
  await page.getByLabel("Name or postcode").fill("dy1");
  await page.getByLabel("Tier", { exact: true }).selectOption("Enhanced");
  await page.getByLabel("Order").selectOption("By name");
  await visit.press("Show");
  await expect(page.getByText("12 of 61 premises match.")).toBeVisible();
  await shots(page, "estate-filtered");

  // What they share.
  await visit.press("Continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose premises first");
  await page.goBack();
  await page.getByLabel("Mill 1", { exact: true }).check();
  await page.getByLabel("Mill 6", { exact: true }).check();
  await visit.press("Continue");
  await expect(page.getByText("You chose 2 premises.")).toBeVisible();
  await visit.press("See what will change");
  await expect(page.getByRole("alert")).toContainText("Change at least one of the facts");
  await page.getByLabel("Yes, and somebody else is responsible for the larger premises").check();
  await shots(page, "shared");
  await visit.press("See what will change");
  await expect(page.getByRole("row", { name: "Mill 1 Part of larger premises: No →" })).toBeVisible();
  await shots(page, "shared-preview");
  await visit.press("Save for 2 premises");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 premises changed");
  await shots(page, "shared-done");

  // One that is likely there already.
  await visit.click(page.getByRole("button", { name: "Go to your premises" }));
  await visit.click(page.getByRole("button", { name: "Register premises" }));
  await page.getByLabel("Name of the premises").fill("The Old Hall");
  await page.getByLabel("Address line 1").fill("1 High Street");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await visit.press("Continue");
  await expect(page.getByRole("alert")).toContainText("You already have premises like this");
  await shots(page, "likely-same");
  await visit.press("Register anyway");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What the premises are used for");
});
