import { isProblemCode } from "@/lib/contract/problem";
import { ApiError } from "./api-error";

/** Reads a failed response; an answer that is not a problem document of ours is `unreadable`. */
export async function toApiError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : null;
  const requestId = response.headers.get("x-request-id");
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  return new ApiError(isProblemCode(code) ? code : "unreadable", seconds, requestId);
}
