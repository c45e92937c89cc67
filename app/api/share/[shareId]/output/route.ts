import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withShare } from "@/lib/server/http/with-share";
import { readSharedTexts } from "@/lib/server/share-links/read-shared-texts";

export const dynamic = "force-dynamic";

export const GET = withShare(["prompt", "output"], async ({ grant }) =>
  Response.json(await readSharedTexts(grant), { headers: JSON_HEADERS }),
);
