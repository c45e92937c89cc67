import "server-only";
import { z } from "zod";
import { readParams } from "@/lib/domain/task/action";
import type { JsonObject } from "@/lib/domain/text/json";
import { endOfValue, skipSpace, walkMembers } from "@/lib/domain/text/json-places";
import {
  costField,
  optionalTextField,
  textField,
  wordField,
} from "@/lib/server/upstream/contracts/wire-fields";
import { pictureAddress } from "./picture-address";
import type { EventContent, EventPicture, LifeWord } from "./run-event";
import type { Usage } from "@/lib/domain/task/usage";

/*
 * `type` and `data` of an event are open in the vendor's document. What is read here is what its agent prints and what
 * public clients read: keys in snake case, and in `core.event` one line of the agent's output.
 */

const LIFE: ReadonlyMap<string, LifeWord> = new Map<string, LifeWord>([
  ["run.created", "created"],
  ["run.dispatching", "dispatching"],
  ["run.dispatched", "dispatched"],
  ["run.completed", "completed"],
  ["run.failed", "failed"],
  ["run.cancelled", "cancelled"],
  ["run.dispatch_failed", "dispatch_failed"],
]);
const BROWSER = new Set(["browser.ready", "browser.attached", "browser.released"]);
/** A picture as the agent attaches it. Anything else is asked for at its own address, or not at all. */
const DATA_URL = /^data:image\/(?:png|jpe?g|webp);base64,/i;

type Read = { content: EventContent; picture: EventPicture | null };
type Data = Readonly<Record<string, unknown>>;

const OTHER: Read = { content: { kind: "other" }, picture: null };

/** Reads what an event says, from its type, its data and, where digits count, its own text. */
export function readContent(id: number, type: string, data: Data, text: string): Read {
  const word = LIFE.get(type);
  if (word !== undefined) return only({ kind: "life", word, error: messageOf(data.error) });
  if (BROWSER.has(type)) return only(readBrowser(type, data));
  switch (type) {
    case "llm.response":
      return only({ kind: "model-call", usage: usageSchema.parse(data) });
    case "search.performed":
      return only({ kind: "search", cost: costField.parse(data.cost_usd) });
    case "outputs.promoted":
      return only({ kind: "files-changed" });
    case "core.event":
      return readLine(id, data, text);
    default:
      return OTHER;
  }
}

function only(content: EventContent): Read {
  return { content, picture: null };
}

function readBrowser(type: string, data: Data): EventContent {
  return {
    kind: "browser",
    browserId: wordField.parse(data.browser_session_id),
    liveUrl: wordField.parse(data.live_view_url),
    isReleased: type === "browser.released",
  };
}

const tokensField = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0);
const usageSchema = z
  .object({ input_tokens: tokensField, output_tokens: tokensField, cost_usd: costField })
  .transform((wire): Usage => ({
    inputTokens: wire.input_tokens,
    outputTokens: wire.output_tokens,
    cost: wire.cost_usd,
  }));

const partUsageSchema = z
  .object({
    tokens: z.object({ input: tokensField, output: tokensField }).nullable().catch(null),
    cost: costField,
  })
  .transform(({ tokens, cost }): Usage | null =>
    tokens === null && cost === null
      ? null
      : { inputTokens: tokens?.input ?? 0, outputTokens: tokens?.output ?? 0, cost },
  );

const recordField = z.record(z.string(), z.unknown()).catch({});

const stateSchema = z.object({
  status: wordField,
  title: textField,
  output: textField,
  error: z.unknown().optional(),
  attachments: z.array(z.object({ url: z.string() }).nullable().catch(null)).catch([]),
});

/** One line of the agent's output. */
function readLine(id: number, data: Data, text: string): Read {
  const part = recordField.parse(data.part);
  switch (data.type) {
    case "step_start":
      return only({ kind: "step-start" });
    case "step_finish":
      return only({ kind: "step-finish", usage: partUsageSchema.parse(part) });
    case "text":
    case "reasoning":
      return only({ kind: data.type, text: textField.parse(part.text) });
    case "error":
      return only({ kind: "error", text: messageOf(data.error ?? part.error) ?? "" });
    case "tool_use":
      return readTool(id, part, text);
    default:
      return OTHER;
  }
}

function readTool(id: number, part: Data, text: string): Read {
  const state = stateSchema.parse(recordField.parse(part.state));
  const name = wordField.parse(part.tool) ?? "tool";
  const inputText = textAt(text, ["data", "part", "state", "input"]);
  const input: JsonObject = (inputText === null ? null : readParams(inputText)) ?? {};
  const told = messageOf(state.error);
  const error = state.status === "error" ? (told ?? "") : told;
  const urls = state.attachments.flatMap((attachment) => attachment?.url ?? []);
  const url = urls.findLast((each) => DATA_URL.test(each) || /^https?:/i.test(each));
  const isData = url !== undefined && DATA_URL.test(url);
  const address = isData ? pictureAddress(id, url) : (url ?? null);
  return {
    content: {
      kind: "tool",
      call: { name, input, title: state.title, output: state.output, error },
      picture: address,
    },
    picture: isData && address !== null ? { address, dataUrl: url } : null,
  };
}

/** The words of an error: a text, or an object that carries them somewhere usual; `null` for none. */
function messageOf(error: unknown): string | null {
  if (typeof error === "string") return optionalTextField.parse(error.trim() === "" ? null : error);
  if (typeof error !== "object" || error === null) return null;
  for (const key of ["message", "detail", "error", "data", "name", "code"]) {
    const words: unknown = Reflect.get(error, key);
    const found = typeof words === "object" && key !== "data" ? null : messageOf(words);
    if (found !== null) return found;
  }
  return null;
}

/** The text of the value that stands under these keys, one in the other, in JSON text; `null` where none does. */
function textAt(text: string, keys: readonly string[]): string | null {
  let at = skipSpace(text, 0);
  for (const key of keys) {
    const found: number[] = [];
    walkMembers(text, at, (name, start) => {
      if (name === `"${key}"`) found.push(start);
      return endOfValue(text, start);
    });
    // Of a doubled key the last one counts, as for JSON.parse.
    const last = found.at(-1);
    if (last === undefined) return null;
    at = last;
  }
  return text.slice(at, endOfValue(text, at));
}
