import type { ReactNode } from "react";
import FilesPanel from "@/components/outputs/files-panel";
import OutputPanel from "@/components/outputs/output-panel";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import type { Task } from "@/lib/domain/task/task";
import { isTaskStatus, TASK_STATUSES } from "@/lib/domain/task/task-status";
import { shopRun } from "@/test/factories/shop-run";
import { ENDLESS, HOSTILE } from "./hostile";
import type { Panel } from "./panel";
import { SHARED_ROUTES } from "./pictures";

const MARKDOWN = `## Boots\n\n| Pair | Price |\n| --- | --- |\n| Fell Low | **118** |\n| Tarn Mid | 129 |\n\n- waterproof\n- size 42\n\n> In the cart.\n\n\`done\``;
const JSON_TEXT = `{"pair":"Fell Low","size":42,"price":118.00,"id":90071992547409931,"colours":["stone","moss"],"sold":null}`;
const HUGE = "One line of a very long output.\n".repeat(20_000);
const JUDGED = "The boots are in the cart and cost less than 150 euros.";
const FILE_ID = "0a1b2c3d-0000-4000-8000-000000000001";

export const ABSENT_OUTPUTS: Panel = {
  id: "absent-outputs",
  title: "No output",
  width: 18,
  states: Object.fromEntries(
    Object.keys(TASK_STATUSES)
      .filter(isTaskStatus)
      .map((status) => [status, output({ status })]),
  ),
};

export const OUTPUTS: Panel = {
  id: "outputs",
  title: "Output",
  width: 30,
  height: 22,
  states: {
    empty: output({ output: "" }),
    text: output({ output: "Fell Low, size 42, 118.00 euros" }),
    Markdown: output({ output: MARKDOWN }),
    JSON: output({ output: JSON_TEXT }),
    huge: output({ output: HUGE }),
    cut: output({ output: HUGE.slice(0, 64_000), cut: { output: 9_000_000 } }),
    hostile: output({
      output: HOSTILE,
      verdict: { agent: null, judge: false, judgement: HOSTILE },
    }),
    "a word without end": output({ output: ENDLESS }),
    "hostile Markdown": output({
      output: `# ${HOSTILE}\n\n[a bank](https://evil.example/)\n\n![a picture](https://evil.example/x.png)`,
    }),
    judged: output({
      output: "Fell Low",
      verdict: { agent: true, judge: false, judgement: JUDGED },
      judgeFlags: { reachedCaptcha: true, impossibleTask: true },
      suggestions: ["Name the shop to look in.", "Say what to do when a size is sold out."],
    }),
    "a judgement that was cut": output({
      output: "Fell Low",
      verdict: { agent: true, judge: false, judgement: JUDGED.repeat(900) },
      cut: { judgement: 300_000 },
    }),
  },
};

export const FILES: Panel = {
  id: "files",
  title: "Files",
  width: 27,
  height: 22,
  states: {
    "none so far": files({ status: "running" }),
    "none at all": files({}),
    some: files({ files: named("boots.csv", "cart.pdf"), uploads: named("wishes.txt") }),
    "without a usable id": files({ files: [{ id: "../etc", name: "odd.txt" }] }),
    hostile: files({ files: named(HOSTILE, ENDLESS, " ") }),
    "very many": files({ files: named(...Array.from({ length: 450 }, () => "page.html")) }),
    "behind a share link": (
      <TaskRoutesContext value={SHARED_ROUTES}>
        {files({ files: named("boots.csv") })}
      </TaskRoutesContext>
    ),
  },
};

function output(task: Partial<Task>): ReactNode {
  return <OutputPanel task={shopRun({ status: "finished", ...task }).task} />;
}

function files(task: Partial<Task>): ReactNode {
  return <FilesPanel task={shopRun({ status: "finished", ...task }).task} />;
}

function named(...names: readonly string[]) {
  return names.map((name) => ({ id: FILE_ID, name }));
}
