"use client";

import { deferHydration } from "@/components/ui/defer-hydration";

/** The switch of the colour scheme. */
export const DeferredThemeToggle = deferHydration(() => import("./theme-toggle"));
