import "server-only";
import { basePathOf } from "@/server/base-path.mjs";

/**
 * What is wrong when a server is started for another base path than it was built for, in words; `null` when nothing is.
 * The framework writes the base path into the files of a build, so no start can change it.
 */
export function buildProblem(builtFor: string, publicBaseUrl: string | null): string | null {
  const wanted = basePathOf(publicBaseUrl);
  if (wanted === builtFor) return null;
  return `PUBLIC_BASE_URL has ${words(wanted)}, and this build was made for ${words(builtFor)}. Run npm run build again with the PUBLIC_BASE_URL of the start, or start with that of the build.`;
}

const words = (basePath: string) => (basePath === "" ? "no path" : `the path ${basePath}`);
