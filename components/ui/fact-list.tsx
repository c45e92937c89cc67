import type { ReactNode } from "react";

/** One line of a list: what it is, and how it is now. */
export type Fact = { name: string; value: ReactNode };

/** Facts under a heading, one a line. */
export function FactList({ name, facts }: { name: string; facts: readonly Fact[] }) {
  return (
    <section aria-label={name}>
      <h2 className="text-[0.8125rem] font-semibold">{name}</h2>
      <dl className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {facts.map((fact) => (
          <div
            key={fact.name}
            className="flex min-h-10 items-center justify-between gap-4 px-3 py-2"
          >
            <dt className="text-muted">{fact.name}</dt>
            <dd className="text-right tabular-nums">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
