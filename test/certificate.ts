import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";

const DAY_MS = 86_400_000;
/** Ed25519 (RFC 8410), the common name, the names a certificate is for, and whether it may sign others. */
const OID = {
  ed25519: [0x2b, 0x65, 0x70],
  name: [0x55, 4, 3],
  hosts: [0x55, 29, 17],
  ca: [0x55, 29, 19],
};

/** DER: a tag, a length, and what is inside. */
function der(tag: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const ALGORITHM = der(0x30, der(0x06, OID.ed25519));
const named = (name: string) =>
  der(0x30, der(0x31, der(0x30, der(0x06, OID.name), der(0x0c, Buffer.from(name)))));
const time = (at: number) =>
  der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "")));
const extension = (id: readonly number[], value: Buffer) =>
  der(0x30, der(0x06, id), der(0x04, value));

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
  const whole = der(0x30, body, ALGORITHM, der(0x03, [0], sign(null, body, signer)));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`;
}

/** A certificate of a year for a host, begun so many days ago, with its key and the authority that signed it, as PEM. */
export function makeCertificate({ host, ageDays = 1 }: { host: string; ageDays?: number }) {
  const authorityKeys = generateKeyPairSync("ed25519");
  const keys = generateKeyPairSync("ed25519");
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
