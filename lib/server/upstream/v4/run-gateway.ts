import "server-only";
import { LRUCache } from "lru-cache";
import type { UpstreamClient } from "@/lib/server/upstream/client";
import type { Warn } from "@/lib/server/upstream/contracts/report-oddities";
import type { AllowLiveUrl } from "@/lib/server/upstream/contracts/session-to-domain";
import { cutStep } from "@/lib/server/upstream/cut-task";
import { isMissing, UpstreamError } from "@/lib/server/upstream/errors";
import type { FileLink, TaskGateway } from "@/lib/server/upstream/gateway";
import { createRunControl } from "./control-run";
import { createDrainEvents } from "./drain-events";
import { EventPictures } from "./event-pictures";
import { createListRuns, listSessionRuns } from "./list-runs";
import { eventOfPicture } from "./picture-address";
import { readEventsPage } from "./read-events";
import { createRunReader, readRunHead, runIdOf } from "./read-run";
import { readUploads } from "./read-run-files";
import { listBrowserPlaces } from "./run-browsers";
import { createRunSessions } from "./run-session";
import { getFile, getFileByName, kindOfFile, type Place } from "./run-files";

type GatewayOptions = {
  /** Calls that the general limit counts, and those that the limit of status reads does. */
  client: UpstreamClient;
  statusClient: UpstreamClient;
  allowLiveUrl: AllowLiveUrl;
  now: () => number;
  warn: Warn;
};

/** The gateway to v4: its runs are told as tasks. `total` of a list counts the runs as far as they were read. */
export function createRunGateway(options: GatewayOptions): TaskGateway {
  const { client, now } = options;
  const pictures = new EventPictures();
  const reader = createRunReader({
    ...options,
    drain: createDrainEvents(client, pictures, now, cutStep),
    drainWhole: createDrainEvents(client, pictures, now, (step) => step),
  });
  const listRuns = createListRuns(client);
  const sessions = createRunSessions(client, now);
  const workspaces = new LRUCache<string, string>({ max: 1000 });

  async function workspaceOf(runId: string): Promise<Place> {
    const id = workspaces.get(runId) ?? (await readRunHead(client, runId)).workspaceId;
    if (id === null) throw new UpstreamError("file-not-found", "A run without a workspace");
    workspaces.set(runId, id);
    return { kind: "workspace", id };
  }

  async function browsersOf(runId: string): Promise<Place[]> {
    const { sessionId } = await readRunHead(client, runId);
    return listBrowserPlaces(client, sessionId);
  }

  return {
    getTask: (taskId, before) => reader.getRun(runIdOf(taskId), before),
    getFullTask: (taskId) => reader.getFullRun(runIdOf(taskId)),
    listTasks: async (page, pageSize, filter) => {
      const { items, known, completeTo } = await listRuns(page, pageSize, filter);
      return { items, page, pageSize, total: known, completeTo, unread: [] };
    },
    listSessionTasks: (sessionId) => listSessionRuns(client, sessionId),
    getOutputFile: ({ id }, fileId) =>
      missingFile(async () => {
        const runId = runIdOf(id);
        const isDownload = kindOfFile(fileId) === "browser";
        const places = isDownload ? await browsersOf(runId) : [await workspaceOf(runId)];
        return getFile(client, places, fileId);
      }),
    getUploadedFile: async ({ id }, fileId) =>
      missingFile(async () => {
        const runId = runIdOf(id);
        const upload = (await readUploads(client, runId)).find((each) => each.id === fileId);
        if (upload === undefined) throw new UpstreamError("file-not-found", "No such attachment");
        return getFileByName(client, await workspaceOf(runId), upload.name);
      }),
    getSession: (task) => sessions.read(task),
    getRecording: (task, browserId) => sessions.getRecording(task, browserId),
    getLog: () => Promise.reject(new UpstreamError("file-not-found", "v4 has no logs")),
    control: createRunControl(client, reader.forgetSession),
    getPicture: async ({ id }, address) => {
      const eventId = eventOfPicture(address);
      if (eventId === null) return null;
      const kept = pictures.get(address);
      if (kept !== null) return kept;
      const query = `after=${String(eventId - 1)}&limit=1`;
      const page = await client.getText(`/runs/${runIdOf(id)}/events?${query}`, readEventsPage);
      pictures.add(page.pictures);
      return pictures.get(address);
    },
  };
}

async function missingFile(ask: () => Promise<FileLink>): Promise<FileLink> {
  try {
    return await ask();
  } catch (error) {
    throw isMissing(error) ? new UpstreamError("file-not-found", error.message) : error;
  }
}
