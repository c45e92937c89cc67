import { detail, type Reply } from "./reply";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what has the form of an id. */
export function isUuid(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

/** The answer to an id in the path that is none. */
export function invalidId(name: string): Reply {
  return detail(422, [
    { loc: ["path", name], msg: "Input should be a valid UUID", type: "uuid_parsing" },
  ]);
}
