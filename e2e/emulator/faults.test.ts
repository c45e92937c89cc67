import { describe, expect, it } from "vitest";
import { ask, field, emulatorBench } from "./test-emulator";

const emulator = emulatorBench();

async function brokenTask(fault: object, more: object = {}) {
  const { taskId } = await emulator.newTask("success-6", "current");
  const { body } = await emulator.control("POST", "/faults", {
    path: `/api/v2/tasks/${taskId}`,
    times: 1,
    fault,
    ...more,
  });
  return { path: `/tasks/${taskId}`, faultId: String(field(body, "faultId")) };
}

const patient = (ms: number): RequestInit => ({
  headers: { "X-Browser-Use-API-Key": emulator.running().key },
  signal: AbortSignal.timeout(ms),
});

describe("injected faults", () => {
  it("answer a status with its headers and body, as often as asked, and then no more", async () => {
    const fault = { kind: "status", status: 429, headers: { "retry-after": "7" }, body: "{}" };
    const { path } = await brokenTask(fault, { times: 2 });
    for (let call = 0; call < 2; call++) {
      const { status, headers, text } = await emulator.api(path);
      expect([status, headers.get("retry-after"), text]).toEqual([429, "7", "{}"]);
    }
    expect((await emulator.api(path)).status).toBe(200);
  });

  it("last for ever until they are taken away", async () => {
    const fault = { kind: "status", status: 503 };
    const { path, faultId } = await brokenTask(fault, { times: null });
    for (let call = 0; call < 3; call++) expect((await emulator.api(path)).status).toBe(503);
    await emulator.control("DELETE", `/faults/${faultId}`);
    expect((await emulator.api(path)).status).toBe(200);
  });

  it("can be taken away all at once", async () => {
    const { path } = await brokenTask({ kind: "reset" }, { times: null });
    await emulator.control("DELETE", "/faults");
    expect((await emulator.api(path)).status).toBe(200);
  });

  it("hang", async () => {
    const { path } = await brokenTask({ kind: "hang" });
    await expect(emulator.api(path, patient(200))).rejects.toThrow();
  });

  it("reset the connection", async () => {
    const { path } = await brokenTask({ kind: "reset" });
    await expect(emulator.api(path)).rejects.toThrow("fetch failed");
  });

  it("cut a body short", async () => {
    const { path } = await brokenTask({ kind: "truncated" });
    await expect(emulator.api(path)).rejects.toThrow("terminated");
  });

  it("are slow with headers or with the body", async () => {
    for (const kind of ["slow-headers", "slow-body"]) {
      const { path } = await brokenTask({ kind, ms: 200 });
      const began = performance.now();
      const { status } = await emulator.api(path);
      expect(status).toBe(200);
      expect(performance.now() - began).toBeGreaterThan(180);
    }
  });

  it("are HTML with 200, a wrong content type, a redirect or another body", async () => {
    const page = await brokenTask({ kind: "html" });
    const html = await emulator.api(page.path);
    expect([html.status, html.text.slice(0, 9)]).toEqual([200, "<!doctype"]);
    const typed = await brokenTask({ kind: "content-type", value: "text/plain" });
    const plain = await emulator.api(typed.path);
    expect(plain.headers.get("content-type")).toBe("text/plain");
    const moved = await brokenTask({ kind: "redirect", location: "https://evil.example/" });
    const redirect = await emulator.api(moved.path);
    expect([redirect.status, redirect.headers.get("location")]).toEqual([
      302,
      "https://evil.example/",
    ]);
    const other = await brokenTask({ kind: "body", body: "[]" });
    expect((await emulator.api(other.path)).text).toBe("[]");
  });

  it("meet each second answer alone, or what is more than a rate", async () => {
    const odd = await brokenTask({ kind: "status", status: 500 }, { times: null, every: 2 });
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await emulator.api(odd.path)).status);
    expect(statuses).toEqual([200, 500, 200, 500]);
    const fault = { kind: "rate-limit", perSecond: 2, retryAfter: "1" };
    const { path } = await brokenTask(fault, { times: null });
    const answers = await Promise.all([1, 2, 3].map(() => emulator.api(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
  });

  it.each([
    [{ kind: "raw", base64: btoa("HTTP/9") }, "fetch failed"],
    [{ kind: "reset-after-headers" }, "terminated"],
    [{ kind: "cut-chunks" }, "terminated"],
    [{ kind: "wrong-length", by: 5 }, "terminated"],
    [{ kind: "many-headers", count: 1000, size: 20 }, "fetch failed"],
  ])("break the connection: %j", async (fault, message) => {
    const { path } = await brokenTask(fault);
    await expect(emulator.api(path)).rejects.toThrow(message);
  });

  it.each([
    { kind: "stalled-headers" },
    { kind: "stalled-body" },
    { kind: "byte-by-byte", ms: 1000 },
  ])("take too long: %j", async (fault) => {
    const { path } = await brokenTask(fault);
    await expect(emulator.api(path, patient(200))).rejects.toThrow();
  });

  it("leave a good answer good behind hints and on a connection that closes", async () => {
    for (const fault of [{ kind: "early-hints", times: 3 }, { kind: "closed-after" }]) {
      const { path } = await brokenTask(fault);
      expect(field((await emulator.api(path)).body, "id")).toBe(path.split("/").at(-1));
    }
  });

  it.each(["gzip", "deflate", "br"])("are small and grow large: %s", async (encoding) => {
    const { path } = await brokenTask({ kind: "bomb", encoding, megabytes: 8 });
    const { headers } = patient(0);
    const response = await fetch(emulator.running().baseUrl + path, { headers: headers ?? {} });
    expect((await response.arrayBuffer()).byteLength).toBe(8 * 1024 * 1024);
  });

  it("meet the method they name and no other", async () => {
    const { path } = await brokenTask(
      { kind: "status", status: 500 },
      { method: "PATCH", times: null },
    );
    expect((await emulator.api(path)).status).toBe(200);
  });

  it("are refused when they cannot be read, and the emulator goes on", async () => {
    for (const body of [{}, { path: "(", fault: { kind: "hang" } }, { path: "/x" }]) {
      expect((await emulator.control("POST", "/faults", body)).status).toBe(400);
    }
    expect((await ask(`${emulator.running().origin}//`)).status).toBe(404);
    expect((await emulator.control("GET", "/scenarios")).status).toBe(200);
  });
});
