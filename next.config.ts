import type { NextConfig } from "next";
import { EVERY_ANSWER } from "./scripts/answer-headers.mjs";

const headers = Object.entries(EVERY_ANSWER).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  reactCompiler: true,
  // The image optimizer's cache ignores access and would make private screenshots public.
  images: { unoptimized: true },
  poweredByHeader: false,
  devIndicators: false,
  headers: () => Promise.resolve([{ source: "/:path*", headers }]),
  serverExternalPackages: ["sharp", "pino", "ioredis"],
};

export default config;
