// @ts-check
// What a naive dashboard does: every poll of every viewer goes to the upstream, with the key, full document each time.
import { Agent, createServer, request } from "node:http";
import process from "node:process";

const [upstream = "", key = ""] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

const server = createServer((incoming, outgoing) => {
  const headers = { "x-browser-use-api-key": key };
  const call = request(upstream + String(incoming.url), { agent, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { "content-type": "application/json" });
    answer.pipe(outgoing);
  });
  call.on("error", () => outgoing.writeHead(502).end());
  call.end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  process.stdout.write(`baseline listening on http://127.0.0.1:${String(port)}\n`);
});
