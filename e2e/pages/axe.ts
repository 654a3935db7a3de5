// Does this page break a WCAG rule that a program can check?
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page, Request } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const options: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
  // Part of WCAG 2.2 AA (2.5.8), but off in axe unless asked for by name.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** One line for each violation: the rule, what it asks, and where. The page must run scripts. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate(async (chosen) => {
    const { axe } = window as unknown as { axe: { run(root: Document, with_: RunOptions): Promise<AxeResults> } };
    return axe.run(document, chosen);
  }, options);
  return results.violations.map((violation) => {
    const where = violation.nodes.map((node) => node.target.join(" ")).join(", ");
    return `axe: ${violation.id} (${violation.help}) at ${where}`;
  });
}

/**
 * The same for a page without scripts. Axe hangs there, since its timers never fire: so the page as it stands, its
 * script elements taken out, is served at the same address to `copy`, a page that runs scripts and is kept for this.
 */
export async function violationsWithoutScripts(page: Page, copy: Page): Promise<string[]> {
  // Without the fragment: with it, the same page twice would not be loaded again.
  const address = page.url().split("#")[0] ?? "";
  const html = (await page.content()).replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, "");
  const unstyled: string[] = [];
  const itself = (asked: URL): boolean => asked.href === address;
  // Without its stylesheet the copy would be another page: colours and sizes would go unchecked.
  const failed = (request: Request): void => {
    if (request.resourceType() === "stylesheet") {
      unstyled.push(`axe saw the page without ${request.url()}`);
    }
  };
  const size = page.viewportSize();
  if (size) {
    await copy.setViewportSize(size);
  }
  await copy.route(itself, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  copy.on("requestfailed", failed);
  try {
    await copy.goto(address);
    return [...unstyled, ...(await violations(copy))];
  } finally {
    copy.off("requestfailed", failed);
    await copy.unroute(itself);
  }
}
