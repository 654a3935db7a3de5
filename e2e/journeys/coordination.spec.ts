// Two operators link their premises by consent; each then sees the other, and what section 8 asks of them.
import { newPerson, registerOrganisation, signIn, signOut, signUpAndIn } from "../pages/people.js";
import { registerHall } from "../pages/premises.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

test("two operators link premises, and one ends it", async ({ page, visit }) => {
  test.setTimeout(360_000);
  const [ann, bob] = [newPerson("Ann Lee"), newPerson("Bob Moss")];
  await signUpAndIn(page, visit, ann);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Bluebell Trust");
  await registerHall(page, visit, "Old Hall");
  await visit.follow("See or change what you said");
  await visit.follow("Working with others who have control");
  await expect(page.getByRole("heading", { name: "What is arguable" })).toBeVisible();
  const annsPage = page.url();
  await visit.press("Make the link");
  await expect(page.getByRole("alert")).toContainText("Choose how the other premises stand to yours");
  await page.getByLabel("Their premises are part of yours").check();
  await visit.press("Make the link");
  const link = new URL(await page.locator("code").innerText(), page.url()).pathname;
  await shots(page, "link-made");
  await signOut(visit);

  await signUpAndIn(page, visit, bob);
  await visit.follow("Your premises");
  await registerOrganisation(page, visit, "Kingfisher Ltd");
  await registerHall(page, visit, "Corner Shop");
  await visit.goto(link);
  await expect(page.getByText("Bluebell Trust")).toBeVisible();
  await visit.press("Agree and link");
  await expect(page.getByRole("alert")).toContainText("Choose which of your premises it concerns");
  await page.getByLabel("Which of your premises does it concern?").selectOption({ index: 1 });
  await shots(page, "link-agree");
  await visit.press("Agree and link");
  await expect(page.getByText("Old Hall")).toBeVisible();
  await expect(page.getByText("Your premises are part of theirs").first()).toBeVisible();
  await expect(page.getByText("350")).toHaveCount(0);
  await shots(page, "link");
  await signOut(visit);

  await visit.goto("/sign-in");
  await signIn(page, visit, ann);
  await visit.goto(new URL(annsPage).pathname);
  await expect(page.getByText("Kingfisher Ltd").first()).toBeVisible();
  await visit.click(page.getByRole("link", { name: "End the link" }));
  await shots(page, "link-end");
  await visit.click(page.locator("main").getByRole("button"));
  await expect(page.getByText("Kingfisher Ltd")).toHaveCount(0);
});
