import "server-only";
import type { UpstreamClient } from "./client";
import { createTaskControl } from "./control-task";
import { getFileLink } from "./file-links";
import type { TaskGateway } from "./gateway";
import { listSessionTasks, listTasks } from "./list-tasks";
import { getRecording, readSession } from "./task-session";
import { createTaskReader } from "./read-task";
import type { Warn } from "./contracts/report-oddities";
import type { AllowLiveUrl } from "./contracts/session-to-domain";

/** The gateway to v2 over a client; it recognises by itself which shape of it an answer has. */
export function createGateway(options: {
  client: UpstreamClient;
  allowLiveUrl: AllowLiveUrl;
  now: () => number;
  warn: Warn;
}): TaskGateway {
  const { forgetSession, ...reads } = createTaskReader(options);
  return {
    ...reads,
    listTasks: (page, pageSize, filter) => listTasks(options.client, page, pageSize, filter),
    listSessionTasks: (sessionId) => listSessionTasks(options.client, sessionId),
    getOutputFile: (task, fileId) => getFileLink(options.client, task, "output", fileId),
    getUploadedFile: (task, fileId) => getFileLink(options.client, task, "upload", fileId),
    getSession: (task) => readSession(options.client, task, options.now()),
    getRecording: (task, browserId) => getRecording(options.client, task, browserId),
    getPicture: () => Promise.resolve(null),
    getLog: (task) => getFileLink(options.client, task, "log", null),
    control: createTaskControl(options.client, forgetSession),
  };
}
