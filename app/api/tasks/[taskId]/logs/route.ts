import { answerDownload } from "@/lib/server/files/answer-download";
import { withTask } from "@/lib/server/http/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask((context) =>
  answerDownload(
    context,
    "log",
    null,
    (gateway, task) => gateway.getLog(task),
    () => `task-${context.taskId.slice(0, 8)}-log.txt`,
  ),
);
