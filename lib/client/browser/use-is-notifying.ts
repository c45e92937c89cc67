import { useNoticeChoice } from "@/lib/client/storage/notice-choice";
import { permission } from "./notice-permission";

/** True while the reader wants to be told about this task and the browser allows it. */
export function useIsNotifying(taskId: string): boolean {
  return useNoticeChoice(taskId) && permission() === "granted";
}
