import { describe, expect, it } from "vitest";
import { proxyUser } from "./proxy-user";

const SECRET = "a secret of more than thirty-two characters";
const PROXY = { header: "x-forwarded-user", secret: SECRET };
const user = (headers: Record<string, string>) => proxyUser(new Headers(headers), PROXY);

describe("the user that a proxy names", () => {
  it("is believed with the secret of the proxy", () => {
    const headers = { "x-forwarded-user": " ada ", "x-sightglass-proxy-secret": SECRET };
    expect(user(headers)).toBe("ada");
  });

  it.each<Record<string, string>>([
    { "x-forwarded-user": "ada" },
    { "x-forwarded-user": "ada", "x-sightglass-proxy-secret": "" },
    { "x-forwarded-user": "ada", "x-sightglass-proxy-secret": SECRET.slice(1) },
    { "x-forwarded-user": "ada", "x-sightglass-proxy-secret": `${SECRET}, ${SECRET}` },
    { "x-forwarded-user": " ", "x-sightglass-proxy-secret": SECRET },
    { "x-sightglass-proxy-secret": SECRET },
    { "x-forwarded-email": "ada", "x-sightglass-proxy-secret": SECRET },
  ])("is nobody with %j", (headers) => {
    expect(user(headers)).toBeNull();
  });

  it("has a name of bounded length", () => {
    const headers = { "x-forwarded-user": "a".repeat(10_000), "x-sightglass-proxy-secret": SECRET };
    expect(user(headers)).toHaveLength(200);
  });
});
