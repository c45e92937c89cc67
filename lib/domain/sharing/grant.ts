/** What a share link may show. `status` is part of every link. */
export const SHARE_SCOPES = [
  "status",
  "steps",
  "screenshots",
  "prompt",
  "output",
  "files",
] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/**
 * What somebody may see: an operator everything, a viewer of one task what the scopes of a share link allow.
 * `who` names an operator where a proxy in front says so.
 */
export type Grant =
  | { kind: "operator"; who: string | null }
  | { kind: "viewer"; taskId: string; shareId: string; scopes: readonly ShareScope[] };
