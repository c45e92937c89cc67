import "server-only";
import { processLink } from "@/server/process-link.mjs";
import type { App } from "./create-app";

/** The app of this process. Route handlers get it handed by `with-request`; pages ask here. Throws before the start. */
export function getApp(): App {
  const { app } = processLink();
  if (app === null) throw new Error("The server was not started");
  return app;
}
