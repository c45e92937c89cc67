import { TriangleAlert } from "lucide-react";
import type { ShareFinding } from "./detect-exposed-secrets";

const MOST_LISTED = 5;

/** Says what a link would show that looks like a secret, before it is made. Nothing without any. */
export function ShareFindings({ findings }: { findings: readonly ShareFinding[] }) {
  if (findings.length === 0) return null;
  const more = findings.length - MOST_LISTED;
  return (
    <section
      aria-label="What looks like a secret"
      className="rounded-lg border border-waiting/40 bg-waiting/8 px-3 py-2"
    >
      <p className="flex gap-2">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-waiting" />
        <span>
          <strong className="font-medium">
            {findings.length === 1
              ? "One thing here looks like a secret."
              : `${String(findings.length)} things here look like secrets.`}
          </strong>{" "}
          The link masks them in texts. It shows screenshots and files as they are, so look at those
          first.
        </span>
      </p>
      <ul className="mt-1.5 ml-6 flex flex-col gap-0.5 text-xs text-muted">
        {findings.slice(0, MOST_LISTED).map(({ where, kind, preview }, index) => (
          <li key={index} className="flex gap-2">
            <span className="shrink-0">
              {where}: {kind}
            </span>
            <bdi className="min-w-0 truncate font-mono">{preview}</bdi>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </section>
  );
}
