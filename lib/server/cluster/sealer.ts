import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";

const VERSION = 1;
const PLAIN = 0;
const DEFLATED = 1;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 2 + SALT_BYTES + NONCE_BYTES;
const WORTH_DEFLATING_BYTES = 4096;
/** Larger values are not shared. */
export const LARGEST_SEALED_BYTES = 8 * 1024 * 1024;
const LARGEST_TEXT_BYTES = 64 * 1024 * 1024;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Seals texts so that only a process with the same secret can read or make them, each under its own name. */
export type Sealer = {
  /** The text sealed for a name, which begins with random bytes; `null` when it is too large to share. */
  seal(name: string, text: string): Promise<Buffer | null>;
  /** The text; `null` for anything that was not sealed for this name with this secret. Never throws. */
  open(name: string, sealed: Buffer): Promise<string | null>;
};

/** A sealer by AES-256-GCM; every value has a key of its own, derived from the secret and a random salt. */
export function createSealer(secret: string): Sealer {
  const master = hkdfSync("sha256", secret, "", "sightglass shared cache: master", 32);
  const keyFor = (salt: Buffer) =>
    Buffer.from(
      hkdfSync("sha256", Buffer.from(master), salt, "sightglass shared cache: value", 32),
    );
  const seal: Sealer["seal"] = async (name, text) => {
    const plain = Buffer.from(text);
    const isLarge = plain.length >= WORTH_DEFLATING_BYTES;
    if (plain.length > LARGEST_TEXT_BYTES) return null;
    const body = isLarge ? await deflate(plain, { level: 1 }) : plain;
    if (body.length + HEADER_BYTES + TAG_BYTES > LARGEST_SEALED_BYTES) return null;
    const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
    const header = Buffer.concat([Buffer.of(VERSION, isLarge ? DEFLATED : PLAIN), salt, nonce]);
    const cipher = createCipheriv("aes-256-gcm", keyFor(salt), nonce);
    cipher.setAAD(Buffer.concat([header, Buffer.from(name)]));
    return Buffer.concat([header, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
  };
  const open: Sealer["open"] = async (name, sealed) => {
    const isSized =
      sealed.length >= HEADER_BYTES + TAG_BYTES && sealed.length <= LARGEST_SEALED_BYTES;
    if (!isSized || sealed[0] !== VERSION) return null;
    const header = sealed.subarray(0, HEADER_BYTES);
    const salt = header.subarray(2, 2 + SALT_BYTES);
    try {
      const decipher = createDecipheriv(
        "aes-256-gcm",
        keyFor(salt),
        header.subarray(-NONCE_BYTES),
        {
          authTagLength: TAG_BYTES,
        },
      );
      decipher.setAAD(Buffer.concat([header, Buffer.from(name)]));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const body = decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES));
      decipher.final();
      const isDeflated = header[1] === DEFLATED;
      const limit = { maxOutputLength: LARGEST_TEXT_BYTES };
      return (isDeflated ? await inflate(body, limit) : body).toString();
    } catch {
      return null;
    }
  };
  return { seal, open };
}

/** Where the keys of a secret lie: they carry a hash of it, so that projects who share a Redis never meet. */
export function namespaceOf(secret: string): string {
  return `sightglass:v1:${createHash("sha256").update(secret).digest("hex").slice(0, 16)}`;
}
