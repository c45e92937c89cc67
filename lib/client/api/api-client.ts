import { ApiError, toApiError } from "./api-error";
import { noteServerTime } from "./clock";

/** Longer than any answer is held. */
const TIMEOUT_MS = 40_000;

/** Asks our own API, with a deadline for the whole answer in milliseconds. Throws `ApiError`. */
export async function request(
  path: string,
  init: RequestInit & { signal: AbortSignal },
  timeoutMs = TIMEOUT_MS,
): Promise<Response> {
  const signal = AbortSignal.any([init.signal, AbortSignal.timeout(timeoutMs)]);
  const response = await fetch(path, { ...init, signal, cache: "no-store" }).catch(
    (cause: unknown) => {
      if (init.signal.aborted) throw cause;
      throw new ApiError("offline", null, null, { cause });
    },
  );
  noteServerTime(response.headers.get("date"));
  if (!response.ok && response.status !== 304) {
    const error = await toApiError(response);
    if (error.code === "sign-in-required") void leave();
    throw error;
  }
  return response;
}

/** Who has to sign in is led there. */
function leave(): Promise<void> {
  return import("./redirect-to-sign-in").then(
    ({ redirectToSignIn }) => {
      redirectToSignIn();
    },
    () => undefined,
  );
}

/** The body of an answer. Throws `ApiError`. */
export function readJson(response: Response): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    throw new ApiError("unreadable", null, null, { cause });
  });
}
