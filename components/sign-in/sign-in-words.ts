import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";

/** What went wrong at signing in, in words. `isWaiting` while no password is looked at. */
export function signInWords(code: ApiErrorCode | "empty", isWaiting: boolean): string {
  switch (code) {
    case "empty":
      return "Enter the password first.";
    case "wrong-password":
      return "That is not the password. Check the keyboard layout and capitals, then try again.";
    case "sign-in-slowed":
      return isWaiting
        ? "Too many wrong passwords were entered, here or elsewhere. Wait a moment, then try again."
        : "You can try again now.";
    case "bad-request":
      return "That is too long for a password.";
    case "cross-site":
      return "The server refused the request as one of another site. Open the page at its public address.";
    default:
      return `${apiErrorTitle(code)}. Try again in a moment.`;
  }
}
