import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** A running server for the small local sites. */
export type SiteServer = {
  readonly origin: string;
  readonly close: () => void;
};

/** Serves the files under `root` on a free loopback port. */
export async function serveSites(root: string): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    readFile(file).then(
      (body) => {
        response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
        response.end(body);
      },
      () => {
        response.statusCode = 404;
        response.end("not found");
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
