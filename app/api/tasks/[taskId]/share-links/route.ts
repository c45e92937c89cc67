import { parseNewShareLink } from "@/lib/server/share-links/share-link-body";
import { MOST_SHARE_LINKS } from "@/lib/server/share-links/share-links";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, taskId }) =>
  Response.json(await app.shareLinks.list(taskId), { headers: JSON_HEADERS }),
);

export const POST = withTask(async ({ app, request, requestId, taskId, access }) => {
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const wish = parseNewShareLink(body.value);
  if (wish === null) return problemResponse("bad-request", requestId);
  await app.readUpstreamTask(taskId, "cached");
  const { links } = await app.shareLinks.list(taskId);
  if (links.length >= MOST_SHARE_LINKS) return problemResponse("too-many-share-links", requestId);
  const made = await app.shareLinks.make(taskId, wish, access.grant?.who ?? null);
  app.log.info({ requestId, taskId, shareId: made.link.id }, "A share link was made");
  return Response.json(made, { status: 201, headers: JSON_HEADERS });
});
