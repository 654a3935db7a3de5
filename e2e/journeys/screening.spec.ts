// An operator screens many sites from pasted rows and from a file, and downloads the result.
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";

const header =
  "id,schedule1_use,peak_individuals,is_building_or_with_building,is_event,public_access,access_controlled,excluded_reason";
const rows = [
  "PUB,2,203,yes,no,yes,no,",
  'TYPO,1,"1,200",yes,no,yes,no,',
  "GROUND,4,600,yes,no,yes,yes,",
  "FIELD,none,900,no,yes,yes,yes,",
  "CHURCH,9,2500,yes,no,yes,no,",
];

test("an operator screens many sites, mends what is wrong and downloads the result", async ({ page, visit }) => {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await visit.follow("Screen many sites");
  await page.getByText("What goes into each column").click();
  await visit.check();
  await shots(page, "screening");

  await page.getByLabel("Or paste rows here").fill("id,schedule1_use\nPUB,2\n");
  await visit.press("Screen the sites");
  await expect(page.getByRole("alert")).toContainText("The first row has no columns peak_individuals");
  await expect(page.getByLabel("Or paste rows here")).toHaveValue(/PUB,2/);

  await page.getByLabel("Or paste rows here").fill([header, ...rows].join("\n"));
  await visit.press("Screen the sites");
  await expect(page.getByText("Standard tier: 3, Qualifying event: 1. Arguable: 1.")).toBeVisible();
  await expect(page.getByRole("row", { name: /peak_individuals/ })).toContainText("is not a whole number");
  await expect(page.getByRole("row", { name: /GROUND/ })).toContainText("arguable: ");
  await shots(page, "screening-answer");

  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the result (CSV)" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("screening.csv");
  const text = (await (await download.createReadStream()).toArray()).join("");
  expect(text).toMatch(/^id,tier,sections,reasons\nPUB,standard,/);

  await visit.follow("Back");
  await page.getByLabel("The file").setInputFiles({
    name: "sites.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\ufeff${[header, ...rows.filter((row) => !row.startsWith("TYPO"))].join("\r\n")}\r\n`),
  });
  await visit.press("Screen the sites");
  await expect(page.getByText("Rows that could not be read")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /CHURCH/ })).toContainText("always in the standard tier");
});
