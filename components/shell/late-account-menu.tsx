"use client";

import { late } from "@/components/ui/late";

/** The menu of who has signed in. */
export const LateAccountMenu = late(() => import("./account-menu"));
