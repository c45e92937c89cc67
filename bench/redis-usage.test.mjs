// @ts-check
import { expect, it } from "vitest";
import { parseRedisUsage } from "./redis-usage.mjs";

it("adds up what a Redis tells of itself", () => {
  const info = [
    "# Stats",
    "total_commands_processed:1200",
    "total_net_input_bytes:300",
    "total_net_output_bytes:700",
    "# CPU",
    "used_cpu_sys:0.25",
    "used_cpu_user:1.5",
    "used_cpu_sys_children:9",
  ].join("\r\n");
  expect(parseRedisUsage(info)).toEqual({ commands: 1200, bytes: 1000, cpuSeconds: 1.75 });
  expect(parseRedisUsage("")).toEqual({ commands: 0, bytes: 0, cpuSeconds: 0 });
});
