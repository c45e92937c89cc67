import "server-only";
import type { Action } from "@/lib/domain/task/action";
import type { JsonValue } from "@/lib/domain/text/json";
import { paramText } from "@/lib/domain/steps/telling-params";
import { cutText, jsonSize } from "./cut-text";

type CutActions = { actions: readonly Action[]; cutFrom: number | null };

/** Cuts each action to at most `mostBytes`; `cutFrom` is the size of all of them when one was cut. */
export function cutActions(actions: readonly Action[], mostBytes: number): CutActions {
  if (actions.every((action) => jsonSize(action) * 3 <= mostBytes)) {
    return { actions, cutFrom: null };
  }
  const sizes = actions.map(sizeOf);
  if (sizes.every((size) => size <= mostBytes)) return { actions, cutFrom: null };
  return {
    actions: actions.map((action, index) =>
      (sizes[index] ?? 0) <= mostBytes ? action : cutAction(action, mostBytes),
    ),
    cutFrom: sizes.reduce((sum, size) => sum + size, 0),
  };
}

function sizeOf(action: Action): number {
  if ("raw" in action) return Buffer.byteLength(action.raw);
  return Buffer.byteLength(action.name) + Buffer.byteLength(JSON.stringify(action.params));
}

/** The parameters that fit, the first that does not as the beginning of its text, none after it. */
function cutAction(action: Action, mostBytes: number): Action {
  if ("raw" in action) return { raw: cutText(action.raw, mostBytes).text };
  let left = mostBytes;
  const take = (text: string): string => {
    const taken = cutText(text, left).text;
    left -= Buffer.byteLength(taken);
    return taken;
  };
  const name = take(action.name);
  const params: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(action.params)) {
    if (left <= 0) break;
    const heldKey = take(key);
    const text = paramText(value);
    const held = take(text);
    params.push([heldKey, held === text ? value : held]);
  }
  // What stands beside the parameters is short.
  return { ...action, name, params: Object.fromEntries(params) };
}
