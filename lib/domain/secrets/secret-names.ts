/*
 * Names under which secrets stand. The first kind says so in a sentence, too ("password: …"); the second is a word
 * of everyday language as well, and counts only where it is clearly a name ("pin=1234").
 */

/** Words for a secret wherever they stand, as the source of a regular expression. */
export const CLEAR_NAMES =
  "pass(?:word|wd|phrase|code)|passwort|kennwort|contrase[nñ]a|mot de passe|пароль|密码|pwd|secret(?:[ _-]?key)?|token|(?:api|access|private|signing|client|account)[ _-]?key";

/** Words for a secret where they are the name of a value. */
export const SHORT_NAMES =
  "pass|pin|otp|cvv|cvc|auth|authorization|credentials?|cookie|session[_-]?id|sid|sig|signature";

const NAME = new RegExp(`(?:${CLEAR_NAMES})$|(?:^|[^a-z])(?:${SHORT_NAMES})$`, "i");
const LONGEST_NAME = 100;

/** True for the name of a parameter whose value is a secret: `password`, `apiKey`, `X-Auth-Token`, `pin`. */
export function isSecretName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name);
}
