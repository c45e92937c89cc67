import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";

const DAY_MS = 86_400_000;
/** ECDSA with SHA-256 (RFC 5758), which browsers know, the common name, the names a certificate is for, and whether it may sign others. */
const OID = {
  ecdsa: [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2],
  name: [0x55, 4, 3],
  hosts: [0x55, 29, 17],
  ca: [0x55, 29, 19],
};

/** DER: a tag, a length, and what is inside. */
function der(tag: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([tag, ...sizeOf(content)]), content]);
}

/** In as few bytes as it takes: browsers refuse any more. */
function sizeOf({ length }: Buffer): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

const ALGORITHM = der(0x30, der(0x06, OID.ecdsa));
const named = (name: string) =>
  der(0x30, der(0x31, der(0x30, der(0x06, OID.name), der(0x0c, Buffer.from(name)))));
/** With two digits for the year, as long as it is before 2050. */
const time = (at: number) =>
  der(0x17, Buffer.from(new Date(at).toISOString().replace(/^20|[-:T]|\.\d+/g, "")));
const extension = (id: readonly number[], value: Buffer) =>
  der(0x30, der(0x06, id), der(0x04, value));
const CURVE = { namedCurve: "prime256v1" };

type Certificate = { issuer: string; subject: string; from: number; key: KeyObject; extra: Buffer };

/** A certificate (RFC 5280) of one year, as PEM. */
function signed({ issuer, subject, from, key, extra }: Certificate, signer: KeyObject): string {
  const body = der(
    0x30,
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    ALGORITHM,
    named(issuer),
    der(0x30, time(from), time(from + 365 * DAY_MS)),
    named(subject),
    key.export({ type: "spki", format: "der" }),
    der(0xa3, der(0x30, extra)),
  );
  const whole = der(0x30, body, ALGORITHM, der(0x03, [0], sign("sha256", body, signer)));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`;
}

/** A certificate of a year for a host, begun so many days ago, with its key and the authority that signed it, as PEM. */
export function makeCertificate({ host, ageDays = 1 }: { host: string; ageDays?: number }) {
  const authorityKeys = generateKeyPairSync("ec", CURVE);
  const keys = generateKeyPairSync("ec", CURVE);
  const issuer = "Test authority";
  const authority = signed(
    {
      issuer,
      subject: issuer,
      from: Date.now() - DAY_MS,
      key: authorityKeys.publicKey,
      extra: extension(OID.ca, der(0x30, der(0x01, [0xff]))),
    },
    authorityKeys.privateKey,
  );
  const certificate = signed(
    {
      issuer,
      subject: host,
      from: Date.now() - ageDays * DAY_MS,
      key: keys.publicKey,
      extra: extension(OID.hosts, der(0x30, der(0x82, Buffer.from(host)))),
    },
    authorityKeys.privateKey,
  );
  const key = keys.privateKey.export({ type: "pkcs8", format: "pem" });
  return { authority, certificate, key };
}
