import { taskRoutes, type TaskRoutes } from "@/lib/contract/routes";
import { sharedTaskRoutes } from "@/lib/contract/share-routes";

/** What a key of a screenshot stands for here, beside a usual picture: its size in pixels, or none for what does not load. */
const ODD: Readonly<Record<string, readonly [number, number] | null>> = {
  tall: [400, 2600],
  wide: [2600, 300],
  speck: [1, 1],
  broken: null,
};

/** The picture of a step without a request: a page of flat colours. */
function pictureOf(step: number, key: string | null | undefined): string {
  const size = ODD[key ?? ""];
  if (size === null) return "data:image/png,broken";
  const [width, height] = size ?? [1280, 800];
  const hue = String((step * 47) % 360);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">`,
    `<rect width="100%" height="100%" fill="hsl(${hue},40%,92%)"/>`,
    `<rect width="100%" height="12%" fill="hsl(${hue},40%,45%)"/>`,
    `<rect x="8%" y="24%" width="38%" height="60%" fill="hsl(${hue},30%,75%)"/>`,
    `<rect x="52%" y="24%" width="40%" height="10%" fill="hsl(${hue},30%,60%)"/>`,
    "</svg>",
  ].join("");
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The addresses of any task for its operator, with pictures that need no network. */
export const OWN_ROUTES: TaskRoutes = {
  ...taskRoutes("3c90c3cc-0d44-4b50-8888-8dd25736052a"),
  screenshot: (step, _width, key) => pictureOf(step, key),
};

/** The same for somebody who opened a share link. */
export const SHARED_ROUTES: TaskRoutes = {
  ...sharedTaskRoutes("BBBBBBBBBBBBBBBBBBBBBA", true),
  screenshot: OWN_ROUTES.screenshot,
};
