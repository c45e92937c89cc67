import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/app/with-share";

export const dynamic = "force-dynamic";

export const GET = withShare(["prompt", "output"], async ({ app, grant }) =>
  Response.json(await app.readSharedTexts(grant), { headers: JSON_HEADERS }),
);
