import "server-only";

type RequestCookie = { name: string; value: string };

/** The cookies of a request in the order in which they came; browsers send the oldest first. */
export function requestCookies(headers: Headers): readonly RequestCookie[] {
  return (headers.get("cookie") ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [{ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim() }];
  });
}
