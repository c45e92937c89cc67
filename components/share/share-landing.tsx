"use client";

import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/client/api/api-error";
import { openShare } from "@/lib/client/api/share-links";
import { addressOf } from "@/lib/contract/base-path";
import { shareRoutes } from "@/lib/contract/share-routes";
import InvalidLink from "./invalid-link";
import { LandingPage } from "./landing-page";

type Landing = { state: "opening" } | { state: "invalid" } | { state: "failed"; token: string };

/**
 * Where every share link leads. The token stands behind the `#` of the address, which browsers send to nobody: it is
 * taken out of the address and exchanged for a cookie before anything else.
 */
export function ShareLanding() {
  const [landing, setLanding] = useState<Landing>({ state: "opening" });
  const hasBegun = useRef(false);
  const newest = useRef<AbortController | null>(null);
  const open = (token: string) => {
    setLanding({ state: "opening" });
    newest.current?.abort();
    const { signal } = (newest.current = new AbortController());
    openShare(token, signal).then(
      ({ shareId, step }) => {
        // In the place of this page, so that going back leads to where the reader came from.
        if (!signal.aborted) window.location.replace(addressOf(shareRoutes.page(shareId, step)));
      },
      (error: unknown) => {
        // Another link was opened here meanwhile.
        if (signal.aborted) return;
        const isInvalid = error instanceof ApiError && error.code === "share-not-found";
        setLanding(isInvalid ? { state: "invalid" } : { state: "failed", token });
      },
    );
  };
  useEffect(() => {
    const read = (change?: HashChangeEvent) => {
      // The router may have put the address back meanwhile; the event still tells it.
      const token = new URL(change?.newURL ?? window.location.href).hash.slice(1);
      if (token === "") {
        if (!hasBegun.current) setLanding({ state: "invalid" });
        return;
      }
      hasBegun.current = true;
      window.history.replaceState(null, "", addressOf(shareRoutes.landing()));
      open(token);
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("hashchange", read);
    };
  }, []);
  if (landing.state === "invalid") return <InvalidLink />;
  if (landing.state === "opening") return <LandingPage onRetry={null} />;
  return (
    <LandingPage
      onRetry={() => {
        open(landing.token);
      }}
    />
  );
}
