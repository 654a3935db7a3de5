// Every page a test sees ends in the same questions: any axe violation, any word in the console, any request to
// elsewhere, anything wider than the window? A test that uses `visit` cannot leave them out.
import { createHash } from "node:crypto";
import { expect, test as base } from "@playwright/test";
import type { Browser, ConsoleMessage, Locator, Page, Request } from "@playwright/test";
import { violations, violationsWithoutScripts } from "./axe.js";

/** The browser names a page with the fragment that a link of the error summary led to, or without. */
function withoutFragment(url: string): string {
  return url.split("#")[0] ?? url;
}

export class Visit {
  private faults: string[] = [];
  /** Addresses of documents that answered 4xx: the browser itself says so in the console, once for each. */
  private refused = new Set<string>();
  private scriptedPage: Page | undefined;

  constructor(
    private readonly page: Page,
    private readonly browser: Browser,
    private readonly origin: string,
    private readonly scripts: boolean,
  ) {
    const context = page.context();
    context.on("console", (message) => this.heard(message));
    context.on("weberror", (error) => this.faults.push(`uncaught: ${error.error().message}`));
    context.on("request", (request) => this.asked(request));
    context.on("response", (response) => {
      const status = response.status();
      if (response.request().isNavigationRequest() && status >= 400 && status < 500) {
        this.refused.add(withoutFragment(response.url()));
      }
    });
  }

  /** Opens an address of the portal and checks the page; the status of the answer. */
  async goto(path: string): Promise<number> {
    const response = await this.page.goto(path);
    await this.check();
    return response?.status() ?? 0;
  }

  /** Clicks what leads to another page (a link, a submit button), waits for that page and checks it. */
  async click(target: Locator): Promise<void> {
    const loaded = this.page.waitForEvent("load", { timeout: 20_000 });
    await target.click();
    await loaded;
    await this.check();
  }

  /** Presses the button with this text: see `click`. */
  async press(button: string): Promise<void> {
    await this.click(this.page.getByRole("button", { name: button, exact: true }));
  }

  /** Follows the link with this text: see `click`. */
  async follow(link: string): Promise<void> {
    await this.click(this.page.getByRole("link", { name: link, exact: true }));
  }

  /** Checks the page as it stands. Call it after a change without a new page, such as an island's. */
  async check(): Promise<void> {
    if (this.scripts) {
      await this.islandsAwake();
      this.faults.push(...(await violations(this.page)));
    } else {
      this.faults.push(...(await violationsWithoutScripts(this.page, await this.scripted())));
    }
    const excess = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    if (excess > 0) {
      this.faults.push(`wider than the window by ${excess} px`);
    }
    expect(this.drain(), this.page.url()).toEqual([]);
  }

  /** What went wrong since the last check; forgotten once told. */
  drain(): string[] {
    const told = this.faults;
    this.faults = [];
    return told;
  }

  /** Ends the visit: what came after the last check counts too. */
  async end(): Promise<void> {
    await this.scriptedPage?.context().close();
    expect(this.drain(), `after the last check of ${this.page.url()}`).toEqual([]);
  }

  /** start.js marks the body when every island is awake; a page without islands has nothing to wait for. */
  private async islandsAwake(): Promise<void> {
    if ((await this.page.locator("leptos-island").count()) > 0) {
      await expect(this.page.locator("body"), "the islands of this page wake").toHaveClass(/\bislands-awake\b/);
    }
  }

  /** The page in which pages without scripts are looked at. */
  private async scripted(): Promise<Page> {
    this.scriptedPage ??= await (await this.browser.newContext({ javaScriptEnabled: true })).newPage();
    return this.scriptedPage;
  }

  private heard(message: ConsoleMessage): void {
    const { url } = message.location();
    const own = message.type() === "error" && message.text().startsWith("Failed to load resource:");
    if (own && this.refused.has(withoutFragment(url))) {
      return;
    }
    this.faults.push(`console ${message.type()}: ${message.text()} (${url})`);
  }

  private asked(request: Request): void {
    const { protocol, origin } = new URL(request.url());
    // `data:` and `about:` fetch nothing.
    if (/^https?:|^wss?:/.test(protocol) && origin !== this.origin) {
      this.faults.push(`request to elsewhere: ${request.url()}`);
    }
  }
}

/** Playwright's `test` with a `visit` for each test. */
export const test = base.extend<{ visit: Visit }>({
  // An address of the test's own, as a proxy would tell it: of those that RFC 2544 sets aside for tests.
  extraHTTPHeaders: async ({}, use, info) => {
    const digest = createHash("sha256").update(info.testId).digest();
    await use({ "x-forwarded-for": `198.18.${digest[0]}.${digest[1]}` });
  },
  visit: async ({ page, browser, baseURL, javaScriptEnabled }, use) => {
    const visit = new Visit(page, browser, new URL(baseURL ?? "").origin, javaScriptEnabled !== false);
    await use(visit);
    await visit.end();
  },
});

export { expect };
