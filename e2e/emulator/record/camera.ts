import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** The image formats that Chromium can write. */
type ImageFormat = "jpeg" | "png" | "webp";

/** One line of recordings/index.json. */
export type Recording = {
  readonly file: string;
  readonly type: `image/${ImageFormat}`;
  readonly width: number;
  readonly height: number;
};

/** How a moment is taken when it differs from a 1280×800 JPEG. */
export type ShotOptions = {
  readonly format?: ImageFormat;
  readonly width?: number;
  readonly height?: number;
};

/** Takes named pictures of one page and remembers what it wrote. */
export class Camera {
  readonly recordings: Record<string, Recording> = {};
  bytes = 0;

  constructor(
    readonly page: Page,
    readonly origin: string,
    private readonly folder: string,
  ) {}

  /** Opens a local site, such as "shop/?p=cart". */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/${path}`);
  }

  /** Writes one image under the given name. */
  async shot(name: string, options: ShotOptions = {}): Promise<void> {
    const { format = "jpeg", width = 1280, height = 800 } = options;
    await this.page.setViewportSize({ width, height });
    await this.page.waitForTimeout(120);
    const session = await this.page.context().newCDPSession(this.page);
    const { data } = await session.send("Page.captureScreenshot", {
      format,
      ...(format === "png" ? {} : { quality: 70 }),
    });
    await session.detach();
    const body = Buffer.from(data, "base64");
    const file = `${name}.${format === "jpeg" ? "jpg" : format}`;
    await writeFile(join(this.folder, file), body);
    this.bytes += body.length;
    this.recordings[name] = { file, type: `image/${format}`, width, height };
  }
}
