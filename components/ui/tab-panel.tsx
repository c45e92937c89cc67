import { clsx } from "clsx";
import type { ReactNode } from "react";

type TabPanelProps = { id: string; name: string; className?: string; children: ReactNode };

/** The panel of the selected tab. */
export function TabPanel({ id, name, className, children }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={`${id}-panel-${name}`}
      aria-labelledby={`${id}-tab-${name}`}
      tabIndex={0}
      className={clsx("outline-offset-[-2px]", className)}
    >
      {children}
    </div>
  );
}
