import "server-only";
import { z } from "zod";
import { MESSAGE_STATUSES, type NewMessage, type QueuedMessage } from "@/lib/contract/task-control";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import { textField, timeField } from "@/lib/server/upstream/contracts/wire-fields";
import { cutText } from "@/lib/server/upstream/cut-text";
import { UpstreamError } from "@/lib/server/upstream/errors";
import type { ControlGateway, SessionRef } from "@/lib/server/upstream/gateway";
import { runIdOf } from "./read-run";
import { RUN_BROWSERS } from "./run-browsers";

/** Ten may wait; what is beyond twice that is no list of ours. */
const MOST_MESSAGES = 20;
const LONGEST_TEXT_BYTES = 4096;

/** The calls of v4 that change something: runs are cancelled, browsers are stopped, sessions have a queue of messages. */
export function createRunControl(
  client: UpstreamClient,
  forgetSession: (taskId: string) => void,
): ControlGateway {
  async function stopBrowsers(task: SessionRef): Promise<void> {
    const sessionId = sessionIdOf(task);
    const session = RUN_BROWSERS.read(await client.getJson(RUN_BROWSERS.pathOf(sessionId)));
    if (session === null) throw new UpstreamError("upstream-invalid", "Not a list of browsers");
    for (const { id, status } of session.browsers ?? []) {
      const browserId = parseTaskId(id);
      if (status !== "active" || browserId === null) continue;
      await client.act(`/browsers/${browserId}`, { method: "PATCH", body: { action: "stop" } });
    }
    forgetSession(runIdOf(task.id));
  }

  return {
    stop: async (task, withBrowser) => {
      await client.act(`/runs/${runIdOf(task.id)}/cancel`, {
        method: "POST",
        body: {},
        // It says that the call could not be passed on to where the run is.
        refusals: { 502: "upstream-unavailable" },
      });
      if (withBrowser) await stopBrowsers(task);
    },
    stopBrowser: stopBrowsers,
    setPaused: () => Promise.reject(new UpstreamError("not-found", "v4 has no pauses")),
    listMessages: async (task) => {
      const body = await client.getJson(`/sessions/${sessionIdOf(task)}/queue`);
      const parsed = queueSchema.safeParse(body);
      if (!parsed.success) throw new UpstreamError("upstream-invalid", "Not a queue of messages");
      return parsed.data.queue.slice(0, MOST_MESSAGES);
    },
    sendMessage: async (task, { text, interrupt }: NewMessage) => {
      await client.act(`/sessions/${sessionIdOf(task)}/queue`, {
        method: "POST",
        body: { text, interrupt },
        refusals: { 409: "session-busy", 429: "queue-full" },
      });
    },
  };
}

function sessionIdOf({ sessionId }: SessionRef): string {
  const id = sessionId === null ? null : parseTaskId(sessionId);
  if (id === null) throw new UpstreamError("not-found", "A run without a session");
  return id;
}

const messageSchema = z.object({
  id: z.number(),
  text: textField.transform((text) => cutText(text, LONGEST_TEXT_BYTES).text),
  mode: z.enum(["queue", "interrupt"]).catch("queue"),
  status: z.enum([...MESSAGE_STATUSES, "unknown"]).catch("unknown"),
  createdAt: timeField,
}) satisfies z.ZodType<QueuedMessage>;

const queueSchema = z.object({ queue: z.array(messageSchema) });
