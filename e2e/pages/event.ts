// What an operator says about an event.
import type { Page } from "@playwright/test";
import type { Visit } from "./visit.js";

/** A day in the three fields under this question. */
export async function day(page: Page, question: string, [on, month, year]: [string, string, string]): Promise<void> {
  const group = page.getByRole("group", { name: question });
  await group.getByLabel("Day", { exact: true }).fill(on);
  await group.getByLabel("Month", { exact: true }).fill(month);
  await group.getByLabel("Year", { exact: true }).fill(year);
}

export async function fillDates(page: Page): Promise<void> {
  await day(page, "Which day does it start?", ["3", "7", "2027"]);
  await page.getByLabel("Time it starts").fill("7:30pm");
  await day(page, "Which day does it end?", ["3", "7", "2027"]);
  await page.getByLabel("Time it ends").fill("23:00");
  await day(page, "Which day are the first people let in?", ["3", "7", "2027"]);
  await page.getByLabel("Time of first admission").fill("18.00");
  await page.getByRole("group", { name: "Was the event held before?" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("group", { name: "held again?" }).getByLabel("Yes", { exact: true }).check();
}

export async function fillPublicity(page: Page): Promise<void> {
  const made = page.getByRole("group", { name: "Is the date of the event made public?" });
  await made.getByLabel("Yes, it was or will be").check();
  await day(page, "On which day, first?", ["1", "2", "2027"]);
  await page.getByLabel("A web page").check();
  await page.getByLabel("Web address").fill("https://meadow.example/tickets");
  await page.getByRole("group", { name: "Did you take the event over" }).getByLabel("No", { exact: true }).check();
}

export async function fillEntry(page: Page, covers: string): Promise<void> {
  await page.getByRole("group", { name: "Can members of the public attend?" }).getByLabel("Yes").check();
  await page.getByLabel("Tickets, free ones too").check();
  await page.getByLabel(covers).check();
}

export async function fillNumber(page: Page, number: string): Promise<void> {
  await page.getByLabel("Greatest number of people at the same time").fill(number);
  await page.getByLabel("A limit on tickets or entries").check();
  await day(page, "When did you work it out?", ["1", "2", "2026"]);
}

/** Says that an event is held on open land, which is no enhanced duty premises. */
export async function fillHost(page: Page): Promise<void> {
  await page.getByRole("group", { name: "enhanced duty premises" }).getByLabel("No", { exact: true }).check();
  await page.getByLabel("What is the place mainly used for?").selectOption("None of these, or open land");
  await page.getByRole("group", { name: "apply to the place" }).getByLabel("None of these").check();
  await page.getByRole("group", { name: "by itself" }).getByLabel("I do not know", { exact: true }).check();
}

/** Registers a festival on a field for 1,500 people with tickets. Ends on the page that says that it qualifies. */
export async function registerFestival(page: Page, visit: Visit, name: string): Promise<void> {
  await visit.goto("/events/register");
  await page.getByLabel("Name of the event").fill(name);
  await page.getByLabel("Short description").fill("Music on a field");
  await page.getByLabel("At another place").check();
  await page.getByLabel("Address line 1").fill("Long Meadow");
  await page.getByLabel("Town or city").fill("Birmingham");
  await page.getByLabel("Postcode").fill("B1 1BB");
  await visit.press("Continue");
  await fillDates(page);
  await visit.press("Save and continue");
  await fillPublicity(page);
  await visit.press("Save and continue");
  await fillHost(page);
  await visit.press("Save and continue");
  await fillEntry(page, "All of the site");
  await visit.press("Save and continue");
  await fillNumber(page, "1500");
  await visit.press("Save and continue");
  await page.locator("#larger-2").check();
  await visit.press("Save and continue");
}
