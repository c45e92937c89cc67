import "server-only";

/** Which of the upstream's wire contracts an answer speaks: two shapes of v2, or v4. */
export type WireContract = TaskContract | "v4";

/** The two shapes of a v2 task. */
export type TaskContract = "documented" | "current";

const DOCUMENTED_KEYS = ["doneOutput", "isScheduled", "userUploadedFiles"];
const CURRENT_KEYS = ["createdAt", "output", "cost", "judgement", "judgeVerdict", "suggestions"];

/**
 * Recognises the contract of a task by the names it carries: the embedded session settles it, else the
 * contract with more names of its own. Without any, the current one is assumed.
 */
export function recogniseContract(body: object): TaskContract {
  const session: unknown = Reflect.get(body, "session");
  if (typeof session === "object" && session !== null) return "documented";
  const count = (keys: string[]) => keys.filter((key) => Object.hasOwn(body, key)).length;
  return count(DOCUMENTED_KEYS) > count(CURRENT_KEYS) ? "documented" : "current";
}
