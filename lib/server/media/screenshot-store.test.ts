import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ImageFetch, OriginalImage } from "./fetch-image";
import { createResizeImage, resizeFailure } from "./resize-image";
import { ScreenshotStore, type ScreenshotPlace } from "./screenshot-store";

const KEY = { taskId: "t", step: 3, imageKey: null };
const OLD = "https://b.example/3.png?sig=old";
const NEW = "https://b.example/3.png?sig=new";

let address: string | null = OLD;
const resizeImage = createResizeImage();
const addressOf = vi.fn((_place: ScreenshotPlace, isRenewal: boolean) =>
  Promise.resolve(isRenewal ? NEW : address),
);
const fetchImage = vi.fn<(address: string) => Promise<ImageFetch>>();
let store: ScreenshotStore;
let image: OriginalImage;

beforeEach(async () => {
  address = OLD;
  addressOf.mockClear();
  fetchImage.mockReset();
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  image = { bytes, type: "png" };
  fetchImage.mockResolvedValue({ ok: true, image });
  store = new ScreenshotStore({ addressOf, fetchImage, resize: resizeImage });
});

const read = (width: 160 | 320 | null) => store.read({ ...KEY, width });

describe("the screenshot store", () => {
  it("serves the original bytes, and a WebP of each width, from one fetch", async () => {
    const [original, small, large] = await Promise.all([read(null), read(160), read(320)]);
    expect(original).toMatchObject({ ok: true, screenshot: { type: "png", bytes: image.bytes } });
    for (const [reading, width] of [
      [small, 160],
      [large, 320],
    ] as const) {
      expect(reading.ok).toBe(true);
      if (!reading.ok) continue;
      expect(await sharp(reading.screenshot.bytes).metadata()).toMatchObject({
        format: "webp",
        width,
      });
    }
    expect(fetchImage).toHaveBeenCalledTimes(1);
  });

  it("does not fetch again because the address was signed anew", async () => {
    await read(160);
    address = NEW;
    await read(160);
    await read(null);
    expect(fetchImage).toHaveBeenCalledTimes(1);
    address = "https://b.example/another.png?sig=new";
    await read(160);
    expect(fetchImage).toHaveBeenCalledTimes(2);
  });

  it("renews an expired address once", async () => {
    fetchImage.mockImplementation((each) =>
      Promise.resolve(each === NEW ? { ok: true, image } : { ok: false, reason: "refused" }),
    );
    expect((await read(160)).ok).toBe(true);
    expect(fetchImage.mock.calls.map(([address]) => address)).toEqual([OLD, NEW]);
    expect(addressOf.mock.calls.map(([, isRenewal]) => isRenewal)).toEqual([false, false, true]);
  });

  it("uses an address that came in the meantime instead of asking for one", async () => {
    fetchImage.mockImplementation((each) => {
      address = NEW;
      return Promise.resolve(each === NEW ? { ok: true, image } : { ok: false, reason: "refused" });
    });
    expect((await read(160)).ok).toBe(true);
    expect(addressOf.mock.calls.every(([, isRenewal]) => !isRenewal)).toBe(true);
  });

  it("gives up after the second refusal and remembers it", async () => {
    fetchImage.mockResolvedValue({ ok: false, reason: "refused" });
    expect(await read(160)).toEqual({ ok: false, code: "screenshot-not-found" });
    expect(await read(320)).toEqual({ ok: false, code: "screenshot-not-found" });
    expect(fetchImage).toHaveBeenCalledTimes(2);
  });

  it("tells a storage that cannot be reached from a missing image, and asks again", async () => {
    fetchImage.mockResolvedValueOnce({ ok: false, reason: "unreachable" });
    expect(await read(160)).toEqual({ ok: false, code: "upstream-unavailable" });
    expect((await read(160)).ok).toBe(true);
  });

  it("has nothing for a step without an address", async () => {
    address = null;
    expect(await read(null)).toEqual({ ok: false, code: "screenshot-not-found" });
    expect(fetchImage).not.toHaveBeenCalled();
  });

  it("fetches six images at a time", async () => {
    let running = 0;
    let most = 0;
    fetchImage.mockImplementation(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return { ok: true, image };
    });
    addressOf.mockImplementation(({ step }) =>
      Promise.resolve(`https://b.example/${String(step)}.png`),
    );
    await Promise.all(
      Array.from({ length: 30 }, (_, step) => store.read({ ...KEY, step, width: null })),
    );
    expect(most).toBe(6);
  });
});

/** The cache looks at the clock once in a millisecond. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

describe.each([
  ["timeout", 5000],
  ["undecodable", 60_000],
] as const)("a width that cannot be made: %s", (reason, ms) => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("is served as the original, and hides neither that nor another width", async () => {
    const start = performance.now();
    const clock = vi.spyOn(performance, "now").mockReturnValue(start);
    let tries = 0;
    store = new ScreenshotStore({
      addressOf,
      fetchImage,
      resize: (original, width) => {
        if (width !== 160) return resizeImage(original, width);
        tries += 1;
        return tries === 1 ? Promise.resolve({ ok: false, reason }) : resizeImage(original, width);
      },
    });
    const asIs = { ok: true, screenshot: { type: "png", bytes: image.bytes } };
    expect(await read(160)).toMatchObject(asIs);
    expect(await read(null)).toMatchObject(asIs);
    expect(await read(320)).toMatchObject({ ok: true, screenshot: { type: "webp" } });
    clock.mockReturnValue(start + ms - 100);
    await tick();
    expect(await read(160)).toMatchObject(asIs);
    expect(tries).toBe(1);
    clock.mockReturnValue(start + ms + 100);
    await tick();
    expect(await read(160)).toMatchObject({ ok: true, screenshot: { type: "webp" } });
  });
});

describe("resizing", () => {
  it("tells its deadline from an image that cannot be drawn", () => {
    expect(resizeFailure(new Error("timeout: 42% complete"))).toBe("timeout");
    expect(resizeFailure(new Error("Input buffer has corrupt header"))).toBe("undecodable");
  });

  it("never enlarges", async () => {
    const resized = await resizeImage(image, 1280);
    expect(await sharp(resized.ok ? resized.image.bytes : undefined).metadata()).toMatchObject({
      width: 800,
      format: "webp",
    });
  });

  it("shows what there is of a cut image", async () => {
    const half = { ...image, bytes: image.bytes.subarray(0, image.bytes.length - 20) };
    expect(await resizeImage(half, 160)).toMatchObject({ ok: true });
  });

  it("refuses too many pixels and garbage behind good first bytes", async () => {
    const header = Buffer.from(image.bytes);
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    for (const bytes of [header, image.bytes.subarray(0, 12)]) {
      expect(await resizeImage({ bytes, type: "png" }, 160)).toEqual({
        ok: false,
        reason: "undecodable",
      });
    }
  });
});
