import "server-only";
import packageFile from "@/package.json";

/** The version of this program, as its package file had it when it was built. */
export const VERSION = packageFile.version;
