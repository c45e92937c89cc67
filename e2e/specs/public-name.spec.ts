import { expect, test } from "../fixtures";
import { startOwnServers } from "../own-servers";
import { askRaw } from "../raw-request";

test("B11 a server with a public name answers for that name alone, over https", async () => {
  const servers = await startOwnServers({
    PUBLIC_BASE_URL: "https://sight.example",
    ACCESS_PASSWORD: "correct horse battery staple",
  });
  try {
    const foreign: Record<string, string>[] = [
      { host: "evil.example" },
      { "x-forwarded-host": "evil.example" },
      { forwarded: "host=evil.example" },
      { host: "sight.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
      { host: "sight.example", origin: "https://evil.example" },
    ];
    for (const headers of foreign) {
      for (const path of ["/", "/sign-in", "/board/", "/nowhere", "/api/tasks", "/healthz"]) {
        const answer = await askRaw(servers.product, path, { headers });
        const label = `${path} with ${JSON.stringify(headers)}`;
        expect((answer.body + JSON.stringify(answer.headers)).includes("evil"), label).toBe(false);
        if (headers.host === "evil.example" && path !== "/healthz") expect(answer.status).toBe(421);
      }
    }
    const absolute = await askRaw(servers.product, "http://evil.example/sign-in");
    expect(absolute.status).toBe(400);
    const page = await askRaw(servers.product, "/sign-in", { headers: { host: "sight.example" } });
    expect(page.status).toBe(200);
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(page.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    const signedIn = await askRaw(servers.product, "/api/session", {
      method: "POST",
      headers: {
        host: "sight.example",
        origin: "https://sight.example",
        "content-type": "application/json",
      },
      body: '{"password":"correct horse battery staple"}',
    });
    expect(signedIn.status).toBe(200);
    expect(signedIn.headers["set-cookie"]).toMatch(
      /^__Host-sightglass_session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=43200$/,
    );
  } finally {
    await servers.stop();
  }
});
