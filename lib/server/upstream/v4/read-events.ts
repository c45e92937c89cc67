import "server-only";
import { z } from "zod";
import { endOfValue, skipSpace, walkItems, walkMembers } from "@/lib/domain/text/json-places";
import { toUtcTime } from "@/lib/server/upstream/contracts/utc-time";
import { UpstreamError } from "@/lib/server/upstream/errors";
import { DEEPEST_BODY, parseJson } from "@/lib/server/upstream/parse-json";
import { readContent } from "./read-content";
import type { EventPicture, RunEvent } from "./run-event";

/** A page of the log of a run: its events in the order of their ids, and the pictures that stood in them. */
export type EventsPage = {
  events: readonly RunEvent[];
  pictures: readonly EventPicture[];
  nextAfter: number | null;
  hasMore: boolean;
};

/** A list in an object: so deep stands an event in its answer. */
const DEPTH_OF_EVENT = 2;

const idField = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const pageSchema = z.object({
  events: z.array(z.unknown()),
  nextAfter: idField.nullable().catch(null),
  hasMore: z.boolean().catch(false),
});
const eventSchema = z.object({
  id: idField,
  ts: z.unknown().optional(),
  type: z.string().catch(""),
  data: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * Reads the text of a page of events (`RunEventsResponse` of the vendor's OpenAPI, v4), every field tolerant; what is
 * no event is left out. Throws `UpstreamError` where it is no page.
 */
export function readEventsPage(text: string): EventsPage {
  const split = splitPage(text);
  const page = pageSchema.safeParse(parseJson(split?.frame ?? text));
  if (!page.success) throw new UpstreamError("upstream-invalid", "Not a page of events");
  const texts = split?.events ?? page.data.events.map((event) => JSON.stringify(event));
  const read = texts.flatMap((each) => readEvent(each) ?? []);
  const events = new Map(read.map(({ event }) => [event.id, event] as const));
  return {
    events: [...events.values()].sort((a, b) => a.id - b.id),
    pictures: read.flatMap(({ picture }) => picture ?? []),
    nextAfter: page.data.nextAfter,
    hasMore: page.data.hasMore,
  };
}

/** The events as they are spelt, so that long numbers keep their digits; `null` where they cannot be told apart. */
function splitPage(text: string): { frame: string; events: string[] } | null {
  const events: string[] = [];
  const lists: { from: number; to: number }[] = [];
  const end = walkMembers(text, skipSpace(text, 0), (key, at) => {
    // An escape may spell the same name in another way.
    if (key.includes("\\")) return null;
    if (key !== '"events"') return endOfValue(text, at);
    const to = walkItems(text, at, (start) => {
      const itemEnd = endOfValue(text, start);
      events.push(text.slice(start, itemEnd));
      return itemEnd;
    });
    if (to !== null) lists.push({ from: at + 1, to: to - 1 });
    return to;
  });
  const [list] = lists;
  if (end === null || list === undefined || lists.length > 1) return null;
  return { frame: text.slice(0, list.from) + text.slice(list.to), events };
}

function readEvent(text: string): { event: RunEvent; picture: EventPicture | null } | null {
  const parsed = eventSchema.safeParse(parseJson(text, DEEPEST_BODY - DEPTH_OF_EVENT));
  if (!parsed.success) return null;
  const { id, ts, type, data } = parsed.data;
  const time = toUtcTime(ts);
  const at = time === null ? null : Date.parse(time);
  const { content, picture } = readContent(id, type, data, text);
  return { event: { id, at, ...content }, picture };
}
