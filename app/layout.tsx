import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { ReloadScript } from "@/components/shell/reload-script";
import { LayoutScript } from "@/components/shell/layout-script";
import { SiteHeader } from "@/components/shell/site-header";
import { ThemeScript } from "@/components/shell/theme-script";
import { addressOf } from "@/lib/contract/base-path";
import { getApp } from "@/lib/server/app/get-app";
import { accessOfPage } from "@/lib/server/app/require-operator";
import "./globals.css";
import { Providers } from "./providers";

const DESCRIPTION = "Watch a browser agent work.";
const PICTURE = { url: "/social.png", width: 1200, height: 630, alt: "The mark of Sightglass" };

/** The same for every page, so that the preview of a link tells nothing of a task. */
export async function generateMetadata(): Promise<Metadata> {
  // A build has no configuration.
  await connection();
  const { PUBLIC_BASE_URL } = getApp().env;
  return {
    title: { default: "Sightglass", template: "%s · Sightglass" },
    description: DESCRIPTION,
    robots: { index: false, follow: false },
    manifest: addressOf("/manifest.webmanifest"),
    icons: {
      icon: { url: addressOf("/icon.svg"), type: "image/svg+xml", sizes: "any" },
      apple: addressOf("/apple-touch-icon.png"),
    },
    // A preview needs a whole address, which only the configuration knows.
    ...(PUBLIC_BASE_URL === null
      ? {}
      : {
          metadataBase: new URL(PUBLIC_BASE_URL),
          openGraph: { title: "Sightglass", description: DESCRIPTION, images: [PICTURE] },
        }),
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0c0e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: a prerendered one could not carry the nonce of its answer.
  await connection();
  const access = await accessOfPage();
  const given = await headers();
  const nonce = given.get("x-nonce") ?? "";
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col font-sans">
        <ReloadScript nonce={nonce} />
        <ThemeScript nonce={nonce} />
        <LayoutScript nonce={nonce} />
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <Providers>
          <SiteHeader {...access} isShared={given.get("x-is-shared") === "1"} />
          {children}
        </Providers>
      </body>
    </html>
  );
}
