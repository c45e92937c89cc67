import { addressOf } from "@/lib/contract/base-path";
import { apiRoutes, pageRoutes } from "@/lib/contract/routes";
import { readJson, request } from "./api-client";
import { ApiError, type ApiErrorCode } from "./api-error";
import { forgetNotificationChoices } from "@/lib/client/storage/notification-choice";
import { forgetAllTasks } from "@/lib/client/storage/recents";

/** How signing in went; `retryAfterSeconds` says when a password is checked again, `null` for at once. */
export type SignInAnswer =
  { ok: true } | { ok: false; code: ApiErrorCode; retryAfterSeconds: number | null };

/** Signs in with a password, which is held nowhere. */
export async function signIn(password: string, signal: AbortSignal): Promise<SignInAnswer> {
  const body = JSON.stringify({ password });
  const headers = { "content-type": "application/json" };
  try {
    await readJson(await request(apiRoutes.session(), { method: "POST", headers, body, signal }));
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ApiError))
      return { ok: false, code: "unreadable", retryAfterSeconds: null };
    return { ok: false, code: error.code, retryAfterSeconds: error.retryAfterSeconds };
  }
}

/**
 * Signs out here, or ends all sessions, and leads to the sign-in page. What this browser remembers of tasks goes,
 * too. Throws `ApiError` when that failed.
 */
export async function signOut(where: "here" | "everywhere", signal: AbortSignal): Promise<void> {
  const path = where === "here" ? apiRoutes.session() : apiRoutes.sessions();
  try {
    await request(path, { method: "DELETE", signal });
  } catch (error) {
    // The session has ended here all the same: other instances do not know yet.
    if (error instanceof ApiError && error.code === "not-signed-out") forgetTasks();
    throw error;
  }
  forgetTasks();
  window.location.replace(addressOf(pageRoutes.signIn()));
}

/** What this browser remembers of tasks; the look of the page stays the reader's. */
function forgetTasks(): void {
  forgetAllTasks();
  forgetNotificationChoices();
}
