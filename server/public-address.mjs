// @ts-check

const THIS_MACHINE = /^(?:localhost|127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}|::1|\[::1\])$/i;

/**
 * True when a host name or address, without a port, means this machine.
 * @param {string} host
 */
export function isThisMachine(host) {
  return THIS_MACHINE.test(host);
}

/**
 * True when people open the server over https: what `PUBLIC_BASE_URL` says, as it is set or as it was read.
 * @param {string | null | undefined} publicBaseUrl
 */
export function isOverHttps(publicBaseUrl) {
  if (!publicBaseUrl || !URL.canParse(publicBaseUrl)) return false;
  return new URL(publicBaseUrl).protocol === "https:";
}
