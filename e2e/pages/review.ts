// What a CTSA does with a case.
import type { Page } from "@playwright/test";
import { shots } from "./shots.js";
import type { Visit } from "./visit.js";

/** Records, on the page to do so, that a call confirmed who speaks for the premises. */
export async function confirmAuthority(page: Page, visit: Visit): Promise<void> {
  await page.getByLabel("Called the switchboard").check();
  await shots(page, "authority");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("11");
  await page.getByLabel("Year", { exact: true }).fill("2026");
  await visit.press("Record");
}

/** Returns the case that is open with its first question, for this reason. */
export async function returnFirstQuestion(page: Page, visit: Visit, reason: string, message: string): Promise<void> {
  await visit.click(page.getByRole("button", { name: "Return with named questions" }));
  await page.getByRole("checkbox").first().check();
  await shots(page, "return");
  await visit.press("Continue");
  await page.locator("textarea[id^='reason-']").fill(reason);
  await page.getByLabel("Message to the operator").fill(message);
  await shots(page, "return-reasons");
  await visit.press("Return the case");
}

/** Opens a case by the name of its premises, from the newest. */
export async function openCase(page: Page, visit: Visit, premises: string): Promise<void> {
  await visit.goto("/queue?sort=newest");
  await visit.click(page.getByRole("link", { name: premises }).first());
}
