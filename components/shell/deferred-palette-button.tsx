"use client";

import { deferHydration } from "@/components/ui/defer-hydration";

/** The button of the command palette, and its keys. */
export const DeferredPaletteButton = deferHydration(() => import("./palette-button"));
