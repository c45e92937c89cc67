import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A local HTTP server for tests, and every request it got. */
export type TestServer = {
  origin: string;
  requests: { method: string; url: string; headers: IncomingMessage["headers"] }[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close: () => Promise<void>;
};

/** Starts a server on a free port of this machine; set `answer` to say what it does. */
export async function startTestServer(answer: TestServer["answer"]): Promise<TestServer> {
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    started.requests.push({ method, url, headers });
    started.answer(request, response);
  });
  // A caller that was busy for five seconds would meet the end of the connection that it has kept.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const started: TestServer = {
    origin: `http://127.0.0.1:${String(port)}`,
    requests: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return started;
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
