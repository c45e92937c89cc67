import "server-only";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/** Resolves a name for a connection and refuses it when any of its addresses is not public. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, "", 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(Object.assign(new Error("Not a public address"), { code: "EACCES" }), "", 0);
      return;
    }
    // The connection is made to what is handed over here: nothing resolves the name a second time.
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
