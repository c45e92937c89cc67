"use client";

import { Suspense } from "react";
import { lazyOr } from "@/components/ui/lazy-or";

const Room = () => <span className="size-8" />;
const ThemeToggle = lazyOr(() => import("./theme-toggle"), Room);

/** The switch of the colour scheme, drawn by the server; its script comes after the page's own. */
export function LateThemeToggle() {
  return (
    <Suspense fallback={<Room />}>
      <ThemeToggle />
    </Suspense>
  );
}
