import { revokeShareLink } from "@/lib/server/share-links/share-links";
import { isShareId } from "@/lib/server/share-links/share-token";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/http/with-task";
import { getLogger } from "@/lib/server/observability/logger";

export const DELETE = withTask<{ taskId: string; shareId: string }>(
  async ({ requestId, taskId, params: { shareId } }) => {
    const isRevoked = isShareId(shareId) && (await revokeShareLink(taskId, shareId));
    if (!isRevoked) return problemResponse("share-not-found", requestId);
    getLogger().info({ requestId, taskId, shareId }, "A share link was revoked");
    return new Response(null, { status: 204, headers: JSON_HEADERS });
  },
);
