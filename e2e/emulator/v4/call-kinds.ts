/** What a call below `/api/v4` was for, and the id that it names; an empty one where it names none. */
type CallKind = { kind: string; id: string };

/** The kinds of calls that concern one run, with the path of each. */
const KINDS: readonly (readonly [kind: string, method: string, path: RegExp])[] = [
  ["run", "GET", /^runs\/([^/]+)$/],
  ["status", "GET", /^runs\/([^/]+)\/status$/],
  ["events", "GET", /^runs\/([^/]+)\/events$/],
  ["attachments", "GET", /^runs\/([^/]+)\/attachments$/],
  ["cancel", "POST", /^runs\/([^/]+)\/cancel$/],
  ["session", "GET", /^sessions\/([^/]+)$/],
  ["queue", "GET", /^sessions\/([^/]+)\/queue$/],
  ["message", "POST", /^sessions\/([^/]+)\/queue$/],
  ["browser", "GET", /^browsers\/([^/]+)$/],
  ["stop-browser", "PATCH", /^browsers\/([^/]+)$/],
  ["downloads", "GET", /^browsers\/([^/]+)\/downloads$/],
  ["files", "GET", /^workspaces\/([^/]+)\/files$/],
];

/** Tells what a call was for; `null` for one that is not below `/api/v4`, or is of no kind that is counted. */
function callKind(method: string, path: string, query: string): CallKind | null {
  const rest = /^\/api\/v4\/(.*)$/.exec(path)?.[1];
  if (rest === undefined) return null;
  const fields = new URLSearchParams(query);
  if (method === "GET" && rest === "browsers") {
    return { kind: "browsers", id: (fields.get("agentSessionId") ?? "").toLowerCase() };
  }
  if (method === "GET" && rest === "runs") {
    return { kind: "runs", id: (fields.get("sessionId") ?? "").toLowerCase() };
  }
  for (const [kind, verb, pattern] of KINDS) {
    const id = pattern.exec(rest)?.[1];
    if (verb === method && id !== undefined) return { kind, id: id.toLowerCase() };
  }
  return null;
}

type Logged = { method: string; path: string; query: string };

/** How many calls of each kind named one of these ids: those of a run, its session, its browser, its workspace. */
export function countCalls(
  log: readonly Logged[],
  ids: ReadonlySet<string>,
): Record<string, number> {
  const kinds = [...KINDS.map(([kind]) => kind), "browsers", "runs"];
  const counts: Record<string, number> = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (const { method, path, query } of log) {
    const found = callKind(method, path, query);
    if (found !== null && ids.has(found.id)) counts[found.kind] = (counts[found.kind] ?? 0) + 1;
  }
  return counts;
}
