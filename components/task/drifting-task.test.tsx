import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import OutputPanel from "@/components/outputs/output-panel";
import { StatusBadge } from "@/components/status/status-badge";
import { VerdictBadges } from "@/components/status/verdict-badges";
import { sampleSnapshot } from "@/test/factories/snapshot";
import type { Task } from "@/lib/domain/task/task";

const task = (fields: Partial<Task>): Task => ({ ...sampleSnapshot().task, ...fields });
const outputOf = (fields: Partial<Task>) =>
  renderToStaticMarkup(<OutputPanel task={task(fields)} />);

it("F01 the badge of an unknown status shows the upstream's own word", () => {
  const badge = (rawStatus: string) =>
    renderToStaticMarkup(<StatusBadge status="unknown" rawStatus={rawStatus} />);
  expect(badge("completed")).toContain("Unknown (completed)");
  expect(badge("")).not.toContain("(");
});

it("F15 what the agent says and what the judge says stand beside each other", () => {
  const badges = (agent: boolean | null, judge: boolean | null) =>
    renderToStaticMarkup(<VerdictBadges verdict={{ agent, judge, judgement: null }} />);
  expect(badges(true, false)).toMatch(/Agent says success.*Judge says failure/s);
  expect(badges(null, null)).toBe("");
});

it("F15 a failed task shows the output it left", () => {
  expect(outputOf({ status: "failed", output: "Half of it." })).toContain("Half of it.");
});

it("F16 an empty output is told from an absent one and from one that says nothing", () => {
  for (const output of ["", " ".repeat(1_000_000)]) {
    expect(outputOf({ status: "finished", output })).toContain("The output is an empty text.");
  }
  const absent = outputOf({ status: "finished", output: null });
  expect(absent).toContain("The task finished without an output.");
  for (const output of ["0", "null"]) {
    expect(outputOf({ status: "finished", output })).toContain(`>${output}<`);
  }
});

it("F17 a judgement that is no JSON is shown as it came, as text", () => {
  const judgement = '{"reasoning": "No <b>shoes';
  const markup = outputOf({ verdict: { agent: null, judge: null, judgement } });
  expect(markup).toContain("{&quot;reasoning&quot;: &quot;No &lt;b&gt;shoes");
});
