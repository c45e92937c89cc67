import type { ProblemCode } from "@/lib/contract/problem";

/** Why a request to our own API failed: one of its problems, or no usable answer at all. */
export type ApiErrorCode = ProblemCode | "offline" | "unreadable";

const ENDS_POLLING: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>([
  "bad-task-id",
  "task-not-found",
  "task-gone",
  "key-rejected",
  "upstream-refused",
  "cross-site",
  "sign-in-required",
  "share-not-found",
]);

/** A failed request to our own API. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** When the page asks again by itself, epoch milliseconds on the server's clock; `null` for never. */
  retryAt: number | null = null;

  constructor(
    readonly code: ApiErrorCode,
    readonly retryAfterSeconds: number | null = null,
    readonly requestId: string | null = null,
    options?: ErrorOptions,
  ) {
    super(`Request failed: ${code}`, options);
  }

  /** Asking again cannot help: the task, the id or the key is refused. */
  get endsPolling(): boolean {
    return ENDS_POLLING.has(this.code);
  }
}

/** Why a request failed; what is no error of ours tells of an answer that nobody could read. */
export function errorCodeOf(error: unknown): ApiErrorCode {
  return error instanceof ApiError ? error.code : "unreadable";
}

/**
 * Tells a code by its form: the list of them is for those that say them in words. One that only a later version of the
 * server knows has the words of `internal`.
 */
function isCode(value: unknown): value is ProblemCode {
  return typeof value === "string" && /^[a-z-]+$/.test(value);
}

/** Reads a failed response; an answer that is not a problem document of ours is `unreadable`. */
export async function toApiError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : null;
  const requestId = response.headers.get("x-request-id");
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return new ApiError(isCode(code) ? code : "unreadable", seconds, requestId);
}
