// What can somebody see who has not signed in?
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

const pages = [
  { path: "/", name: "home" },
  { path: "/sign-in", name: "sign-in" },
  { path: "/sign-up", name: "sign-up" },
  { path: "/accessibility", name: "accessibility" },
  { path: "/privacy", name: "privacy" },
  { path: "/cookies", name: "cookies" },
];

for (const { path, name } of pages) {
  test(`${name} opens without signing in`, async ({ page, visit }) => {
    expect(await visit.goto(path)).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("contentinfo")).toContainText("This is not GOV.UK");
    await shots(page, name);
  });
}

test("an address that does not exist answers 404 with a page that helps", async ({ page, visit }) => {
  expect(await visit.goto("/no-such-page")).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("static files are kept for good, pages are not", async ({ page, request }) => {
  const answer = await page.goto("/");
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  const style = await page.locator('link[rel="stylesheet"]').first().getAttribute("href");
  expect(style).toMatch(/^\/assets\/[0-9a-f]{16}\/portal\.css$/);
  const file = await request.get(style ?? "", { headers: { "accept-encoding": "br" } });
  expect(file.headers()["cache-control"]).toContain("immutable");
  expect(file.headers()["content-encoding"]).toBe("br");
});
