import { ACCESS_MATRIX } from "../access-matrix";
import { expect, test } from "../fixtures";
import { askRaw, type RawAnswer } from "../raw-request";
import { API_KEY } from "../settings";
import { CANARY_WORDS, startSignedInServers, type SignedInServers } from "../signed-in-servers";

let servers: SignedInServers;
let taskId: string;
test.beforeAll(async () => {
  servers = await startSignedInServers();
  taskId = await servers.createTask("success-6");
});
test.afterAll(() => servers.stop());

const ask = (path: string, options: Parameters<typeof askRaw>[2] = {}) =>
  askRaw(servers.product, path, options);

const fill = (path: string) => path.replaceAll("{task}", taskId);

/** The same address in other words. */
function variants(path: string): string[] {
  const [pathname = "", search = ""] = path.split("?");
  const query = search === "" ? "" : `?${search}`;
  const more = search === "" ? "?" : `${query}&`;
  const encoded = (at: number) =>
    `${pathname.slice(0, at)}%${pathname.charCodeAt(at).toString(16)}${pathname.slice(at + 1)}${query}`;
  return [
    path,
    encoded(Math.max(1, Math.floor(pathname.length / 2))),
    encoded(pathname.length - 1),
    `${pathname}.rsc${query}`,
    `${pathname}${more}_rsc=1`,
    `${pathname}.segments/_tree.segment.rsc${query}`,
    `${pathname}.txt${query}`,
    `${pathname}/${query}`,
    `/${path}`,
    path.replace("/", "//"),
    `/_next/data/build${pathname}.json${query}`,
    `/./${path.slice(1)}`,
    `/x/..${path}`,
    `${pathname};x${query}`,
    `${pathname}%00${query}`,
    `${pathname}%2f${query}`,
    `${pathname}${more}nxtPtaskId=${taskId}`,
    path.toUpperCase(),
  ];
}

const SPOOFED: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  {
    "x-middleware-subrequest":
      "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
  },
  { "x-nextjs-data": "1" },
  { "x-middleware-rewrite": "/" },
  { "x-matched-path": "/healthz" },
  { "x-invoke-path": "/", "x-invoke-status": "200" },
  { "x-forwarded-user": "ada", "x-sightglass-proxy-secret": "" },
  { cookie: "sightglass_session=a.b.c; __Host-sightglass_session=a.b.c" },
  { authorization: "Bearer x" },
  { purpose: "prefetch", "x-nextjs-prefetch": "1" },
];

function expectNothingTold({ status, headers, body }: RawAnswer, label: string) {
  expect(status, label).not.toBe(500);
  if (status < 300) {
    // A page that is drawn in the browser says in its own words where it leads.
    expect(body, label).toContain("NEXT_REDIRECT");
    expect(body, label).toContain("/sign-in");
  }
  if (status >= 300 && status < 400) {
    expect(headers.location, label).toMatch(/^\/(?!\/)/);
  }
  for (const word of [...CANARY_WORDS, API_KEY, "upstream"]) {
    expect(body.toLowerCase().includes(word.toLowerCase()), `${word} in ${label}`).toBe(false);
  }
}

for (const row of ACCESS_MATRIX.filter(({ access }) => access === "operator")) {
  test(`A06 A07 without a session nothing is told by ${row.file}`, async () => {
    for (const path of row.paths.map(fill)) {
      for (const method of row.methods ?? ["GET"]) {
        for (const variant of variants(path)) {
          expectNothingTold(await ask(variant, { method }), `${method} ${variant}`);
        }
        for (const headers of SPOOFED) {
          // The cookie is the point here, not where the action comes from.
          const site = method === "GET" ? {} : { "sec-fetch-site": "same-origin" };
          const answer = await ask(path, { method, headers: { ...site, ...headers } });
          expectNothingTold(answer, `${method} ${path} with ${JSON.stringify(headers)}`);
          // What asks as the framework's own script is first sent to an address that says so.
          const isSentOn = "rsc" in headers && answer.headers.location?.includes("_rsc") === true;
          if (row.file.endsWith("route.ts") && !isSentOn) expect(answer.status).toBe(401);
        }
      }
      if (row.methods === undefined) {
        const head = await ask(path, { method: "HEAD" });
        expect([[307, 401].includes(head.status), head.body]).toEqual([true, ""]);
      }
    }
  });
}

test("with a session the same addresses answer", async ({ context }) => {
  const headers = await servers.sessionOf(context);
  const [cookie] = await context.cookies(servers.product);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect((await ask(`/tasks/${taskId}`, { headers })).status).toBe(200);
  const { status, body } = await ask(`/api/tasks/${taskId}`, { headers });
  expect(status).toBe(200);
  expect(
    CANARY_WORDS.some((word) => body.includes(word)),
    "the words to look for are there",
  ).toBe(true);
  const anothers = await ask(`/tasks/${taskId}?nxtPtaskId=00000000-0000-4000-8000-000000000000`, {
    headers,
  });
  expect(anothers.body, "A08: the query names no other task").toContain(taskId);
  expect(anothers.status).toBe(200);
});

test("a page in the browser's own form leads to the sign-in page", async () => {
  const answer = await ask(`/tasks/${taskId}?step=2&_rsc=x`, { headers: { rsc: "1" } });
  expectNothingTold(answer, "RSC");
});
