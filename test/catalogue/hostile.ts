/** A text that would run, close a tag, or turn the direction of reading, where it is taken for more than a text. */
export const HOSTILE = `"><img src=x onerror="window.pwned=1"> invoice\u202Egpj.exe pay\u200Bpal`;

/** An address that seems to lead to a bank. */
export const HOSTILE_ADDRESS = "https://bank.example@xn--pple-43d.example:8443/sign-in";

/** A word without a place to break it. */
export const ENDLESS = "unbreakable".repeat(60);
