import { apiRoutes, atStep, routesOf, since, type TaskRoutes } from "./routes";

const share = (shareId: string) => `/api/share/${encodeURIComponent(shareId)}`;
const page = (shareId: string) => `/share/${encodeURIComponent(shareId)}`;

/** The addresses of share links. They stand apart: a page that needs none does not load them. */
export const shareRoutes = {
  /** The links of a task, for an operator. */
  links: (taskId: string) => `${apiRoutes.task(taskId)}/share-links`,
  link: (taskId: string, shareId: string) =>
    `${apiRoutes.task(taskId)}/share-links/${encodeURIComponent(shareId)}`,
  /** Takes the token of a link. */
  open: () => "/api/share",
  /** What a link shows. */
  share,
  shareSince: (shareId: string, revision: string, longPollSeconds: number) =>
    since(share(shareId), revision, longPollSeconds),
  /** The page where a link leads: its token stands behind the `#`, which no server sees. */
  landing: () => "/share",
  /** The page of what a link shows, once it was opened. */
  page: (shareId: string, step?: number | null) => atStep(page(shareId), step),
};

/** The addresses of a task for somebody who opened a share link. */
export function sharedTaskRoutes(shareId: string, hasPictures: boolean): TaskRoutes {
  return { ...routesOf(share(shareId), page(shareId)), own: null, hasPictures, isRun: false };
}
