"use client";

import { late } from "@/components/ui/defer-hydration";

/** The menu of who has signed in. */
export const LateAccountMenu = late(() => import("./account-menu"));
