import { isShareId } from "@/lib/server/share-links/share-token";
import { problemResponse } from "@/lib/server/http/problem-response";
import { JSON_HEADERS } from "@/lib/server/http/security-headers";
import { withTask } from "@/lib/server/app/with-task";

export const DELETE = withTask<{ taskId: string; shareId: string }>(
  async ({ app, requestId, taskId, params: { shareId } }) => {
    const isRevoked = isShareId(shareId) && (await app.shareLinks.revoke(taskId, shareId));
    if (!isRevoked) return problemResponse("share-not-found", requestId);
    app.log.info({ requestId, taskId, shareId }, "A share link was revoked");
    return new Response(null, { status: 204, headers: JSON_HEADERS });
  },
);
