// @ts-check
// Loaded before the framework, which has no place of its own to look at a request before it does.
import http from "node:http";
import { frontDoor } from "./front-door.mjs";

const createServer = http.createServer;
// The two forms that the function has: with options, and without.
http.createServer = /** @type {typeof createServer} */ (
  (/** @type {unknown[]} */ ...args) => {
    const wrapped = args.map((arg) =>
      typeof arg === "function"
        ? frontDoor(/** @type {import("node:http").RequestListener} */ (arg))
        : arg,
    );
    return Reflect.apply(createServer, http, wrapped);
  }
);
