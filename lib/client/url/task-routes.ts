"use client";

import { createContext, useContext } from "react";
import { taskRoutes, type TaskRoutes } from "@/lib/contract/routes";

/** The addresses of the task on this page, where they are not those of an operator. */
export const TaskRoutesContext = createContext<TaskRoutes | null>(null);

/** Where this page finds what belongs to its task. */
export function useTaskRoutes(taskId: string): TaskRoutes {
  return useContext(TaskRoutesContext) ?? taskRoutes(taskId);
}
