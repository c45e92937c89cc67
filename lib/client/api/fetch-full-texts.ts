import type { Step } from "@/lib/domain/task/step";
import type { TaskTexts } from "@/lib/domain/task/task";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** Megabytes take their time on a slow line. */
const TIMEOUT_MS = 120_000;

/** Fetches a step with all its texts whole, from its address. Throws `ApiError`. */
export async function fetchStep(path: string, signal: AbortSignal): Promise<Step> {
  const body = await readJson(await request(path, { signal }, TIMEOUT_MS));
  if (!isStep(body)) throw new ApiError("unreadable");
  return body;
}

/** Fetches prompt, output and judgement of a task, whole, as far as they are shown. Throws `ApiError`. */
export async function fetchTaskTexts(
  path: string,
  signal: AbortSignal,
): Promise<Partial<TaskTexts>> {
  const body = await readJson(await request(path, { signal }, TIMEOUT_MS));
  if (!isTexts(body)) throw new ApiError("unreadable");
  return body;
}

/** The bodies are our own server's, built from the same types; these tell them from a captive portal's page. */
function isStep(body: unknown): body is Step {
  return typeof body === "object" && body !== null && "number" in body && "actions" in body;
}

function isTexts(body: unknown): body is Partial<TaskTexts> {
  return typeof body === "object" && body !== null && ("prompt" in body || "output" in body);
}
