import { describe, expect, it } from "vitest";
import { checkPresigned, presign } from "./presign";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const sign = (now = NOW) =>
  presign({
    path: "/assets/a/files/0",
    fileName: "report final.pdf",
    now,
    lifetimeSeconds: 300,
    generation: 0,
  });

describe("presigned addresses", () => {
  it("differ every time for one and the same object", () => {
    expect(sign()).not.toBe(sign());
  });

  it("are good until they expire", () => {
    const url = sign();
    expect(checkPresigned(url, NOW, 0)).toBe("ok");
    expect(checkPresigned(url, NOW + 300_000, 0)).toBe("ok");
    expect(checkPresigned(url, NOW + 300_001, 0)).toBe("expired");
  });

  it("are refused when an earlier generation signed them", () => {
    expect(checkPresigned(sign(), NOW, 1)).toBe("bad-signature");
  });

  it("must come back byte for byte", () => {
    const url = sign();
    expect(url).toMatch(/%2B.*%20.*\+|%20.*%2B.*\+/);
    const reencoded = url.replace(/\?.*/, (query) => `?${String(new URLSearchParams(query))}`);
    expect(checkPresigned(reencoded, NOW, 0)).toBe("bad-signature");
    expect(checkPresigned(url.replace("%20", "+"), NOW, 0)).toBe("bad-signature");
    expect(checkPresigned(`${url}&utm=1`, NOW, 0)).toBe("bad-signature");
  });

  it("belong to one object, and nobody can lengthen their life", () => {
    const url = sign();
    expect(checkPresigned(url.replace("files/0", "files/1"), NOW, 0)).toBe("bad-signature");
    const longer = url.replace("X-Amz-Expires=300", "X-Amz-Expires=999999");
    expect(checkPresigned(longer, NOW, 0)).toBe("bad-signature");
    expect(checkPresigned("/assets/a/files/0", NOW, 0)).toBe("bad-signature");
  });
});
