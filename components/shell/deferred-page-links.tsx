"use client";

import { deferHydration } from "@/components/ui/defer-hydration";

/** The pages that the header leads to. */
export const DeferredPageLinks = deferHydration(() => import("./page-links"));
