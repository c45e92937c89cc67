import { describe, expect, it } from "vitest";
import { createShareCookies } from "./share-cookie";
import { SHARE_ID } from "@/test/factories/share-record";

const NAME = `sightglass_share_${SHARE_ID}`;
const cookies = createShareCookies({ PUBLIC_BASE_URL: null });
const request = (host: string, cookie = "") => new Headers({ host, cookie });

describe("the cookie of a share link", () => {
  it("is sent with https alone, to this host alone, and is out of reach for scripts", () => {
    expect(cookies.set(SHARE_ID, "token", 90.7, request("sightglass.example"))).toEqual([
      `__Host-${NAME}=token; Max-Age=90; Path=/; HttpOnly; SameSite=Lax; Secure`,
    ]);
  });

  it("does without https on this machine, unless people open an https address", () => {
    const plain = `${NAME}=token; Max-Age=90; Path=/; HttpOnly; SameSite=Lax`;
    for (const host of ["127.0.0.1:3000", "localhost:3000", "[::1]:3000"]) {
      expect(cookies.set(SHARE_ID, "token", 90, request(host)), host).toEqual([plain]);
    }
    const overHttps = createShareCookies({ PUBLIC_BASE_URL: "https://sightglass.example" });
    expect(overHttps.set(SHARE_ID, "token", 90, request("127.0.0.1:3000"))[0]).toMatch(/^__Host-/);
  });

  it("counts below the base path alone, where there is one", () => {
    const below = (url: string) =>
      createShareCookies({ PUBLIC_BASE_URL: url }).set(SHARE_ID, "token", 90, request("any"))[0];
    expect(below("https://sightglass.example/tools/glass")).toBe(
      `__Secure-${NAME}=token; Max-Age=90; Path=/tools/glass; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(below("http://localhost:3000/tools/glass")).toBe(
      `${NAME}=token; Max-Age=90; Path=/tools/glass; HttpOnly; SameSite=Lax`,
    );
  });

  it("is read under the one name that it was set under", () => {
    const cookie = `a=b; ${NAME}=plain; __Host-${NAME}=safe; broken`;
    expect(cookies.read(SHARE_ID, request("127.0.0.1", cookie))).toBe("plain");
    expect(cookies.read(SHARE_ID, request("sightglass.example", cookie))).toBe("safe");
    expect(cookies.read("another", request("127.0.0.1", cookie))).toBeNull();
    expect(cookies.read(SHARE_ID, request("sightglass.example", `${NAME}=plain`))).toBeNull();
    expect(cookies.read(SHARE_ID, new Headers())).toBeNull();
  });

  it("makes the oldest go when a browser has opened very many links", () => {
    const known = Array.from({ length: 14 }, (_, at) => `sightglass_share_${String(at)}=x`);
    const headers = request("127.0.0.1", ["theme=dark", ...known].join("; "));
    const set = cookies.set(SHARE_ID, "token", 90, headers);
    expect(set.slice(0, -1).map((cookie) => cookie.split("; ").slice(0, 2))).toEqual(
      [0, 1, 2].map((at) => [`sightglass_share_${String(at)}=`, "Max-Age=0"]),
    );
    expect(set.at(-1)).toMatch(new RegExp(`^${NAME}=token; Max-Age=90`));
  });
});
