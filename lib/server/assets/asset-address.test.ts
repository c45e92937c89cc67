import { describe, expect, it } from "vitest";
import { decideAsset } from "./asset-address";

const PUBLIC = { baseUrl: "https://api.browser-use.com/api/v2", assetHosts: [] };
const LOCAL = { baseUrl: "http://127.0.0.1:4010/api/v2", assetHosts: [] };

describe("decideAsset", () => {
  it.each([
    "https://bucket.s3.amazonaws.com/a.png?X-Amz-Signature=1",
    "https://1.1.1.1/a.png",
    "https://[2606:4700:4700::1111]/a.png",
    "https://bucket.example:443/a.png",
    "https://api.browser-use.com:8443/a.png",
  ])("allows %s", (address) => {
    expect(decideAsset(address, PUBLIC).allow).toBe(true);
  });

  it.each([
    ["http://169.254.169.254/latest/meta-data", "scheme"],
    ["https://169.254.169.254/", "private-address"],
    ["https://127.1/", "private-address"],
    ["https://2130706433/", "private-address"],
    ["https://0x7f.1/", "private-address"],
    ["https://0177.0.0.1/", "private-address"],
    ["https://10.0.0.1/", "private-address"],
    ["https://100.64.0.1/", "private-address"],
    ["https://172.31.255.255/", "private-address"],
    ["https://192.168.1.1/", "private-address"],
    ["https://0.0.0.0/", "private-address"],
    ["https://255.255.255.255/", "private-address"],
    ["https://224.0.0.1/", "private-address"],
    ["https://[::1]/", "private-address"],
    ["https://[::]/", "private-address"],
    ["https://[::ffff:7f00:1]/", "private-address"],
    ["https://[::ffff:127.0.0.1]/", "private-address"],
    ["https://[fe80::1]/", "private-address"],
    ["https://[fd00::1]/", "private-address"],
    ["https://[64:ff9b::7f00:1]/", "private-address"],
    ["https://[2002:7f00:1::]/", "private-address"],
    ["https://[2001:db8::1]/", "private-address"],
    ["https://bucket.example:22/", "port"],
    ["https://bucket.example:80/", "port"],
    ["https://user:pass@bucket.example/", "credentials"],
    ["http://bucket.example/", "scheme"],
    ["http://api.browser-use.com/a.png", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["gopher://bucket.example/", "scheme"],
    ["data:image/png;base64,AA", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["screenshots/1.png", "no-url"],
    ["", "no-url"],
    [`https://bucket.example/${"a".repeat(9000)}`, "no-url"],
    ["http://127.1/", "scheme"],
    ["http://2130706433/", "scheme"],
    ["http://0x7f.1/", "scheme"],
    ["http://[::ffff:7f00:1]/", "scheme"],
  ])("D21 refuses %s", (address, reason) => {
    expect(decideAsset(address, PUBLIC)).toEqual({ allow: false, reason });
  });

  it("allows the upstream's own host on any port, over http where the upstream is http", () => {
    expect(decideAsset("http://127.0.0.1:5000/a.png", LOCAL)).toMatchObject({
      isUpstreamHost: true,
    });
    expect(decideAsset("http://127.0.0.2:4010/a.png", LOCAL)).toMatchObject({ allow: false });
    expect(decideAsset("http://localhost:4010/a.png", LOCAL)).toMatchObject({ allow: false });
    expect(decideAsset("https://127.1:5000/a.png", LOCAL)).toMatchObject({ allow: true });
  });

  it("D21 keeps to the listed hosts", () => {
    const rules = { ...PUBLIC, assetHosts: ["files.example", "*.amazonaws.com"] };
    expect(decideAsset("https://files.example/a", rules).allow).toBe(true);
    expect(decideAsset("https://b.s3.amazonaws.com/a", rules).allow).toBe(true);
    for (const host of [
      "amazonaws.com",
      "amazonaws.com.evil.example",
      "xfiles.example",
      "evilamazonaws.com",
    ]) {
      expect(decideAsset(`https://${host}/a`, rules)).toEqual({
        allow: false,
        reason: "host-not-listed",
      });
    }
  });
});
