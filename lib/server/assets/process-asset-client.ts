import "server-only";
import { getEnv } from "@/lib/server/config/env";
import { processWide } from "@/lib/server/config/process-wide";
import { createAssetClient, type AssetClient } from "./asset-client";

/** The keyless client of this process, with the configured hosts. */
export function getAssetClient(): AssetClient {
  return processWide("asset-client", () => {
    const env = getEnv();
    return createAssetClient({ baseUrl: env.BROWSER_USE_BASE_URL, assetHosts: env.ASSET_HOSTS });
  });
}
