import type { NextConfig } from "next";
import { EVERY_ANSWER } from "./scripts/answer-headers.mjs";

const config: NextConfig = {
  reactCompiler: true,
  // The image optimizer's cache ignores access and would make private screenshots public.
  images: { unoptimized: true },
  poweredByHeader: false,
  devIndicators: false,
  headers: () => Promise.resolve([{ source: "/:path*", headers: [...EVERY_ANSWER] }]),
  serverExternalPackages: ["sharp", "pino", "ioredis"],
};

export default config;
