// Ends with 0 when e2e/node_modules holds what e2e/package-lock.json asks for, with 1 when `npm ci` is due.
import { existsSync, readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../e2e/${path}`, import.meta.url), "utf8")).packages;
const installed = existsSync(new URL("../e2e/node_modules/.package-lock.json", import.meta.url))
  ? read("node_modules/.package-lock.json")
  : {};

// Optional packages are there only on the platforms they serve.
const due = Object.entries(read("package-lock.json")).filter(
  ([place, { version, optional }]) => place !== "" && !optional && installed[place]?.version !== version,
);
process.exit(due.length === 0 ? 0 : 1);
