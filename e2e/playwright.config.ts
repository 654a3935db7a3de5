// Settings: PORTAL_URL tests a portal that already runs; otherwise the built server is started in demo mode on a
// free port, with its data in PORTAL_DATA (or a new temporary folder).
import { mkdtempSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

// Every worker reads this file again: the first reading decides, the environment carries it.
const own = process.env.PORTAL_URL === undefined || process.env.PORTAL_OWN === "yes";
if (process.env.PORTAL_URL === undefined) {
  process.env.PORTAL_URL = `http://127.0.0.1:${await freePort()}`;
  process.env.PORTAL_OWN = "yes";
}
const url = process.env.PORTAL_URL;

function server(): NonNullable<PlaywrightTestConfig["webServer"]> {
  const root = resolve(import.meta.dirname, "..");
  const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
  const data = (process.env.PORTAL_DATA ??= mkdtempSync(join(tmpdir(), "portal-")));
  return {
    command: `${target}/debug/server serve --demo --data ${data}`,
    cwd: root,
    // Each journey comes from an address of its own (pages/visit.ts), since sign-ins are counted by address.
    env: { BIND: new URL(url).host, PORTAL_LOG: process.env.PORTAL_LOG ?? "warn", PORTAL_TRUSTED_PROXIES: "127.0.0.1" },
    url,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  };
}

export default defineConfig({
  testDir: "journeys",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [["list"]],
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: url,
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "js-on" },
    { name: "js-off", use: { javaScriptEnabled: false } },
    // The width at which WCAG 2.2 asks for reflow (1.4.10); the cheap specs only.
    { name: "narrow", testMatch: "public.spec.ts", use: { viewport: { width: 320, height: 640 } } },
  ],
  ...(own ? { webServer: server() } : {}),
});
