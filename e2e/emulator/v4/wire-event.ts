import { createHash } from "node:crypto";
import type { RunEvent } from "browser-use-sdk/v4";
import type { ShownEntry } from "./log-entry";
import { isFields, type Fields } from "./fields";

/** What a call of a tool brought back. */
const OUTPUT = new Set(["output", "attachments"]);

/** One event as it is answered. Without `hasOutput` the call of a tool says neither what came out nor shows pictures. */
export function wireEvent(
  runId: string,
  { id, at, entry }: ShownEntry,
  hasOutput: boolean,
): RunEvent {
  const { type } = entry;
  const data =
    type === "core.event" ? lineOfAgent(runId, { id, at, entry }, hasOutput) : entry.data;
  return { runId, id, ts: utc(at), type, data };
}

/** A moment as v4 writes it. */
export function utc(epochMs: number): string {
  return new Date(Math.round(epochMs)).toISOString();
}

/** The line that the agent printed, with the ids and times it puts on each of its parts. */
function lineOfAgent(runId: string, { id, at, entry }: ShownEntry, hasOutput: boolean): Fields {
  const { part, ...line } = entry.data;
  const sessionID = `ses_${mark(runId)}`;
  const timestamp = Math.round(at);
  if (!isFields(part)) return { ...line, timestamp, sessionID };
  const place = { id: `prt_${mark(`${runId} ${String(id)}`)}`, sessionID };
  const { state } = part;
  if (!isFields(state)) return { ...line, timestamp, sessionID, part: { ...place, ...part } };
  const time = { start: timestamp - Math.round((entry.tookSeconds ?? 0) * 1000), end: timestamp };
  const callID = `call_${mark(`call ${runId} ${String(id)}`)}`;
  const told = hasOutput ? state : withoutOutput(state);
  const whole = { ...place, ...part, callID, state: { ...told, time } };
  return { ...line, timestamp, sessionID, part: whole };
}

function withoutOutput(state: Fields): Fields {
  const shown = Object.entries(state).filter(([key]) => !OUTPUT.has(key));
  return Object.fromEntries(shown);
}

/** Letters and digits that are always the same for the same words. */
function mark(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 24);
}
