import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:http2";
import { request } from "node:https";
import { expect, test } from "../fixtures";
import { hasNginx, nginxPorts, startOwnNginx, type OwnNginx } from "../own-nginx";
import { startInstance, type OwnServers } from "../own-servers";
import { EMULATOR } from "../settings";

const SECRET = "a-secret-of-the-proxy-of-more-than-32-characters";
const TOKEN = "a-token-of-the-specs-with-chance-0123456789";
const FORGED = { "x-forwarded-user": "eve", "x-sightglass-proxy-secret": SECRET };

test.skip(!hasNginx, "There is no nginx here.");
test.describe.configure({ mode: "serial" });

let nginx: OwnNginx;
let instance: Pick<OwnServers, "product" | "stop">;

test.beforeAll(async () => {
  const ports = await nginxPorts();
  instance = await startInstance(EMULATOR, {
    PUBLIC_BASE_URL: `https://localhost:${String(ports.https)}`,
    ACCESS_PASSWORD: "correct horse battery staple",
    TRUSTED_PROXY: "x-forwarded-user",
    TRUSTED_PROXY_SECRET: SECRET,
    METRICS_TOKEN: TOKEN,
  });
  const { host } = new URL(instance.product);
  nginx = await startOwnNginx(ports, [host, host]);
});

test.afterAll(async () => {
  await nginx.stop();
  await instance.stop();
});

type Asked = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  servername?: string;
};
type Answer = { status: number; headers: IncomingHttpHeaders; names: string[] };

/** One request through nginx. `names` are those of its headers, as often as each came. */
async function ask(path: string, { body, ...asked }: Asked = {}) {
  const how = { servername: "localhost", ca: nginx.authority, agent: false, ...asked };
  const sent = request(`${nginx.https}${path}`, how);
  sent.end(body);
  return new Promise<Answer>((resolve, reject) => {
    sent.once("error", reject);
    sent.once("response", (answer) => {
      const names = answer.rawHeaders.filter((_, at) => at % 2 === 0);
      const lower = names.map((name) => name.toLowerCase());
      const { statusCode: status = 0, headers } = answer.resume();
      resolve({ status, headers, names: lower });
    });
  });
}

test("every header of a page comes through the proxy once, and HTTP leads to HTTPS", async () => {
  const { status, headers, names } = await ask("/sign-in");
  expect(status).toBe(200);
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  for (const name of ["content-security-policy", "x-frame-options", "strict-transport-security"]) {
    expect(names.filter((other) => other === name)).toEqual([name]);
  }
  const plain = await fetch(`${nginx.http}/tasks/x?step=2`, { redirect: "manual" });
  expect(plain.status).toBe(308);
  expect(plain.headers.get("location")).toBe("https://localhost/tasks/x?step=2");
});

test("browsers speak HTTP/2 with it", async () => {
  const session = connect(nginx.https, { ca: nginx.authority });
  const stream = session.request({ ":path": "/sign-in" });
  const [headers] = (await once(stream.resume(), "response")) as [{ ":status": number }];
  expect(headers[":status"]).toBe(200);
  session.close();
});

test("nobody outside says who they are, and other names get nothing", async () => {
  // Whoever has the secret is believed where no proxy stands between.
  const direct = { ...FORGED, host: new URL(nginx.https).host };
  const near = await fetch(`${instance.product}/api/tasks`, { headers: direct });
  expect(near.status).not.toBe(401);
  expect((await ask("/api/tasks", { headers: FORGED })).status).toBe(401);
  const other = await ask("/sign-in", { headers: { host: "other.example" } });
  expect(other.status).toBe(421);
  const stranger = ask("/sign-in", { servername: "other.example" });
  await expect(stranger).rejects.toThrow("unrecognized name");
});

test("the metrics are read from an instance, and not through the proxy", async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  expect((await fetch(`${instance.product}/metrics`, { headers })).status).toBe(200);
  for (const path of ["/metrics", "/%6detrics", "/x/../metrics", "//metrics", "/metrics?a"]) {
    expect((await ask(path, { headers })).status, path).toBe(404);
  }
});

test("a large body is refused, and passwords are limited by address", async () => {
  const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const large = { method: "POST", headers: json, body: "x".repeat(65_537) };
  expect((await ask("/api/session", large)).status).toBe(413);
  const wrong = { method: "POST", headers: json, body: JSON.stringify({ password: "wrong one" }) };
  const statuses: number[] = [];
  for (let index = 0; index < 8; index++) statuses.push((await ask("/api/session", wrong)).status);
  // The instance itself slows wrong passwords down, with a header that says until when.
  expect(statuses.at(-1)).toBe(429);
  expect((await ask("/api/session", wrong)).headers["retry-after"]).toBeUndefined();
  expect((await ask("/sign-in")).status).toBe(200);
});
