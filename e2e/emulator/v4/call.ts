import type { EmulatedTask } from "../emulated-task";
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

/** A run as a call sees it. */
export function sceneOf({ origin, now }: Call, task: EmulatedTask): Scene {
  return { task, origin, now };
}
