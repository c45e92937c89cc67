import "server-only";
import { UpstreamError } from "./errors";
import { currentTaskSchema, type CurrentTask } from "./contracts/current-schema";
import { documentedTaskSchema, type DocumentedTask } from "./contracts/documented-schema";
import { recogniseContract } from "./contracts/recognise-contract";

/** What a task says of itself, by its wire contract. Its steps are read apart. */
export type Head = { body: object } & (
  { contract: "documented"; wire: DocumentedTask } | { contract: "current"; wire: CurrentTask }
);

/** Reads the parsed JSON of an answer for a task, recognised by its shape. Throws `UpstreamError`. */
export function readHead(parsed: unknown): Head {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new UpstreamError("upstream-invalid", "Not an object");
  const body = { ...parsed, steps: [] };
  return recogniseContract(parsed) === "documented"
    ? { body: parsed, contract: "documented", wire: documentedTaskSchema.parse(body) }
    : { body: parsed, contract: "current", wire: currentTaskSchema.parse(body) };
}
