// @ts-check
import process from "node:process";
import { hashPassword, isPlainPassword } from "../server/password-hash.mjs";

/** Reads a password from the terminal without showing it, or from what is piped in, and prints its hash. */
async function main() {
  const password = process.stdin.isTTY ? await ask("Password: ") : await readPiped();
  if (process.stdin.isTTY && password !== (await ask("Once more: "))) fail("They differ.");
  if (!isPlainPassword(password)) fail("A password has 12 to 1024 characters.");
  console.log(`ACCESS_PASSWORD=${await hashPassword(password)}`);
}

/**
 * @param {string} words
 * @returns {never}
 */
function fail(words) {
  console.error(words);
  process.exit(1);
}

async function readPiped() {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * @param {string} words
 * @returns {Promise<string>}
 */
function ask(words) {
  const { stdin, stderr } = process;
  stderr.write(words);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.resume();
  return new Promise((resolve) => {
    let text = "";
    const onKeys = (/** @type {string | Buffer} */ keys) => {
      for (const key of String(keys)) {
        if (key === "\u0003") fail("");
        if (key === "\r" || key === "\n" || key === "\u0004") {
          stdin.off("data", onKeys);
          stdin.setRawMode(false);
          stdin.pause();
          stderr.write("\n");
          resolve(text);
          return;
        }
        const isBackspace = key === "\u007f" || key === "\b";
        text = isBackspace ? Array.from(text).slice(0, -1).join("") : text + key;
      }
    };
    stdin.on("data", onKeys);
  });
}

await main();
