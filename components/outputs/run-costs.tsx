import type { ReactNode } from "react";
import { TimeText } from "@/components/ui/time-text";
import { formatCost } from "@/lib/domain/text/format-cost";
import type { Task } from "@/lib/domain/task/task";

const COUNT = new Intl.NumberFormat("en-US");
const STATUS_WORDS = { active: "up", stopped: "stopped", unknown: "status unknown" } as const;

/** What a run of v4 used, part by part: the model, searches, and the browsers of its session, which may serve others. */
export function RunCosts({ run }: { run: NonNullable<Task["run"]> }) {
  const { usage, searchCost, browsers, contextLimit } = run;
  const tokens = `${COUNT.format(usage.inputTokens)} tokens in, ${COUNT.format(usage.outputTokens)} out`;
  return (
    <section aria-label="Usage" className="text-sm">
      <h2 className="mb-1 text-[0.8125rem] font-semibold">Usage</h2>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <Row name="Model">
          {tokens}
          {contextLimit !== null && `, at most ${COUNT.format(contextLimit)} at a time`}
          {usage.cost !== null && ` · ${formatCost(usage.cost)}`}
        </Row>
        {searchCost !== null && <Row name="Searches">{formatCost(searchCost)}</Row>}
        {browsers?.map((browser, index) => (
          <Row
            key={browser.id}
            name={browsers.length === 1 ? "Browser" : `Browser ${String(index + 1)}`}
          >
            {STATUS_WORDS[browser.status]}
            {browser.startedAt !== null && (
              <>
                {browser.status === "active" ? " since " : ", from "}
                <TimeText iso={browser.startedAt} />
              </>
            )}
            {browser.finishedAt !== null && (
              <>
                {" to "}
                <TimeText iso={browser.finishedAt} />
              </>
            )}
            {browser.browserCost !== null && ` · ${formatCost(browser.browserCost)}`}
            {browser.proxyCost !== null && `, its proxy ${formatCost(browser.proxyCost)}`}
          </Row>
        ))}
      </dl>
      {browsers !== null && browsers.length > 0 && (
        <p className="mt-1 text-xs text-faint">
          A browser belongs to the session, and may have served other runs of it, too.
        </p>
      )}
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </>
  );
}
