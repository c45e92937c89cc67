// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** What the system of this machine lends to a tree, in place of the base image. */
const LENT = ["usr", "etc"];
const LINKS = ["bin", "sbin", "lib", "lib64"];
const OTHERS = ["dev", "proc", "tmp", "root"];

/** Every folder of a tree that is not of the image. */
export const OF_THE_MACHINE = [...LENT, ...LINKS, ...OTHERS];

/** What a download on this machine may need, and no image should know. */
const NETWORK = /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|(?:https?|no)_proxy)$/i;

/**
 * As in a container: processes of its own, the tree as the root, and what is lent read-only. $1 is the tree, $2 whether
 * it is read-only, $3 a volume in it or nothing, then comes the command.
 */
const ENTER = `
set -eu
tree=$1 readonly=$2 volume=$3
shift 3
umask 022
mount --make-rprivate /
mount --bind "$tree" "$tree"
for name in ${LENT.join(" ")}; do
  mount --bind /$name "$tree/$name"
  mount -o remount,bind,ro "$tree/$name"
done
mount --rbind /dev "$tree/dev"
mount -t proc proc "$tree/proc"
mount -t tmpfs -o mode=1777 tmpfs "$tree/tmp"
if [ -n "$volume" ]; then mount --bind "$tree$volume" "$tree$volume"; fi
if [ "$readonly" = yes ]; then mount -o remount,bind,ro "$tree"; fi
exec chroot "$tree" "$@"
`;

/** Why no tree can be entered on this machine, in words; `null` when one can. */
export function whyNoTree() {
  if (process.platform !== "linux") return "only Linux can run a tree of files as a system";
  if (process.getuid?.() !== 0) return "only root may mount";
  if (!process.execPath.startsWith("/usr/")) return "Node is not below /usr, which a tree is lent";
  const { status } = spawnSync("unshare", ["--mount", "--pid", "--fork", "true"]);
  return status === 0 ? null : "unshare is missing, or may not make namespaces";
}

/**
 * Makes the root of a tree, with places for what is lent.
 * @param {string} tree
 */
export function makeTree(tree) {
  for (const name of [...LENT, ...OTHERS]) mkdirSync(join(tree, name), { recursive: true });
  for (const name of LINKS) symlinkSync(`usr/${name}`, join(tree, name));
}

/**
 * How a command runs in a tree. A user other than root has no way to get more rights, as with `no-new-privileges` and
 * all capabilities dropped.
 * @typedef {{ tree: string, cwd: string, env: Record<string, string>, user: { uid: number, gid: number },
 *   isReadOnly: boolean, volume: string, needsNetwork?: boolean }} Place
 */

/**
 * Starts a command in a tree, as the first process of its own. The child is `unshare`, which ends with its exit code.
 * @param {Place} place
 * @param {readonly string[]} command
 * @param {import("node:child_process").StdioOptions} [stdio]
 */
export function startInTree(place, command, stdio = ["ignore", "pipe", "pipe"]) {
  const { tree, cwd, env, user, isReadOnly, volume, needsNetwork = false } = place;
  const rights = ["--clear-groups", "--no-new-privs", "--bounding-set=-all"];
  const as = ["setpriv", `--reuid=${String(user.uid)}`, `--regid=${String(user.gid)}`, ...rights];
  const ofNetwork = Object.entries(process.env).filter(([name]) => NETWORK.test(name));
  const all = { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: "/root", ...env };
  const pairs = [...(needsNetwork ? ofNetwork : []), ...Object.entries(all)];
  const words = [
    ...["--mount", "--pid", "--fork", "sh", "-c", ENTER, "sh"],
    ...[tree, isReadOnly ? "yes" : "no", volume],
    ...(user.uid === 0 ? [] : as),
    ...["env", "-i", "-C", cwd, ...pairs.map(([name, value]) => `${name}=${String(value)}`)],
    ...command,
  ];
  return spawn("unshare", words, { stdio });
}

/**
 * Runs a command in a tree to its end.
 * @param {Place} place
 * @param {readonly string[]} command
 * @param {string} [input]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runInTree(place, command, input = "") {
  const child = startInTree(place, command, ["pipe", "pipe", "pipe"]);
  child.stdin?.end(input);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => (output += String(chunk)));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The first process in a tree, by its number on this machine; all others there end with it. `null` when it has ended.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {number | null}
 */
export function firstInTree({ pid = 0, exitCode, signalCode }) {
  if (exitCode !== null || signalCode !== null) return null;
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, "utf8");
  return children.trim() === "" ? null : Number(children.trim());
}
