import type { WorkspaceFileInfo } from "browser-use-sdk/v4";
import { json, type Reply } from "../reply";
import type { ScriptFile } from "../script";
import { signed, type Scene } from "../shape-common";
import { pageOf } from "./paging";
import { utc } from "./wire-event";

/** A file with the run that it is of, and its last change as epoch milliseconds. */
export type ListedFile = {
  scene: Scene;
  kind: string;
  index: number;
  file: ScriptFile;
  at: number;
};

/** Answers a page of files, by their paths. With `includeUrls` each has an address that lives `times` as long as the run's. */
export function fileList(
  files: readonly ListedFile[],
  query: URLSearchParams,
  times: number,
): Reply {
  const prefix = query.get("prefix") ?? "";
  const page = pageOf(
    files.filter(({ file }) => file.name.startsWith(prefix)),
    query,
    { keyOf: ({ file }) => file.name, isDescending: false, usual: 50, most: 100 },
  );
  if (!page.ok) return page.reply;
  const isAttachment = query.get("contentDisposition") === "attachment";
  const hasUrls = ["true", "1"].includes(query.get("includeUrls") ?? "");
  const urlOf = ({ scene, kind, index, file }: ListedFile) =>
    signed(scene, kind, String(index), file.name.split("/").at(-1) ?? file.name, {
      lifetimeSeconds: scene.task.assetLifetime * times,
      disposition: isAttachment ? "attachment" : "inline",
    });
  return json({
    files: page.items.map((listed): WorkspaceFileInfo => ({
      path: listed.file.name,
      size: Buffer.byteLength(listed.file.content),
      lastModified: utc(listed.at),
      url: hasUrls ? urlOf(listed) : null,
    })),
    nextCursor: page.next,
    hasMore: page.next !== null,
  });
}
