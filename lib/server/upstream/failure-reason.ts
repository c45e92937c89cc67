import "server-only";

/** Why a call to the upstream brought nothing, for the log: finer than the problem that readers see. */
export type FailureReason =
  | "no-answer-in-time"
  | "connection-refused"
  | "connection-lost"
  | "host-not-found"
  | "host-lookup-failed"
  | "certificate-expired"
  | "certificate-wrong-host"
  | "certificate-untrusted"
  | "headers-too-large"
  | "redirected"
  | "not-http"
  | "other";

const BY_CODE: ReadonlyMap<string, FailureReason> = new Map<string, FailureReason>([
  ["ECONNREFUSED", "connection-refused"],
  ["ECONNRESET", "connection-lost"],
  ["EPIPE", "connection-lost"],
  ["UND_ERR_SOCKET", "connection-lost"],
  ["ETIMEDOUT", "no-answer-in-time"],
  ["UND_ERR_CONNECT_TIMEOUT", "no-answer-in-time"],
  ["ENOTFOUND", "host-not-found"],
  ["EAI_AGAIN", "host-lookup-failed"],
  ["ESERVFAIL", "host-lookup-failed"],
  ["CERT_HAS_EXPIRED", "certificate-expired"],
  ["CERT_NOT_YET_VALID", "certificate-expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate-wrong-host"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate-untrusted"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "certificate-untrusted"],
  ["UNABLE_TO_GET_ISSUER_CERT", "certificate-untrusted"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "certificate-untrusted"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate-untrusted"],
  ["UND_ERR_HEADERS_OVERFLOW", "headers-too-large"],
]);

/** Reads the reason from what a connection threw, without its texts, which may quote headers. */
export function failureReason(error: unknown): FailureReason {
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : null) ?? "";
  return BY_CODE.get(code) ?? (code.startsWith("HPE_") ? "not-http" : "other");
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
