import "server-only";

/**
 * True for the one spelling of a signed token (three parts of base64url, RFC 7515). Decoders pass over padding,
 * white space and the last bits of a part, with which one token would have many texts.
 */
export function isCanonicalToken(token: string): boolean {
  const parts = token.split(".");
  return (
    parts.length === 3 &&
    parts.every((part) => Buffer.from(part, "base64url").toString("base64url") === part)
  );
}
