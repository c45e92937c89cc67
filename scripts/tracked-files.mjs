// @ts-check
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/**
 * The files of this repository that are there: tracked, or new and not ignored. An unpacked archive has no list of them.
 * @returns {string[]}
 */
export function trackedFiles() {
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const list = execFileSync("git", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return list.split("\0").filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  } catch {
    return [];
  }
}
