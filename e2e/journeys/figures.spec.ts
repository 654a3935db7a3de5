// A council viewer sees the latest frozen release, and a new one once it is made.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { signInAs, signOut } from "../pages/people.js";
import { shots } from "../pages/shots.js";
import { expect, test } from "../pages/visit.js";

/** Freezes figures as of a day to come, under a clock that is past it. */
function release(day: Date): void {
  const root = resolve(import.meta.dirname, "../..");
  const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
  const ahead = Math.ceil((day.getTime() - Date.now()) / 86_400_000) + 1;
  const asOf = day.toISOString().slice(0, 10);
  const words = ["release", "--data", process.env.PORTAL_DATA ?? "", "--as-of", asOf, "--days-ahead", String(ahead)];
  execFileSync(`${target}/debug/server`, words, { cwd: root, env: { ...process.env, PORTAL_LOG: "warn" } });
}

test("a council viewer sees the figures of the latest release", async ({ page, visit }) => {
  // A later day for each release of this run: the other project makes one too.
  const seconds = Math.floor(Date.now() / 1000) % 100_000;
  const day = new Date(Date.UTC(2031, 0, 1) + seconds * 86_400_000);
  await signInAs(page, visit, "Local authority viewer, Birmingham");
  await visit.follow("Figures");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Birmingham");
  await shots(page, "area");
  const before = await page.locator("main").innerText();
  release(day);
  await visit.goto("/area/E08000025");
  const after = await page.locator("main").innerText();
  expect(after).not.toBe(before);
  for (const path of ["/premises", "/queue", "/admin/people", "/area/E08000026"]) {
    expect(await visit.goto(path), path).toBe(404);
  }
  await signOut(visit);
});
