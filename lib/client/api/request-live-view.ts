import { apiRoutes } from "@/lib/contract/routes";
import type { LiveView } from "@/lib/contract/task-snapshot";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Asks for the address of the live view, a credential: hold it in memory and drop it. Throws `ApiError`. */
export async function requestLiveView(taskId: string, signal: AbortSignal): Promise<LiveView> {
  const response = await request(apiRoutes.live(taskId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
    signal,
  });
  const body = await readJson(response);
  const url = typeof body === "object" && body !== null && "url" in body ? body.url : null;
  if (typeof url !== "string") throw new ApiError("unreadable");
  return { url };
}
