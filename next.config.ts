import type { NextConfig } from "next";

const EVERY_ANSWER = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=()",
  },
];

const config: NextConfig = {
  reactCompiler: true,
  // The image optimizer's cache ignores access and would make private screenshots public.
  images: { unoptimized: true },
  poweredByHeader: false,
  devIndicators: false,
  headers: () => Promise.resolve([{ source: "/:path*", headers: EVERY_ANSWER }]),
  serverExternalPackages: ["sharp", "pino", "ioredis"],
};

export default config;
