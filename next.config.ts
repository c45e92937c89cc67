import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  // The image optimizer's cache ignores access and would make private screenshots public.
  images: { unoptimized: true },
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["sharp", "pino"],
};

export default config;
