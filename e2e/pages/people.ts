// People who use the portal, and what each does first.
import type { Page } from "@playwright/test";
import type { Visit } from "./visit.js";

export interface Person {
  name: string;
  email: string;
  password: string;
}

let people = 0;

/** Somebody with an address of their own. */
export function newPerson(name: string): Person {
  people += 1;
  const unique = `${process.pid}-${Date.now()}-${people}`;
  return { name, email: `person-${unique}@example.org`, password: "a quiet harbour at dusk" };
}

/** Opens an account and signs in. */
export async function signUpAndIn(page: Page, visit: Visit, person: Person): Promise<void> {
  await visit.goto("/sign-up");
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Choose a password").fill(person.password);
  await visit.press("Create account");
  await signIn(page, visit, person);
}

/** Signs in on the page that is open. */
export async function signIn(page: Page, visit: Visit, person: Person): Promise<void> {
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await visit.press("Sign in");
}

/** Registers the organisation that somebody acts for. */
export async function registerOrganisation(page: Page, visit: Visit, name: string): Promise<void> {
  await page.getByLabel("Name of the organisation").fill(name);
  await visit.press("Continue");
}

/** Signs in as one of the demonstration's made-up people. */
export async function signInAs(page: Page, visit: Visit, what: string): Promise<void> {
  await visit.goto("/sign-in");
  await page.getByLabel(what, { exact: true }).check();
  await visit.press("Sign in as this person");
}

/** Signs out. */
export async function signOut(visit: Visit): Promise<void> {
  await visit.press("Sign out");
}
