import { signedOutResponse } from "@/lib/server/http/signed-out-response";
import { withRequest } from "@/lib/server/app/with-request";

export const dynamic = "force-dynamic";

export const DELETE = withRequest(async ({ app, requestId }) =>
  signedOutResponse(await app.signOut.everywhere(requestId), requestId),
);
