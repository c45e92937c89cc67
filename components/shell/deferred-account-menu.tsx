"use client";

import { deferHydration } from "@/components/ui/defer-hydration";

/** The menu of who has signed in. */
export const DeferredAccountMenu = deferHydration(() => import("./account-menu"));
