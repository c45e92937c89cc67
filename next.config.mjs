// @ts-check
// Not TypeScript: the server reads this when it starts, and needs no compiler then.
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants.js";
import { EVERY_ANSWER } from "./server/answer-headers.mjs";
import { BASE_PATH_RULE, basePathOf, parseBasePath } from "./server/base-path.mjs";

const headers = Object.entries(EVERY_ANSWER).map(([key, value]) => ({ key, value }));

/** The icon has colours of its own for the dark scheme. */
const ICON_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * The configuration for a phase of Next. Pages that end in `.dev.tsx` are there for the development server alone.
 * @param {string} phase
 * @returns {import("next").NextConfig}
 */
export default function config(phase) {
  const isDevelopment = phase === PHASE_DEVELOPMENT_SERVER;
  const { PUBLIC_BASE_URL } = process.env;
  const basePath = basePathOf(PUBLIC_BASE_URL);
  // A server that starts tells of it by itself, with all other settings.
  if (phase === PHASE_PRODUCTION_BUILD && parseBasePath(PUBLIC_BASE_URL) === null) {
    throw new Error(`PUBLIC_BASE_URL should be a web address; ${BASE_PATH_RULE}.`);
  }
  return {
    basePath,
    // What is built knows what it was built for: `lib/contract/base-path.ts`.
    env: { SIGHTGLASS_BASE_PATH: basePath },
    pageExtensions: [...(isDevelopment ? ["dev.tsx"] : []), "tsx", "ts"],
    reactCompiler: true,
    // The gate has `tsc` check the types, once.
    typescript: { ignoreBuildErrors: true },
    // The image optimizer's cache ignores access and would make private screenshots public.
    images: { unoptimized: true },
    poweredByHeader: false,
    devIndicators: false,
    headers: () =>
      Promise.resolve([
        { source: "/:path*", headers },
        { source: "/icon.svg", headers: [{ key: "Content-Security-Policy", value: ICON_POLICY }] },
      ]),
    serverExternalPackages: ["sharp", "pino", "ioredis", "libsql", "prom-client", "undici"],
  };
}
