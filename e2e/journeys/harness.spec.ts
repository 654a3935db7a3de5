// Would `visit` notice? One planted fault of each kind, and pages that it must let pass.
import type { Page } from "@playwright/test";
import { expect, test } from "../pages/visit.js";

interface Answer {
  body: string;
  head?: string;
  status?: number;
  csp?: string;
}

/** Serves a page of our own at this address of the portal. */
async function plant(page: Page, path: string, { body, head = "", status = 200, csp }: Answer): Promise<void> {
  await page.route(`**${path}`, (route) =>
    route.fulfill({
      status,
      contentType: "text/html; charset=utf-8",
      headers: csp ? { "content-security-policy": csp } : {},
      body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Planted</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}</head>
        <body><main><h1>Planted</h1>${body}</main></body></html>`,
    }),
  );
}

test("a page without faults passes", async ({ page, visit }) => {
  await plant(page, "/planted", { body: "<p>Nothing wrong here</p>" });
  expect(await visit.goto("/planted")).toBe(200);
});

test("a document that answers 422 passes, with the browser's own line about it", async ({ page, visit }) => {
  await plant(page, "/planted", { body: "<p>There is a problem</p>", status: 422 });
  expect(await visit.goto("/planted")).toBe(422);
});

test("a strict content security policy does not keep axe out", async ({ page, visit }) => {
  const csp = "default-src 'none'; img-src data:; script-src 'nonce-a' 'strict-dynamic'; require-trusted-types-for 'script'";
  await plant(page, "/planted", { body: '<img src="data:,">', csp });
  await expect(visit.goto("/planted")).rejects.toThrow(/axe: image-alt/);
});

test("an image without a text alternative is noticed", async ({ page, visit }) => {
  await plant(page, "/planted", { body: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">' });
  await expect(visit.goto("/planted")).rejects.toThrow(/axe: image-alt/);
});

test("pale text is noticed", async ({ page, visit }) => {
  await plant(page, "/planted", { body: "<p>Pale</p>", head: "<style>p { color: #aaa; background: #fff }</style>" });
  await expect(visit.goto("/planted")).rejects.toThrow(/axe: color-contrast/);
});

test("targets too small for WCAG 2.2 are noticed", async ({ page, visit }) => {
  const head = "<style>button { width: 12px; height: 12px; padding: 0; margin: 0; border: 0; display: block }</style>";
  const body = '<div><button aria-label="One"></button><button aria-label="Two"></button></div>';
  await plant(page, "/planted", { body, head });
  await expect(visit.goto("/planted")).rejects.toThrow(/axe: target-size/);
});

test("a missing part of the page is noticed", async ({ page, visit }) => {
  await page.route("**/missing.png", (route) => route.fulfill({ status: 404, body: "" }));
  await plant(page, "/planted", { body: '<img src="/missing.png" alt="Plan">' });
  await expect(visit.goto("/planted")).rejects.toThrow(/console error: Failed to load resource/);
});

test("a request to elsewhere is noticed", async ({ page, visit }) => {
  await page.route("http://elsewhere.test/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg/>" }));
  await plant(page, "/planted", { body: '<img src="http://elsewhere.test/count.svg" alt="">' });
  await expect(visit.goto("/planted")).rejects.toThrow(/request to elsewhere: http:\/\/elsewhere\.test/);
});

test("something wider than the window is noticed", async ({ page, visit }) => {
  await plant(page, "/planted", { body: "<div>Wide</div>", head: "<style>div { width: 3000px }</style>" });
  await expect(visit.goto("/planted")).rejects.toThrow(/wider than the window/);
});

test("a fault on the page behind a link is noticed", async ({ page, visit }) => {
  await plant(page, "/planted", { body: '<a href="/behind">Next</a>' });
  await plant(page, "/behind", { body: "<input>" });
  await visit.goto("/planted");
  await expect(visit.follow("Next")).rejects.toThrow(/axe: label/);
});

test.describe("with scripts", () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "these faults need a script that runs");

  for (const [name, script, told] of [
    ["a word in the console", "console.log('debugging')", /console log: debugging/],
    ["an error in the console", "console.error('broken')", /console error: broken/],
    ["an exception", "throw new Error('thrown')", /uncaught: thrown/],
    ["a rejected promise", "Promise.reject(new Error('rejected'))", /uncaught: rejected/],
  ] as const) {
    test(`${name} is noticed`, async ({ page, visit }) => {
      await plant(page, "/planted", { body: `<script>${script}</script>` });
      await expect(visit.goto("/planted")).rejects.toThrow(told);
    });
  }

  test("a script that the policy refuses is noticed", async ({ page, visit }) => {
    await plant(page, "/planted", { body: "<script>1</script>", csp: "default-src 'none'; img-src data:" });
    await expect(visit.goto("/planted")).rejects.toThrow(/console error: .*Content Security Policy/i);
  });

  test("an island that stays asleep is noticed", async ({ page, visit }) => {
    await plant(page, "/planted", { body: "<leptos-island></leptos-island>" });
    await expect(visit.goto("/planted")).rejects.toThrow(/the islands of this page wake/);
  });

  test("a word after the last check is noticed at the end", async ({ page, visit }) => {
    await plant(page, "/planted", { body: "<p>Quiet</p>" });
    await visit.goto("/planted");
    await page.evaluate(() => console.error("late"));
    await expect(visit.end()).rejects.toThrow(/late/);
  });
});
