import "server-only";
import { Counter, type Registry } from "prom-client";

/** Pictures, share links, sign-ins and messages. */
export function addUseMetrics(registry: Registry) {
  const registers = [registry];
  const pictures = new Counter({
    name: "sightglass_pictures_total",
    help: "Screenshots that were fetched from their storage, or made smaller, by how that went.",
    labelNames: ["work", "result"],
    registers,
  });
  const links = new Counter({
    name: "sightglass_share_links_total",
    help: "Share links that were made, revoked, opened, or refused when somebody tried to open them.",
    labelNames: ["event"],
    registers,
  });
  const signIns = new Counter({
    name: "sightglass_sign_ins_total",
    help: "Tries to sign in with a password, by how they ended.",
    labelNames: ["result"],
    registers,
  });
  const notices = new Counter({
    name: "sightglass_notices_total",
    help: "Tries to deliver a message to the webhook, by what they came to, and messages that became too old.",
    labelNames: ["result"],
    registers,
  });
  return {
    onPicture: (work: "fetch" | "resize", result: string) => {
      pictures.inc({ work, result });
    },
    onShareLink: (event: "made" | "revoked" | "opened" | "refused") => {
      links.inc({ event });
    },
    onNotice: (result: "delivered" | "retry" | "refused" | "expired") => {
      notices.inc({ result });
    },
    onSignIn: (result: string) => {
      signIns.inc({ result });
    },
  };
}
