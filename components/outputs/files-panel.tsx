import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { useTaskRoutes } from "@/lib/client/url/task-routes";
import type { Task } from "@/lib/domain/task/task";
import { isFinal } from "@/lib/domain/task/task-status";
import { FileList } from "./file-list";

/** Output files of a task, and for an operator the uploaded files, the log, and `children`. */
export default function FilesPanel({ task, children }: { task: Task; children?: ReactNode }) {
  const { file, own } = useTaskRoutes(task.id);
  const notYet = !isFinal(task.status);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4">
      <FileList
        name="Output files"
        files={task.files}
        emptyWords={notYet ? "None so far." : "The task left no files."}
        href={file}
      />
      {own !== null && (
        <>
          <FileList
            name="Uploaded files"
            files={task.uploads}
            emptyWords="None were given to the task."
            href={own.upload}
          />
          {task.run === undefined && (
            <section aria-label="Log">
              <h2 className="text-[0.8125rem] font-semibold">Log</h2>
              <p className="mt-1 mb-2 text-muted">Everything the agent logged, as one text file.</p>
              <a href={own.logs} className={buttonClass()}>
                <Download aria-hidden="true" />
                Download log
              </a>
            </section>
          )}
        </>
      )}
      {children}
    </div>
  );
}
