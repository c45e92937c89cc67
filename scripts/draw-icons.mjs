// @ts-check
// Draws the pictures of `public/` from the mark in `app/icon.svg`: run it after the mark has changed.
import { readFileSync } from "node:fs";
import sharp from "sharp";

const PAPER = "#0b0c0e";
const INK = "#ececf0";
const MUTED = "#9a9aa6";
/** The drawing inside the mark, in the colours of the dark scheme. */
const mark = readFileSync("app/icon.svg", "utf8")
  .replace(/^<svg[^>]*>|<\/svg>\s*$|<style>.*?<\/style>/gs, "")
  .replaceAll("#17181c", INK);

/** @param {number} size */
const icon = (size) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${String(size)}" height="${String(size)}" viewBox="-6 -6 36 36"><rect x="-6" y="-6" width="36" height="36" fill="${PAPER}"/><g fill="none">${mark}</g></svg>`;

const social = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${PAPER}"/><g transform="translate(96 195) scale(10)" fill="none">${mark}</g><g font-family="Inter, Helvetica, Arial, sans-serif"><text x="400" y="312" font-size="104" font-weight="600" fill="${INK}">Sightglass</text><text x="404" y="384" font-size="44" fill="${MUTED}">Watch a browser agent work.</text></g></svg>`;

for (const [name, svg] of Object.entries({
  "apple-touch-icon": icon(180),
  "icon-192": icon(192),
  "icon-512": icon(512),
  social,
})) {
  await sharp(Buffer.from(svg)).png({ palette: true }).toFile(`public/${name}.png`);
}
