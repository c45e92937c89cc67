"use client";

import { Download, FileText } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { showHidden } from "@/lib/domain/text/hidden-characters";
import { parseTaskId } from "@/lib/domain/task/task-id";
import type { TaskFile } from "@/lib/domain/task/task";
import { truncate } from "@/lib/domain/text/truncate";

type FileListProps = {
  name: string;
  files: readonly TaskFile[];
  emptyWords: string;
  href: (fileId: string) => string;
};

/** A run that left thousands of files must not hold the page up. */
const FILES_AT_A_TIME = 200;
const LONGEST_NAME = 300;

/** Files of a task, each a download through this server. A file without a usable id is listed without a link. */
export function FileList({ name, files, emptyWords, href }: FileListProps) {
  const [limit, setLimit] = useState(FILES_AT_A_TIME);
  const hidden = Math.max(0, files.length - limit);
  return (
    <section aria-label={name}>
      <h2 className="text-[0.8125rem] font-semibold">
        {name} {files.length > 0 && <span className="font-normal text-faint">{files.length}</span>}
      </h2>
      {files.length === 0 ? (
        <p className="mt-1 text-muted">{emptyWords}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
          {files.slice(0, limit).map((file, index) => (
            <li key={`${file.id} ${String(index)}`}>
              <FileRow file={file} href={parseTaskId(file.id) === null ? null : href(file.id)} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button
          className="mt-2"
          onClick={() => {
            setLimit(limit + FILES_AT_A_TIME);
          }}
        >
          Show {Math.min(hidden, FILES_AT_A_TIME)} more of {hidden}
        </Button>
      )}
    </section>
  );
}

function FileRow({ file, href }: { file: TaskFile; href: string | null }) {
  const name = file.name.trim() === "" ? "File without a name" : truncate(file.name, LONGEST_NAME);
  const content = (
    <>
      <FileText aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <bdi className="min-w-0 truncate" title={showHidden(name)}>
        <UntrustedText text={name} />
      </bdi>
    </>
  );
  if (href === null) {
    return <div className="flex min-h-10 items-center gap-2.5 px-3 text-muted">{content}</div>;
  }
  return (
    <a
      // An attachment stays on this page; only when there is none the answer says why.
      href={href}
      aria-label={`Download ${showHidden(name)}`}
      className="flex min-h-10 items-center gap-2.5 px-3 hover:bg-raised"
    >
      {content}
      <Download aria-hidden="true" className="ml-auto size-4 shrink-0 text-faint" />
    </a>
  );
}
