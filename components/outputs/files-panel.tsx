import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { apiRoutes } from "@/lib/contract/routes";
import type { Task } from "@/lib/domain/task";
import { isFinal } from "@/lib/domain/task-status";
import { FileList } from "./file-list";

/** Output files, uploaded files and the log of a task. */
export default function FilesPanel({ task }: { task: Task }) {
  const notYet = !isFinal(task.status);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4">
      <FileList
        name="Output files"
        files={task.files}
        emptyWords={notYet ? "None so far." : "The task left no files."}
        href={(fileId) => apiRoutes.file(task.id, fileId)}
      />
      <FileList
        name="Uploaded files"
        files={task.uploads}
        emptyWords="None were given to the task."
        href={(fileId) => apiRoutes.upload(task.id, fileId)}
      />
      <section aria-label="Log">
        <h2 className="text-[0.8125rem] font-semibold">Log</h2>
        <p className="mt-1 mb-2 text-muted">Everything the agent logged, as one text file.</p>
        <a href={apiRoutes.logs(task.id)} className={buttonClass()}>
          <Download aria-hidden="true" />
          Download log
        </a>
      </section>
    </div>
  );
}
