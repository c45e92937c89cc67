import { SHARE_SCOPES, type ShareScope } from "./grant";

/** What a new share link shows unless somebody chooses otherwise. */
export const DEFAULT_SCOPES: readonly ShareScope[] = ["status", "steps", "screenshots"];

/** What each scope shows, in the words of the dialog. */
export const SCOPE_WORDS: Readonly<Record<ShareScope, { label: string; hint: string }>> = {
  status: { label: "Status", hint: "Status, verdicts, times and the number of steps." },
  steps: {
    label: "Steps",
    hint: "What the agent wanted, did and noted, and the addresses of pages. It may quote the prompt.",
  },
  screenshots: { label: "Screenshots", hint: "Whatever the pages showed, names and figures too." },
  prompt: { label: "Prompt", hint: "The text that the task was given." },
  output: { label: "Output", hint: "The final text, and what the judge wrote about it." },
  files: { label: "Output files", hint: "Names of the files, and the files to download." },
};

/** The scopes of a list in their own order, each once, `status` always; `null` when something is no scope, or screenshots go without their steps. */
export function readScopes(given: readonly string[]): readonly ShareScope[] | null {
  const wanted = new Set(["status", ...given]);
  const scopes = SHARE_SCOPES.filter((scope) => wanted.has(scope));
  if (scopes.length !== wanted.size) return null;
  return wanted.has("screenshots") && !wanted.has("steps") ? null : scopes;
}
