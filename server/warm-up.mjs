// @ts-check
import { once } from "node:events";
import { createServer } from "node:http";

/**
 * Has a few addresses answered before anybody can ask for them: the framework loads its parts and checks the settings
 * at its first request, and the first reader should not wait for that. What is answered does not matter here.
 * @param {import("node:http").RequestListener} answer
 * @param {readonly string[]} paths
 */
export async function warmUp(answer, paths) {
  const inner = createServer(answer).listen(0, "127.0.0.1");
  await once(inner, "listening");
  const address = inner.address();
  const port = typeof address === "object" ? address?.port : undefined;
  for (const path of paths) {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, { redirect: "manual" });
    await response.arrayBuffer();
  }
  inner.close();
  inner.closeAllConnections();
}
