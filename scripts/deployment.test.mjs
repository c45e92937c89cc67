// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";

const read = (/** @type {string} */ file) => readFileSync(file, "utf8");
const settings = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(
  ([, name = ""]) => name,
);
/** Seconds in which the server is gone, and those that an answer is held at most. */
const STOP_SECONDS = Number(/endMs: (\d+)/.exec(read("server/stopping.mjs"))?.[1]) / 1000;
const HOLD_SECONDS = Number(
  /HOLD_SECONDS: .*max\((\d+)\)/.exec(read("lib/server/config/env.ts"))?.[1],
);
/** Seconds that the server keeps a connection on which nobody asks. */
const KEEP_SECONDS =
  Number(/keepAliveTimeout: ([\d_]+)/.exec(read("server/http-server.mjs"))?.[1]?.replace("_", "")) /
  1000;

describe("compose.yaml", () => {
  const { services, networks } = parse(read("compose.yaml"), { merge: true });

  it("runs two instances that can write nothing and have no rights", () => {
    for (const name of ["first", "second"]) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
      expect(services[name].security_opt).toEqual(["no-new-privileges:true"]);
      expect(services[name].ports, "only the proxy is reached from outside").toBeUndefined();
      expect(parseInt(services[name].stop_grace_period)).toBeGreaterThan(STOP_SECONDS);
    }
  });

  it("sets settings that there are, and no secret of its own", () => {
    const { environment } = services.first;
    expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([]);
    for (const name of ["BROWSER_USE_API_KEY", "ACCESS_PASSWORD", "SESSION_SECRET"]) {
      expect(environment[name], "without it nothing starts").toMatch(/^\$\{\w+:\?.+\}$/);
    }
  });

  it("tells nginx where the instances are, and hides the Redis", () => {
    const [first, second] = ["first", "second"].map(
      (name) => services[name].networks.front.ipv4_address,
    );
    expect(services.proxy.environment).toMatchObject({
      FIRST_INSTANCE: `${first}:3000`,
      SECOND_INSTANCE: `${second}:3000`,
    });
    expect(services.redis.networks).toEqual(["store"]);
    expect(networks.store).toEqual({ internal: true });
  });

  it("names versions of what it runs", () => {
    for (const name of ["redis", "proxy"]) expect(services[name].image).toMatch(/:\d+\.\d+/);
  });
});

describe("the manifest for Kubernetes", () => {
  const documents = parseAllDocuments(read("deploy/kubernetes/sightglass.yaml"));
  const all = documents.map((document) => document.toJS());
  const { spec } = all.find(({ kind }) => kind === "Deployment");
  const pod = spec.template.spec;
  const [container] = pod.containers;

  it("can be read", () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    const kinds = all.map(({ kind }) => kind);
    expect(kinds).toEqual(["Deployment", "PodDisruptionBudget", "Service", "Ingress", "Ingress"]);
  });

  it("asks addresses that there are, on the port of the image", () => {
    for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
      const { path, port } = container[probe].httpGet;
      expect(existsSync(`app${path}/route.ts`), path).toBe(true);
      expect(container.ports).toContainEqual({ name: port, containerPort: 3000 });
    }
    expect(container.readinessProbe.httpGet.path).toBe("/readyz");
    expect(container.livenessProbe.httpGet.path).toBe("/healthz");
  });

  it("lets nobody outside have the metrics", () => {
    const [open, closed] = all.filter(({ kind }) => kind === "Ingress");
    const { path, pathType } = closed.spec.rules[0].http.paths[0];
    expect(existsSync(`app${path}/route.ts`)).toBe(true);
    expect([path, pathType]).toEqual(["/metrics", "Exact"]);
    expect(closed.spec.rules[0].host).toBe(open.spec.rules[0].host);
    expect(closed.metadata.annotations).toEqual({
      "nginx.ingress.kubernetes.io/whitelist-source-range": "127.0.0.1/32",
    });
  });

  it("leaves the time to stop, and takes no instance away before another answers", () => {
    const [, pause] = container.lifecycle.preStop.exec.command;
    const needed = Number(pause) + STOP_SECONDS;
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(needed);
    expect(spec).toMatchObject({
      replicas: 2,
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    });
  });

  it("runs as the user of the image, who may do nothing", () => {
    const [, uid] = /^USER (\d+):/m.exec(read("Dockerfile")) ?? [];
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: Number(uid) });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    const given = container.env.map((/** @type {{ name: string }} */ { name }) => name);
    expect(given.filter((/** @type {string} */ name) => !settings.includes(name))).toEqual([]);
  });
});

describe("the configuration of nginx", () => {
  const text = read("deploy/nginx/sightglass.conf.template");
  const seconds = (/** @type {string} */ name) =>
    Number(new RegExp(`^\\s*${name} (\\d+)s;`, "m").exec(text)?.[1]);

  it("waits longer than an answer is held, and drops connections before the server does", () => {
    expect(HOLD_SECONDS).toBeGreaterThan(0);
    expect(seconds("proxy_read_timeout")).toBeGreaterThan(HOLD_SECONDS);
    expect(KEEP_SECONDS).toBeGreaterThan(0);
    expect(seconds("keepalive_timeout")).toBeLessThan(KEEP_SECONDS);
  });

  it("passes on the secret of a proxy from nobody, and asks twice only for what may be asked twice", () => {
    expect(text).toContain('proxy_set_header X-Sightglass-Proxy-Secret "";');
    expect(text).not.toMatch(/proxy_next_upstream[^;]*non_idempotent/);
  });
});

describe("the unit for systemd", () => {
  const path = "deploy/systemd/sightglass@.service";
  const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

  it("sets settings that there are, and leaves the time to stop", () => {
    const text = read(path);
    const [, pairs = ""] = /^Environment=(.*)$/m.exec(text) ?? [];
    const names = pairs.split(" ").map((pair) => pair.split("=")[0]);
    expect(names.filter((name) => !settings.includes(name ?? ""))).toEqual([]);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(text)?.[1])).toBeGreaterThan(STOP_SECONDS);
  });

  it.skipIf(!hasSystemd)("is understood by systemd", () => {
    const folder = mkdtempSync(join(tmpdir(), "unit-"));
    const copy = join(folder, "sightglass@.service");
    // Where Node lies here.
    writeFileSync(copy, read(path).replace("/usr/bin/node", process.execPath));
    const verified = spawnSync("systemd-analyze", ["verify", "--man=no", copy], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true, force: true });
    const aboutIt = verified.stderr.split("\n").filter((line) => line.includes("sightglass"));
    expect(aboutIt).toEqual([]);
  });
});
