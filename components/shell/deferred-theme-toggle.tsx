"use client";

import { late } from "@/components/ui/defer-hydration";

/** The switch of the colour scheme. */
export const LateThemeToggle = late(() => import("./theme-toggle"));
