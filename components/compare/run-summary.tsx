"use client";

import { useNow } from "@/lib/client/api/clock";
import type { TaskSnapshot } from "@/lib/contract/task-snapshot";
import { compareRuns } from "@/lib/domain/compare/compare-runs";

type RunSummaryProps = { a: TaskSnapshot; b: TaskSnapshot; renderedAt: number };

/** What the two runs came to, fact by fact, with the difference in words. */
export function RunSummary({ a, b, renderedAt }: RunSummaryProps) {
  const facts = compareRuns(a, b, useNow(renderedAt));
  return (
    <section aria-labelledby="summary">
      <h2 id="summary" className="mb-2 text-[0.8125rem] font-semibold">
        Summary
      </h2>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <table className="w-full table-fixed text-start tabular-nums">
          <thead className="border-b border-line text-xs text-muted">
            <tr>
              <th scope="col" className="w-[27%] px-3 py-1.5 text-start font-medium">
                Fact
              </th>
              <th scope="col" className="px-2 py-1.5 text-start font-medium">
                A
              </th>
              <th scope="col" className="px-2 py-1.5 text-start font-medium">
                B
              </th>
              <th scope="col" className="w-[30%] px-3 py-1.5 text-start font-medium">
                Difference
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {facts.map((fact) => (
              <tr key={fact.name}>
                <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted">
                  {fact.name}
                </th>
                <td className="px-2 py-1.5">{fact.a}</td>
                <td className="px-2 py-1.5">{fact.b}</td>
                <td className={`px-3 py-1.5 ${fact.isSame ? "text-faint" : "font-medium"}`}>
                  {fact.difference}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
