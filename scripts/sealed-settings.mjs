// @ts-check
import { readFileSync } from "node:fs";

/**
 * Every setting of the product, empty. A variable that is set, even to nothing, wins over all .env files:
 * spread before a demo's or a test's own settings, this keeps a developer's real key and addresses out, and leaves
 * nothing behind.
 * @returns {Record<string, string>}
 */
export function sealedSettings() {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const names = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name);
  return { ...Object.fromEntries(names.map((name) => [name, ""])), DATA_DIR: "memory" };
}
