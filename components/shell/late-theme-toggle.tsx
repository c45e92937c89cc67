"use client";

import { late } from "@/components/ui/late";

/** The switch of the colour scheme. */
export const LateThemeToggle = late(() => import("./theme-toggle"));
