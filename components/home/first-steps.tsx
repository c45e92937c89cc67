import type { ReactNode } from "react";

const EXAMPLE = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

/** For the first visit: where a task ID is to be found. */
export function FirstSteps() {
  return (
    <section aria-labelledby="first-steps" className="mt-2 min-h-72 max-w-3xl">
      <h2 id="first-steps" className="text-[0.8125rem] font-semibold">
        Where to find a task ID
      </h2>
      <ol className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        <Place title="In the answer that created the task">
          {"{ "}
          <span className="text-faint">&quot;id&quot;:</span> <Mark>{EXAMPLE}</Mark>
          <span className="text-faint">, &quot;sessionId&quot;: …</span>
          {" }"}
        </Place>
        <Place title="In your own program">
          <span className="text-faint">task = client.tasks.create(…)</span>
          <br />
          print(<Mark>task.id</Mark>)
        </Place>
        <Place title="In the address of the task's page in Browser Use Cloud">
          <span className="text-faint">https://cloud.browser-use.com/…/</span>
          <Mark>{EXAMPLE}</Mark>
        </Place>
      </ol>
      <p className="mt-2 text-xs text-faint">
        Any text will do: a log line, a link or a whole API answer. The ID is found in it.
      </p>
    </section>
  );
}

function Place({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="px-3 py-2.5">
      <p>{title}</p>
      <p className="mt-1 font-mono text-xs [overflow-wrap:anywhere] text-muted">{children}</p>
    </li>
  );
}

function Mark({ children }: { children: ReactNode }) {
  return <mark className="rounded-sm bg-accent/15 px-0.5 text-fg">{children}</mark>;
}
