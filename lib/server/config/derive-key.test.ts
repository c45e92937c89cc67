import { describe, expect, it } from "vitest";
import { deriveKeys } from "./derive-key";

const OLD = "an old secret of more than 32 characters";
const NEW = "a new secret of more than 32 characters";

describe("deriveKeys", () => {
  it("gives every purpose keys of its own", () => {
    const [session] = deriveKeys([NEW], "session");
    const [share] = deriveKeys([NEW], "share");
    expect(session?.secret).toHaveLength(32);
    expect(session?.secret).not.toEqual(share?.secret);
    expect(session?.id).not.toBe(share?.id);
  });

  it("gives the same keys to every instance, in the order of the secrets", () => {
    const [newer, older] = deriveKeys([NEW, OLD], "share");
    expect(deriveKeys([OLD], "share")).toEqual([older]);
    expect(deriveKeys([NEW], "share")).toEqual([newer]);
  });
});
