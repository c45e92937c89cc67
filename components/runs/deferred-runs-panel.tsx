"use client";

import { deferHydration } from "@/components/ui/defer-hydration";

/** The account's runs. */
export const DeferredRunsPanel = deferHydration(() => import("./runs-panel"));
