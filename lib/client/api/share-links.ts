import type {
  MadeShareLink,
  NewShareLink,
  OpenedShare,
  ShareLinks,
} from "@/lib/contract/share-link";
import { shareRoutes } from "@/lib/contract/share-routes";
import { readJson, request } from "./api-client";
import { ApiError } from "./api-error";

/** The share links of a task that work now. Throws `ApiError`. */
export async function fetchShareLinks(taskId: string, signal: AbortSignal): Promise<ShareLinks> {
  const body = await readJson(await request(shareRoutes.links(taskId), { signal }));
  if (!has<ShareLinks>(body, "links", "durability")) throw new ApiError("unreadable");
  return body;
}

/** Makes a share link. Throws `ApiError`. */
export async function makeShareLink(
  taskId: string,
  wish: NewShareLink,
  signal: AbortSignal,
): Promise<MadeShareLink> {
  const body = await readJson(await request(shareRoutes.links(taskId), send(wish, signal)));
  if (!has<MadeShareLink>(body, "link", "path")) throw new ApiError("unreadable");
  return body;
}

/** Revokes a share link; one that is gone already counts as revoked. Throws `ApiError`. */
export async function revokeShareLink(
  taskId: string,
  shareId: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await request(shareRoutes.link(taskId, shareId), { method: "DELETE", signal });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== "share-not-found") throw error;
  }
}

/** Exchanges the token of a share link for a cookie, which the browser keeps. Throws `ApiError`. */
export async function openShare(token: string, signal: AbortSignal): Promise<OpenedShare> {
  const body = await readJson(await request(shareRoutes.open(), send({ token }, signal)));
  if (!has<OpenedShare>(body, "shareId", "step")) throw new ApiError("unreadable");
  return body;
}

function send(body: object, signal: AbortSignal) {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body), signal };
}

/** The bodies are our own server's, built from the same types; this tells them from a captive portal's page. */
function has<Body extends object>(body: unknown, ...names: (keyof Body & string)[]): body is Body {
  return typeof body === "object" && body !== null && names.every((name) => name in body);
}
