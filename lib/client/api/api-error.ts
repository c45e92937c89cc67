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
