"use client";

import { clsx } from "clsx";
import type { KeyboardEvent } from "react";

/** One tab: its name in the URL, its words, and a number beside them when there is something to count. */
export type Tab<Name extends string> = {
  name: Name;
  label: string;
  count?: number;
  className?: string;
};

type TabListProps<Name extends string> = {
  label: string;
  /** Prefix of the ids that tie tabs to their panels. */
  id: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  className?: string;
};

/**
 * Tabs after the ARIA practice: one tab stop, arrows move and select. Written here because ready-made ones
 * put inline styles into server HTML, which our Content-Security-Policy forbids.
 */
export function TabList<Name extends string>(props: TabListProps<Name>) {
  const { label, id, tabs, selected, onSelect, className } = props;
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = visibleTabs(event.currentTarget);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const target = buttons[targetIndex(event.key, at, buttons.length)];
    if (at === -1 || target === undefined) return;
    event.preventDefault();
    target.focus();
    target.click();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      onKeyDown={move}
      className={clsx("flex items-stretch gap-1", className)}
    >
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={`${id}-tab-${tab.name}`}
          aria-selected={tab.name === selected}
          aria-controls={`${id}-panel-${tab.name}`}
          tabIndex={tab.name === selected ? 0 : -1}
          onClick={() => {
            onSelect(tab.name);
          }}
          className={clsx(
            "relative inline-flex shrink-0 items-center gap-1.5 px-2.5 font-medium text-muted outline-offset-[-2px] hover:text-fg aria-selected:text-fg",
            "after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:rounded-full aria-selected:after:bg-accent",
            tab.className,
          )}
        >
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <span className="text-xs font-normal text-faint tabular-nums">{tab.count}</span>
          )}
        </button>
      ))}
    </div>
  );
}

function targetIndex(key: string, at: number, count: number): number {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}

function visibleTabs(list: HTMLElement): HTMLElement[] {
  const all = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  return all.filter((tab) => tab.offsetParent !== null);
}
