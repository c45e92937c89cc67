import "server-only";
import { Counter, Histogram, type Registry } from "prom-client";
import type { TaskStatus } from "@/lib/domain/task/task-status";

/** An answer about a task: to whom, how much of it, and how old it is. `bytes` is its JSON; 0 for one without a body. */
export type TaskAnswer = {
  to: "operator" | "link";
  shape: "whole" | "delta" | "unchanged";
  bytes: number;
  state: TaskStatus;
  ageMs: number;
};

/** What readers are answered. */
export function addAnswerMetrics(registry: Registry) {
  const registers = [registry];
  const requests = new Counter({
    name: "sightglass_requests_total",
    help: "Requests of the HTTP API that were answered, by the status of the answer.",
    labelNames: ["status"],
    registers,
  });
  const fastPath = new Counter({
    name: "sightglass_fast_path_answers_total",
    help: "Polls of a task that were answered without the framework in between.",
    registers,
  });
  const answers = new Counter({
    name: "sightglass_task_answers_total",
    help: "Answers about a task: whole, what changed, or that nothing did; to operators and to holders of links.",
    labelNames: ["to", "shape"],
    registers,
  });
  const bytes = new Counter({
    name: "sightglass_task_answer_bytes_total",
    help: "Bytes of those answers, before they are compressed.",
    labelNames: ["to", "shape"],
    registers,
  });
  const ages = new Histogram({
    name: "sightglass_task_answer_age_seconds",
    help: "How long ago Browser Use Cloud confirmed what was answered, by the state of the task.",
    labelNames: ["state"],
    buckets: [0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 600],
    registers,
  });
  const held = new Counter({
    name: "sightglass_held_answers_total",
    help: "Answers that were held until there was news, by how that ended.",
    labelNames: ["end"],
    registers,
  });
  return {
    onRequest: (status: number) => {
      requests.inc({ status: String(status) });
    },
    onFastPath: () => {
      fastPath.inc();
    },
    onTaskAnswer: ({ to, shape, bytes: size, state, ageMs }: TaskAnswer) => {
      answers.inc({ to, shape });
      bytes.inc({ to, shape }, size);
      ages.observe({ state }, Math.max(0, ageMs) / 1000);
    },
    onHeld: (end: "news" | "time" | "gone" | "stop") => {
      held.inc({ end });
    },
  };
}
