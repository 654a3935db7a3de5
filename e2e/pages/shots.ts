// Pictures of a page at the narrowest and an ordinary width, to be looked at by eye.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test, type Page } from "@playwright/test";

const widths = [320, 1280];

/**
 * Full-page pictures `NAME-320.png` and `NAME-1280.png` in the folder that SHOTS names. Without SHOTS, and in every
 * project but the first, nothing: one set of pictures is enough.
 */
export async function shots(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder || test.info().project.name !== "js-on") {
    return;
  }
  await mkdir(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  if (before) {
    await page.setViewportSize(before);
  }
}
