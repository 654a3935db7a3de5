// Does every page that the demonstration's people can reach hold at both widths, and stay light?
import { request as http } from "node:http";
import { signInAs } from "../pages/people.js";
import { expect, test, type Visit } from "../pages/visit.js";
import type { BrowserContext, Page } from "@playwright/test";

const people = [
  { what: "Venue operator, Kestrel Leisure (made up)", start: "/premises", kinds: 25 },
  { what: "CTSA, West Midlands", start: "/queue", kinds: 3 },
  { what: "Local authority viewer, Birmingham", start: "/area", kinds: 2 },
  { what: "Local authority viewer, Coventry", start: "/area", kinds: 2 },
  { what: "Administrator", start: "/admin/people", kinds: 3 },
];

/** Pages that differ in an id only are of one kind: one of them is visited. */
function kind(path: string): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/\/questions\/.*/, "/questions/{question}");
}

/** The portal's own addresses that the page links to. */
async function links(page: Page): Promise<string[]> {
  const found = await page.locator("main a[href^='/']:not([download]), nav a[href^='/']").evaluateAll((all) =>
    all.map((link) => link.getAttribute("href") ?? ""),
  );
  return found.map((href) => href.split(/[?#]/)[0] ?? "");
}

/** Opens one page of each kind that can be reached by links, at both widths; the kinds. */
async function everyKind(page: Page, visit: Visit, start: string): Promise<string[]> {
  const waiting = [start];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (path === "" || seen.has(kind(path))) {
      continue;
    }
    seen.add(kind(path));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await visit.goto(path), path).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
    expect(await page.title(), path).not.toContain("<");
    await page.setViewportSize({ width: 320, height: 640 });
    await visit.check();
    waiting.push(...(await links(page)));
  }
  return [...seen];
}

for (const { what, start, kinds } of people) {
  test(`every page of ${what} holds at 1280 and 320 px`, async ({ page, visit }) => {
    // An operator has dozens of kinds of pages, and each is checked at both widths.
    test.slow();
    await signInAs(page, visit, what);
    expect((await everyKind(page, visit, start)).length).toBeGreaterThanOrEqual(kinds);
  });
}

/** Bytes of a body as they come over the wire with Brotli. */
async function weight(context: BrowserContext, address: URL): Promise<number> {
  const cookie = (await context.cookies(address.href)).map(({ name, value }) => `${name}=${value}`).join("; ");
  return new Promise((weighed, failed) => {
    const asked = http(address, { headers: { "accept-encoding": "br", cookie } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () =>
        answer.statusCode === 200 ? weighed(bytes) : failed(new Error(`${address.href}: ${answer.statusCode}`)),
      );
    });
    asked.on("error", failed);
    asked.end();
  });
}

/** Bytes of the open page: HTML, stylesheets and scripts; the wasm half apart. */
async function weigh(page: Page): Promise<{ light: number; wasm: number }> {
  const own = new URL(page.url());
  const named = await page.locator('link[rel="stylesheet"], script[src]').evaluateAll((all) =>
    all.map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? ""),
  );
  const folder = (named[0] ?? "").replace(/[^/]*$/, "");
  // What start.js loads by itself.
  const later = ["govuk-frontend.min.js", "portal.js"].map((name) => folder + name);
  let light = await weight(page.context(), own);
  for (const path of new Set([...named, ...later])) {
    light += await weight(page.context(), new URL(path, own));
  }
  return { light, wasm: await weight(page.context(), new URL(`${folder}portal_bg.wasm`, own)) };
}

test("the pages that people use most are light", async ({ page, visit }) => {
  const weights: string[] = [];
  const light = async (name: string, path: string): Promise<void> => {
    await visit.goto(path);
    const bytes = await weigh(page);
    weights.push(`${name} ${(bytes.light / 1000).toFixed(1)} kB, wasm ${(bytes.wasm / 1000).toFixed(1)} kB`);
    expect(bytes.light, name).toBeLessThanOrEqual(50_000);
    expect(bytes.wasm, name).toBeLessThanOrEqual(100_000);
  };
  const first = async (part: string): Promise<string> => {
    const found = (await links(page)).find((path) => path.includes(part));
    expect(found, part).toBeDefined();
    return found ?? "";
  };
  await signInAs(page, visit, "Venue operator, Kestrel Leisure (made up)");
  await visit.goto("/premises");
  await visit.follow("Drumlin Museum");
  await visit.press("Go on with the questions");
  const assessment = new URL(page.url()).pathname;
  await light("tasks", assessment);
  await light("question", await first("/questions/"));
  await light("check", `${assessment}/check`);
  await visit.press("Sign out");
  await signInAs(page, visit, "CTSA, West Midlands");
  await light("queue", "/queue");
  await light("case", await first("/cases/"));
  console.log(weights.join("\n"));
});
