import "server-only";
import type { ShareOpener } from "./open-share";
import type { ShareLinkDesk } from "./share-links";

/** Told what happens to share links, of which it learns nothing. */
type OnShareLink = (event: "made" | "revoked" | "opened" | "refused") => void;

/** The desk, with each link that is made or revoked told. */
export function toldDesk(desk: ShareLinkDesk, onShareLink: OnShareLink): ShareLinkDesk {
  return {
    list: (taskId) => desk.list(taskId),
    make: async (taskId, wish, who) => {
      const made = await desk.make(taskId, wish, who);
      onShareLink("made");
      return made;
    },
    revoke: async (taskId, id) => {
      const isRevoked = await desk.revoke(taskId, id);
      if (isRevoked) onShareLink("revoked");
      return isRevoked;
    },
  };
}

/** The opener, with each try to open a link told. What comes with a link's cookie is no opening. */
export function toldOpener(opener: ShareOpener, onShareLink: OnShareLink): ShareOpener {
  return {
    byCookie: (shareId, headers) => opener.byCookie(shareId, headers),
    byToken: async (token) => {
      const share = await opener.byToken(token);
      onShareLink(share.ok ? "opened" : "refused");
      return share;
    },
  };
}
