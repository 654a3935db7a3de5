// With scripts, an answer is saved while somebody types, and the page says how that goes.
import type { Locator, Page, Request } from "@playwright/test";
import { newPerson, registerOrganisation, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test, type Visit } from "../pages/visit.js";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without scripts there is the button");

/** Opens a yes-or-no question of new premises; its path. */
async function openQuestion(page: Page, visit: Visit): Promise<string> {
  await signUpAndIn(page, visit, newPerson("Ann Lee"));
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.press("Start the questions");
  const question = `${new URL(page.url()).pathname}/questions/evacuation.procedure`;
  await visit.goto(question);
  return question;
}

const told = (page: Page): Locator => page.locator("p.portal-live");
const note = (page: Page): Locator => page.getByLabel("Note (optional)");
const byItself = (request: Request): boolean => request.headers()["x-autosave"] !== undefined;

/** What another tab finds saved. */
async function stored(page: Page, question: string): Promise<string> {
  const tab = await page.context().newPage();
  await tab.goto(question);
  const text = await note(tab).inputValue();
  await tab.close();
  return text;
}

test("an answer is saved, waits for the network, and outlives its tab", async ({ page, visit }) => {
  const question = await openQuestion(page, visit);
  await expect(told(page)).toHaveText("");
  await note(page).fill("first");
  await expect(told(page)).toContainText("Not saved yet. Choose an answer");
  await page.getByRole("radio", { name: "Partly" }).check();
  await expect(told(page)).toHaveText(/^Saved at \d\d:\d\d$/);
  await expect(page.getByRole("status")).toHaveText(/^Saved at \d\d:\d\d$/);
  expect(await stored(page, question)).toBe("first");
  await visit.check();
  await shots(page, "question-saved");

  // No network: it says so, and catches up by itself.
  await page.context().setOffline(true);
  await note(page).fill("second");
  await expect(told(page)).toHaveText("Not saved. Trying again…");
  await shots(page, "question-retrying");
  await note(page).fill("third");
  await page.context().setOffline(false);
  await expect(told(page)).toHaveText(/^Saved at/);
  await expect.poll(() => stored(page, question)).toBe("third");
  expect(visit.drain().filter((fault) => !fault.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);

  // A tab that is gone without warning.
  const tab = await page.context().newPage();
  await tab.goto(question);
  await note(tab).fill("fourth");
  await expect(told(tab)).toHaveText(/^Saved at/);
  await tab.close();
  await visit.goto(question);
  await expect(note(page)).toHaveValue("fourth");
  await note(page).fill("fifth");
  await visit.press("Save and continue");
  expect(await stored(page, question)).toBe("fifth");
});

test("somebody else's answer stops it, and the button shows both", async ({ page, visit }) => {
  const question = await openQuestion(page, visit);
  const theirs = await page.request.post(question, {
    form: { seen: "0", answer: "yes", note: "a colleague's note" },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(theirs.status()).toBe(303);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await note(page).fill("my note");
  await expect(told(page)).toContainText("somebody else changed this answer");
  await shots(page, "question-overtaken");
  expect(await stored(page, question)).toBe("a colleague's note");
  await visit.press("Save and continue");
  await expect(page.getByRole("heading", { name: "Somebody else answered this while you were here" })).toBeVisible();
  await expect(page.getByText("Note: a colleague's note")).toBeVisible();
  await expect(note(page)).toHaveValue("my note");
});

test("nobody meets their own answer", async ({ page, visit }) => {
  const question = await openQuestion(page, visit);

  // The button is pressed while a save is on its way.
  await page.route(`**${question}`, async (route) => {
    if (byItself(route.request())) {
      await new Promise((over) => setTimeout(over, 1_500));
    }
    await route.continue();
  });
  const sent = page.waitForRequest(byItself);
  await page.getByRole("radio", { name: "Partly" }).check();
  await sent;
  await note(page).fill("typed on the way");
  await visit.press("Save and continue");
  expect(new URL(page.url()).pathname, "the next question").not.toBe(question);
  await page.unrouteAll();
  expect(await stored(page, question)).toBe("typed on the way");

  // A save arrives, and its answer does not.
  await visit.goto(question);
  let lost = 0;
  await page.route(`**${question}`, async (route) => {
    if (byItself(route.request()) && lost === 0) {
      lost += 1;
      await route.fetch();
      await route.abort();
    } else {
      await route.continue();
    }
  });
  await note(page).fill("arrived");
  await expect(told(page)).toHaveText("Not saved. Trying again…");
  await note(page).fill("typed after");
  await expect(told(page)).toHaveText(/^Saved at/, { timeout: 20_000 });
  await expect.poll(() => stored(page, question)).toBe("typed after");
  expect(visit.drain().filter((fault) => !fault.includes("ERR_FAILED"))).toEqual([]);
});

test("the browser asks before it leaves what is not saved, and only then", async ({ page, visit }) => {
  const question = await openQuestion(page, visit);
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await note(page).click();
  await note(page).pressSequentially("no answer is chosen");
  await page.goto("/premises");
  expect(asked).toEqual(["beforeunload"]);
  await visit.goto(question);
  await page.getByRole("radio", { name: "Partly" }).click();
  await expect(told(page)).toHaveText(/^Saved at/);
  await page.goto("/premises");
  expect(asked).toEqual(["beforeunload"]);
});
