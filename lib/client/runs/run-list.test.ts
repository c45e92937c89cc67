import fc from "fast-check";
import { expect, it } from "vitest";
import { NO_SIGNS } from "@/test/factories/need-signs";
import { sampleEntry } from "@/test/factories/task-list";
import type { TaskList, TaskListEntry } from "@/lib/contract/task-list";
import { completeRuns, withFirstPage, withNextPage, type RunList } from "./run-list";

const SIZE = 5;
const START = Date.parse("2026-11-01T00:00:00.000Z");
const at = (minute: number) => new Date(START + minute * 60_000).toISOString();

/** A service of two versions, each of which pages its own tasks, as the gateway puts them together. */
function pageOf(versions: readonly (readonly TaskListEntry[])[], page: number): TaskList {
  const parts = versions.map((all) => {
    const newest = [...all].sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""));
    const items = newest.slice((page - 1) * SIZE, page * SIZE);
    const isMore = all.length > page * SIZE;
    return { items, oldest: isMore ? (items.at(-1)?.createdAt ?? null) : null };
  });
  const oldest = parts.flatMap((part) => part.oldest ?? []).sort();
  return {
    items: parts.flatMap(({ items }) => items),
    page,
    pageSize: SIZE,
    total: versions.flat().length,
    completeTo: oldest.at(-1) ?? null,
    unread: [],
  };
}

const idsOf = (runs: readonly TaskListEntry[]) => runs.map(({ id }) => id);

it("shows the newest runs without a gap, however many tasks of two versions come between two readings", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.nat(3)), { maxLength: 60 }),
      fc.array(fc.constantFrom("first", "next", "new"), { maxLength: 20 }),
      (first, moves) => {
        const versions: [TaskListEntry[], TaskListEntry[]] = [[], []];
        let minute = 0;
        let made = 0;
        const add = (isRun: boolean, pause: number) => {
          // No two are made in the same minute: who came first is then known.
          minute += 1 + pause;
          made += 1;
          versions[isRun ? 1 : 0].push(
            sampleEntry({ id: `run-${String(made)}`, createdAt: at(minute) }),
          );
        };
        for (const [isRun, pause] of first) add(isRun, pause);
        let list: RunList = withFirstPage(null, pageOf(versions, 1));
        for (const move of moves) {
          if (move === "new") add(made % 3 === 0, 0);
          if (move === "first") list = withFirstPage(list, pageOf(versions, 1));
          if (move === "next" && list.nextPage !== null)
            list = withNextPage(list, pageOf(versions, list.nextPage));
        }
        list = withFirstPage(list, pageOf(versions, 1));
        const all = versions
          .flat()
          .sort((a, b) => (b.createdAt ?? "").localeCompare(a.createdAt ?? ""));
        const shown = idsOf(completeRuns(list));
        expect(shown).toEqual(idsOf(all).slice(0, shown.length));
        if (list.nextPage === null) expect(shown).toHaveLength(all.length);
      },
    ),
    { numRuns: 300 },
  );
});

it("begins anew where tasks between the newest page and the known ones may be missing", () => {
  const old = Array.from({ length: 12 }, (_, n) =>
    sampleEntry({ id: `old-${String(n)}`, createdAt: at(n) }),
  );
  const list = withNextPage(withFirstPage(null, pageOf([old], 1)), pageOf([old], 2));
  expect(list.runs).toHaveLength(10);
  const young = Array.from({ length: SIZE }, (_, n) =>
    sampleEntry({ id: `young-${String(n)}`, createdAt: at(100 + n) }),
  );
  const anew = withFirstPage(list, pageOf([[...old, ...young]], 1));
  expect([anew.runs.length, anew.nextPage]).toEqual([SIZE, 2]);
});

it("keeps what somebody watched when a later page no longer tells it", () => {
  const known = { stepCount: 3, screenshotStep: null, hasAnswer: true, needSigns: NO_SIGNS };
  const page = (entry: TaskListEntry) => pageOf([[entry]], 1);
  const first = withFirstPage(null, page(sampleEntry({ known })));
  const next = withFirstPage(first, page(sampleEntry({ status: "failed" })));
  expect(next.runs).toMatchObject([{ status: "failed", known }]);
});
