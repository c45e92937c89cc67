import { addressOf, pathAt } from "@/lib/contract/base-path";
import { returnOfPage, signInPath } from "@/lib/contract/sign-in-return";

let isLeaving = false;

/**
 * Leads to the sign-in page, which leads back to where the reader is now. The page is left as a document, so that
 * nothing of what it knew stays in memory; nor can Back return to it.
 */
export function redirectToSignIn(): void {
  if (isLeaving) return;
  isLeaving = true;
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  const to = returnOfPage(pathAt(pathname), (name) => query.get(name));
  window.location.replace(addressOf(signInPath(to)));
}
