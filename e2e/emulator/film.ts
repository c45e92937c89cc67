import sharp from "sharp";
import { storeError, type Reply } from "./reply";
import type { ScriptStep, TaskScript } from "./script";
import { frameOfWebp, webm } from "./webm";

const SIZE = { width: 640, height: 400 };
const MS_EACH = 1000;
const MOST_FRAMES = 60;

const known = new Map<TaskScript, Promise<Reply>>();

type PictureOf = (step: ScriptStep) => Reply;

/** The video of a run: its pictures, one a second. */
export function film(script: TaskScript, pictureOf: PictureOf): Promise<Reply> {
  const made = known.get(script) ?? makeFilm(script, pictureOf);
  known.set(script, made);
  return made;
}

async function makeFilm(script: TaskScript, pictureOf: PictureOf): Promise<Reply> {
  const pictures = script.steps
    .map(pictureOf)
    .filter(({ status }) => status === 200)
    .slice(0, MOST_FRAMES);
  const frames: Buffer[] = [];
  for (const { body } of pictures) {
    const bytes = await sharp(Buffer.from(body)).resize(SIZE.width, SIZE.height).webp().toBuffer();
    const frame = frameOfWebp(bytes);
    if (frame !== null) frames.push(frame);
  }
  if (frames.length === 0) return storeError(404, "NoSuchKey");
  const body = webm(frames, { ...SIZE, msEach: MS_EACH });
  return { status: 200, headers: { "content-type": "video/webm" }, body };
}
