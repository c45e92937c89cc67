import type { RecentTask } from "@/lib/client/storage/recents";
import { pageRoutes } from "@/lib/contract/routes";
import type { TaskListItem } from "@/lib/contract/task-list";
import { SHORTCUTS } from "@/lib/domain/shortcuts/shortcuts";
import { findTaskId } from "@/lib/domain/task/find-task-id";
import { shortPrompt } from "@/lib/domain/task/short-prompt";
import { taskName } from "@/lib/domain/task/task-name";
import type { TaskStatus } from "@/lib/domain/task/task-status";
import { normalizeForSearch } from "@/lib/domain/text/normalize-for-search";

/** What an entry of the palette does: leads to a path, or acts on this page. */
type PaletteTarget =
  | { kind: "go"; path: string }
  | { kind: "key"; key: string }
  | { kind: "act"; act: "next-theme" | "sign-out" };

/** One entry; `keys` are those that do the same, for reading. `status` stands at a run. */
export type PaletteEntry = {
  id: string;
  label: string;
  hint: string;
  keys: readonly string[];
  status: TaskStatus | null;
  target: PaletteTarget;
};

export type PaletteGroup = { label: string; entries: readonly PaletteEntry[] };

/** All that the palette can offer. */
export type PaletteFacts = {
  /** What was typed or pasted. */
  text: string;
  recents: readonly RecentTask[];
  /** The newest runs of the account, as far as they were read. */
  runs: readonly TaskListItem[];
  /** Whether a key does something on this page now. */
  isBound: (key: string) => boolean;
  /** The path of this page. */
  pathname: string;
  canSignOut: boolean;
};

const MOST_RUNS = 8;
const MOST_RECENTS = 6;

/** The entries for what was typed, the likeliest first. A text that holds an ID leads to its task. */
export function paletteGroups(facts: PaletteFacts): readonly PaletteGroup[] {
  const words = normalizeForSearch(facts.text.trim())
    .split(/\s+/)
    .filter((word) => word !== "");
  const fits = ({ label, hint }: PaletteEntry) => {
    const text = normalizeForSearch(`${label} ${hint}`);
    return words.every((word) => text.includes(word));
  };
  const recents = facts.recents.map(runEntry);
  const known = new Set(facts.recents.map(({ id }) => id));
  const runs = facts.runs.filter(({ id }) => !known.has(id)).map(runEntry);
  const groups = [
    { label: "Open", entries: pasted(facts.text) },
    { label: "This page", entries: actionsOf(facts).filter(fits) },
    { label: "Pages", entries: pagesOf(facts).filter(fits) },
    { label: "Opened here", entries: recents.filter(fits).slice(0, MOST_RECENTS) },
    // Without a word, what this browser knows is nearer.
    {
      label: "Newest runs",
      entries: words.length === 0 ? [] : runs.filter(fits).slice(0, MOST_RUNS),
    },
  ];
  const inOrder = words.length === 0 ? [groups[3], groups[2], groups[1]] : groups;
  return inOrder.flatMap((group) =>
    group === undefined || group.entries.length === 0 ? [] : [group],
  );
}

function pasted(text: string): PaletteEntry[] {
  const found = findTaskId(text);
  if (found.id === null) return [];
  const step = found.step === null ? "" : `, step ${String(found.step)}`;
  return [
    entry(`paste-${found.id}`, `Open task ${found.id.slice(0, 8)}${step}`, found.id, {
      kind: "go",
      path: pageRoutes.task(found.id, found.step),
    }),
  ];
}

function runEntry(run: Pick<TaskListItem, "id" | "prompt" | "status">): PaletteEntry {
  const target = { kind: "go", path: pageRoutes.task(run.id) } as const;
  const made = entry(`run-${run.id}`, shortPrompt(taskName(run)), run.id, target);
  return { ...made, status: run.status };
}

function pagesOf({ pathname }: PaletteFacts): PaletteEntry[] {
  const pages = [
    entry("page-runs", "Runs", "All runs of the account", { kind: "go", path: pageRoutes.home() }),
    entry("page-board", "Board", "Several runs at a glance", {
      kind: "go",
      path: pageRoutes.board(),
    }),
    entry("page-compare", "Compare", "Two runs side by side", {
      kind: "go",
      path: pageRoutes.compare(),
    }),
    entry("page-status", "Server status", "How this server stands", {
      kind: "go",
      path: pageRoutes.status(),
    }),
  ];
  return pages.filter(({ target }) => target.kind === "go" && target.path !== pathname);
}

function actionsOf({ isBound, pathname, canSignOut }: PaletteFacts): PaletteEntry[] {
  const isTaskPage = pathname.startsWith("/tasks/");
  const ofTask = !isTaskPage
    ? []
    : Object.entries(SHORTCUTS).flatMap(([name, shortcut]) => {
        const [key] = shortcut.keys;
        if (!isBound(key)) return [];
        const shown = "shown" in shortcut ? shortcut.shown : shortcut.keys;
        const made = entry(`key-${name}`, shortcut.does, "", { kind: "key", key });
        return [{ ...made, keys: shown }];
      });
  return [
    ...ofTask,
    entry("act-theme", "Switch the colour scheme", "light, dark, system", {
      kind: "act",
      act: "next-theme",
    }),
    ...(canSignOut
      ? [entry("act-sign-out", "Sign out", "in this browser", { kind: "act", act: "sign-out" })]
      : []),
  ];
}

function entry(id: string, label: string, hint: string, target: PaletteTarget): PaletteEntry {
  return { id, label, hint, keys: [], status: null, target };
}
