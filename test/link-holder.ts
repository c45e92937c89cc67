import "server-only";
import { GET as getChanges } from "@/app/api/share/[shareId]/changes/route";
import { GET as getFile } from "@/app/api/share/[shareId]/files/[fileId]/route";
import { GET as getTexts } from "@/app/api/share/[shareId]/output/route";
import { GET as getShared } from "@/app/api/share/[shareId]/route";
import { GET as getStep } from "@/app/api/share/[shareId]/steps/[step]/route";
import { GET as getScreenshot } from "@/app/api/share/[shareId]/steps/[step]/screenshot/route";
import { POST as openShare } from "@/app/api/share/route";
import { POST as postLink } from "@/app/api/tasks/[taskId]/share-links/route";
import { field } from "@/e2e/emulator/test-emulator";
import type { ShareScope } from "@/lib/domain/sharing/grant";
import { callRoute } from "./product";

/** Headers and scopes of the tests. */
export const JSON_BODY = { "content-type": "application/json" };
export const HOST = { host: "127.0.0.1:3000" };
export const DEFAULT: readonly ShareScope[] = ["steps", "screenshots"];

/** Makes a link as an operator does. */
export async function make(
  taskId: string,
  scopes: readonly ShareScope[] = DEFAULT,
  more: object = {},
) {
  const body = JSON.stringify({ scopes, lifetime: "1h", ...more });
  const init = { method: "POST", body, headers: JSON_BODY };
  const response = await callRoute(postLink, "/x", { taskId }, init);
  const answer: unknown = await response.json();
  const token = String(field(answer, "path")).replace("/share#", "");
  return { status: response.status, answer, token, shareId: String(field(answer, "link", "id")) };
}

/** Exchanges a token for a cookie. */
export function exchange(token: unknown, headers: Record<string, string> = HOST) {
  const body = JSON.stringify({ token });
  const init = { method: "POST", body, headers: { ...JSON_BODY, ...headers } };
  return callRoute(openShare, "/api/share", {}, init);
}

/** Makes a link and opens it: what somebody with the link can ask. */
export async function holder(taskId: string, scopes: readonly ShareScope[] = DEFAULT) {
  const { shareId, token } = await make(taskId, scopes);
  const [cookie = ""] = (await exchange(token)).headers.getSetCookie();
  return as(shareId, cookie.split(";")[0] ?? "");
}

/** What somebody with a cookie can ask about a link. */
export function as(shareId: string, cookie: string) {
  const init = (headers: Record<string, string>, signal: AbortSignal | null = null) => ({
    headers: { ...HOST, cookie, ...headers },
    signal,
  });
  return {
    shareId,
    cookie,
    read: (query = "", headers = {}) =>
      callRoute(getShared, `/api/share/${shareId}${query}`, { shareId }, init(headers)),
    step: (step: string) => callRoute(getStep, "/x", { shareId, step }, init({})),
    texts: () => callRoute(getTexts, "/x", { shareId }, init({})),
    screenshot: (step: string, headers = {}) =>
      callRoute(getScreenshot, "/x?w=160", { shareId, step }, init(headers)),
    changes: () => callRoute(getChanges, "/x", { shareId }, init({})),
    file: (fileId: string, headers = {}) =>
      callRoute(getFile, "/x", { shareId, fileId }, init(headers)),
  };
}

/** The status and the code of a problem. */
export async function codeOf(response: Response): Promise<unknown> {
  return [response.status, field(await response.json(), "code")];
}

/** What every link that does not work answers. */
export const NOT_FOUND = [404, "share-not-found"];
