import type { EmulatedTask } from "../emulated-task";
import { detail, type Reply } from "../reply";
import type { Scene } from "../shape-common";
import type { World } from "../world";

/** One call below `/api/v4` whose key is good. */
export type Call = {
  world: World;
  method: string;
  url: URL;
  body: unknown;
  origin: string;
  now: number;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what has the form of an id. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

/** The answer to an id that is none. */
export function invalidId(name: string): Reply {
  return detail(422, [
    { loc: ["path", name], msg: "Input should be a valid UUID", type: "uuid_parsing" },
  ]);
}

/** A run as a call sees it. */
export function sceneOf({ origin, now }: Call, task: EmulatedTask): Scene {
  return { task, origin, now };
}

/** The fields of a body; none where it is no object. */
export function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
}
