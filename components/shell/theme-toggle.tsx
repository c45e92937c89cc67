"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useIsHydrated } from "@/lib/client/use-is-hydrated";
import { IconButton } from "@/components/ui/icon-button";

const NEXT = {
  system: { theme: "light", label: "Colour scheme: system. Switch to light", Icon: Monitor },
  light: { theme: "dark", label: "Colour scheme: light. Switch to dark", Icon: Sun },
  dark: { theme: "system", label: "Colour scheme: dark. Switch to system", Icon: Moon },
} as const;

/** Goes round the colour schemes: system, light, dark. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useIsHydrated();
  const known = isHydrated && (theme === "light" || theme === "dark") ? theme : "system";
  const { theme: next, label, Icon } = NEXT[known];
  return (
    <IconButton
      label={label}
      onClick={() => {
        setTheme(next);
      }}
    >
      <Icon />
    </IconButton>
  );
}
