import { withTask } from "@/lib/server/app/with-task";
import { problemResponse } from "@/lib/server/http/problem-response";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { parseTaskControl } from "@/lib/server/control/control-body";

export const dynamic = "force-dynamic";

export const GET = withTask(async ({ app, taskId }) =>
  Response.json(await app.readControl(taskId), { headers: JSON_HEADERS }),
);

export const POST = withTask(async ({ app, request, requestId, taskId, access }) => {
  if (!app.env.ALLOW_CONTROL) return problemResponse("control-off", requestId);
  const body = await readJsonBody(request);
  if (!body.ok) return problemResponse(body.code, requestId);
  const wish = parseTaskControl(body.value);
  if (wish === null) return problemResponse("bad-request", requestId);
  await app.controlTask(taskId, wish, { requestId, who: access.grant?.who ?? null });
  return Response.json({}, { headers: JSON_HEADERS });
});
