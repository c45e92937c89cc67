import { signOutEverywhere } from "@/lib/server/sign-in/sign-out";
import { signedOutResponse } from "@/lib/server/http/signed-out-response";
import { withRequest } from "@/lib/server/http/with-request";

export const dynamic = "force-dynamic";

export const DELETE = withRequest(async ({ requestId }) =>
  signedOutResponse(await signOutEverywhere(requestId), requestId),
);
