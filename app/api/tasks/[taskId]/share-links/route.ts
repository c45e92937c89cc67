import { parseNewShareLink } from "@/lib/server/share-links/share-link-body";
import {
  listShareLinks,
  makeShareLink,
  MOST_SHARE_LINKS,
} from "@/lib/server/share-links/share-links";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { getLogger } from "@/lib/server/observability/logger";
import { readUpstreamTask } from "@/lib/server/tasks/read-upstream-task";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ taskId }) =>
  Response.json(await listShareLinks(taskId), { headers: JSON_HEADERS }),
);

export const POST = withTask(async ({ request, requestId, taskId, access }) => {
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const wish = parseNewShareLink(body.value);
  if (wish === null) return problemResponse("bad-request", requestId);
  await readUpstreamTask(taskId, "held");
  const { links } = await listShareLinks(taskId);
  if (links.length >= MOST_SHARE_LINKS) return problemResponse("too-many-share-links", requestId);
  const made = await makeShareLink(taskId, wish, access.grant?.who ?? null);
  getLogger().info({ requestId, taskId, shareId: made.link.id }, "A share link was made");
  return Response.json(made, { status: 201, headers: JSON_HEADERS });
});
