"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { chooseTheme, useTheme } from "@/lib/client/storage/theme";

const NEXT = {
  system: { theme: "light", label: "Colour scheme: system. Switch to light", Icon: Monitor },
  light: { theme: "dark", label: "Colour scheme: light. Switch to dark", Icon: Sun },
  dark: { theme: "system", label: "Colour scheme: dark. Switch to system", Icon: Moon },
} as const;

/** Goes round the colour schemes: system, light, dark. */
export default function ThemeToggle() {
  const { theme: next, label, Icon } = NEXT[useTheme()];
  return (
    <IconButton
      label={label}
      onClick={() => {
        chooseTheme(next);
      }}
    >
      <Icon />
    </IconButton>
  );
}
