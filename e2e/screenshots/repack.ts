import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const FOLDERS = ["e2e/screenshots/catalogue", "docs/screenshots"];

/** Before a run: what to do after it. Pictures that it has written are packed as small as they can be without loss. */
export default function prepare(): () => Promise<void> {
  const beganAt = Date.now();
  return async () => {
    const all = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    for (const picture of all.filter((path) => statSync(path).mtimeMs >= beganAt)) {
      const packed = sharp(picture).png({ compressionLevel: 9, effort: 10 });
      writeFileSync(picture, await packed.toBuffer());
    }
  };
}
