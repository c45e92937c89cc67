import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/free-port.mjs";
import { makeCertificate } from "../test/certificate";

/** Whether a spec can have an nginx of its own here. */
export const hasNginx = spawnSync("nginx", ["-v"], { stdio: "ignore" }).status === 0;

/** The name that people open. */
const PROXY_NAME = "localhost";

/** An nginx with a configuration of `deploy/nginx` or of a document, on ports and with a certificate of its own. */
export type OwnNginx = {
  /** Addresses, as people open them. */
  https: string;
  http: string;
  /** The authority that signed its certificate, as PEM. */
  authority: string;
  /** An agent that keeps connections and believes in the certificate. */
  agent: () => Agent;
  stop: () => Promise<void>;
};

/** Ports for an nginx that is started later, as instances want to know theirs before. */
export async function nginxPorts(): Promise<{ http: number; https: number }> {
  return { http: await freePort(), https: await freePort() };
}

/** Starts it in front of two instances, each as `address:port`. */
export function startOwnNginx(
  ports: Readonly<{ http: number; https: number }>,
  [first, second]: readonly [string, string],
): Promise<OwnNginx> {
  const names = { SERVER_NAME: PROXY_NAME, FIRST_INSTANCE: first, SECOND_INSTANCE: second };
  const template = readFileSync("deploy/nginx/sightglass.conf.template", "utf8");
  const text = Object.entries(names).reduce(
    (filled, [name, value]) => filled.replaceAll(`\${${name}}`, value),
    template,
  );
  return startNginxOf(text, ports);
}

/** Starts one with another configuration, which listens on 80 and 443 and has its certificate where Debian's is. */
export async function startNginxOf(
  text: string,
  ports: Readonly<{ http: number; https: number }>,
): Promise<OwnNginx> {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const { authority, certificate, key } = makeCertificate({ host: PROXY_NAME });
  writeFileSync(join(folder, "fullchain.pem"), certificate);
  writeFileSync(join(folder, "privkey.pem"), key, { mode: 0o600 });
  writeFileSync(join(folder, "sightglass.conf"), movedTo(ports, folder, text));
  writeFileSync(join(folder, "nginx.conf"), aroundIt(folder));

  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += String(chunk)));
  const http = `http://${PROXY_NAME}:${String(ports.http)}`;
  const answers = () => fetch(http, { redirect: "manual" }).catch(() => null);
  while ((await answers()) === null) {
    if (child.exitCode !== null) throw new Error(`nginx ended by itself: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    https: `https://${PROXY_NAME}:${String(ports.https)}`,
    http,
    authority,
    agent: () => new Agent({ keepAlive: true, maxSockets: 3000, ca: authority }),
    stop: async () => {
      await new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGTERM");
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The configuration with ports and paths of this spec in place of those of a machine. */
function movedTo(
  ports: Readonly<{ http: number; https: number }>,
  folder: string,
  text: string,
): string {
  return text
    .replaceAll("listen 80", `listen 127.0.0.1:${String(ports.http)}`)
    .replaceAll("listen 443", `listen 127.0.0.1:${String(ports.https)}`)
    .replaceAll("/etc/nginx/tls", folder);
}

/** What Debian's own configuration has around it, in a folder of the spec. */
function aroundIt(folder: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => {
    mkdirSync(join(folder, name));
    return `${name}_temp_path ${join(folder, name)};`;
  });
  return `
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off;
    worker_processes 1;
    worker_rlimit_nofile 16384;
    pid ${join(folder, "nginx.pid")};
    error_log stderr error;
    events { worker_connections 8192; }
    http {
      access_log off;
      ${temporary.join("\n")}
      include ${join(folder, "sightglass.conf")};
    }`;
}
