import { withTask } from "@/lib/server/app/with-task";

export const dynamic = "force-dynamic";

export const GET = withTask((context) =>
  context.app.answerDownload(
    context,
    "log",
    null,
    (gateway, task) => gateway.getLog(task),
    () => `task-${context.taskId.slice(0, 8)}-log.txt`,
  ),
);
