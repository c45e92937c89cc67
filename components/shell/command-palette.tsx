"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { StatusBadge } from "@/components/status/status-badge";
import { Dialog } from "@/components/ui/dialog";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { signOut } from "@/lib/client/api/session";
import { boundKey } from "@/lib/client/browser/bound-keys";
import { runsQueryOptions } from "@/lib/client/runs/runs-query";
import { useRecents } from "@/lib/client/storage/recents";
import { chooseTheme, useTheme } from "@/lib/client/storage/theme";
import { paletteGroups, type PaletteEntry } from "./palette-entries";

const NEXT_THEME = { system: "light", light: "dark", dark: "system" } as const;

type CommandPaletteProps = { canSignOut: boolean; onClose: () => void };

/** Finds a run, a page or an action of this page by what is typed or pasted; arrows choose, Enter carries out. */
export default function CommandPalette({ canSignOut, onClose }: CommandPaletteProps) {
  const id = useId();
  const router = useRouter();
  const pathname = usePathname();
  const theme = useTheme();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A dialog that opens gives the focus to its first button.
    field.current?.focus();
  }, []);
  const { data } = useQuery({
    ...runsQueryOptions({ status: null, sessionId: null }),
    refetchInterval: false,
    staleTime: 5000,
  });
  const groups = paletteGroups({
    text,
    recents: useRecents() ?? [],
    runs: data?.runs ?? [],
    isBound: (key) => boundKey(key) !== null,
    pathname,
    canSignOut,
  });
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(chosen, entries.length - 1);
  const optionId = (entry: PaletteEntry | undefined) =>
    entry === undefined ? undefined : `${id}-${entry.id}`;

  const run = ({ target }: PaletteEntry) => {
    onClose();
    if (target.kind === "go") router.push(target.path);
    else if (target.kind === "key") {
      // The dialog gives the focus back first.
      setTimeout(() => boundKey(target.key)?.());
    } else if (target.act === "next-theme") chooseTheme(NEXT_THEME[theme]);
    else signOut("here", new AbortController().signal).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const to = moved(event.key, at, entries.length);
    if (to !== null) {
      event.preventDefault();
      setChosen(to);
      document.getElementById(optionId(entries[to]) ?? "")?.scrollIntoView({ block: "nearest" });
      return;
    }
    const entry = entries[at];
    if (event.key !== "Enter" || entry === undefined) return;
    event.preventDefault();
    run(entry);
  };

  return (
    <Dialog title="Go to" onClose={onClose} className="mt-[10vh] w-[min(40rem,calc(100vw-1.5rem))]">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="A run's ID or words, a page or an action"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={optionId(entries[at])}
        placeholder="Paste an ID, or type words of a prompt, a page or an action"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="h-12 w-full border-b border-line bg-surface px-5 text-sm outline-offset-[-2px] placeholder:text-faint"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className="max-h-[50dvh] min-h-40 thin-scroll overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <p aria-hidden="true" className="px-3 pt-2 pb-1 text-xs font-medium text-faint">
              {group.label}
            </p>
            {group.entries.map((entry) => (
              <Option
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                isChosen={entry === entries[at]}
                onPick={() => {
                  run(entry);
                }}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="border-t border-line px-5 py-2 text-xs text-faint">
        {entries.length === 0
          ? "Nothing found among what this browser opened and the newest runs."
          : "↑ ↓ to choose, Enter to go, Esc to close"}
      </p>
    </Dialog>
  );
}

type OptionProps = {
  id: string | undefined;
  entry: PaletteEntry;
  isChosen: boolean;
  onPick: () => void;
};

function Option({ id, entry, isChosen, onPick }: OptionProps) {
  const { label, hint, keys, status } = entry;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      onClick={onPick}
      className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1 hover:bg-raised aria-selected:bg-raised"
    >
      <span className="min-w-0 truncate">
        <bdi dir="auto">
          <UntrustedText text={label} />
        </bdi>
      </span>
      <span className="min-w-0 grow truncate text-xs text-faint">{hint}</span>
      {keys.map((key) => (
        <kbd
          key={key}
          className="rounded border border-line-strong bg-surface px-1.5 font-sans text-xs text-muted"
        >
          {key}
        </kbd>
      ))}
      {status !== null && <StatusBadge status={status} />}
    </div>
  );
}

function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  return null;
}
