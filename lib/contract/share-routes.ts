import { addressOf, BASE_PATH } from "./base-path";
import { apiRoutes, atStep, routesOf, since, type TaskRoutes } from "./routes";

const share = (shareId: string) => `${BASE_PATH}/api/share/${encodeURIComponent(shareId)}`;
const page = (shareId: string) => `/share/${encodeURIComponent(shareId)}`;

/** The addresses of share links. They stand apart: a page that needs none does not load them. */
export const shareRoutes = {
  /** The links of a task, for an operator. */
  links: (taskId: string) => `${apiRoutes.task(taskId)}/share-links`,
  link: (taskId: string, shareId: string) =>
    `${apiRoutes.task(taskId)}/share-links/${encodeURIComponent(shareId)}`,
  /** Takes the token of a link. */
  open: () => `${BASE_PATH}/api/share`,
  /** What a link shows. */
  share,
  shareSince: (shareId: string, revision: string, longPollSeconds: number) =>
    since(share(shareId), revision, longPollSeconds),
  /** The path of the page where a link leads: its token stands behind the `#`, which no server sees. */
  landing: () => "/share",
  /** The path of the page of what a link shows, once it was opened. */
  page: (shareId: string, step?: number | null) => atStep(page(shareId), step),
};

/** The addresses of a task for somebody who opened a share link. */
export function sharedTaskRoutes(shareId: string, hasPictures: boolean): TaskRoutes {
  const routes = routesOf(share(shareId), addressOf(page(shareId)));
  return { ...routes, own: null, hasPictures, isRun: false };
}
