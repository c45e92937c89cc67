import { beginningOf } from "@/lib/domain/text/truncate";
import { WAIT_REASONS, type WaitReason } from "./need";

/** What a wait is for, in English, and where it is not part of another word. As parts of regular expressions. */
export const ENGLISH_TOPICS: Readonly<Record<WaitReason, string>> = {
  captcha:
    "(?:(?:re|h)?captchas?|turnstile|(?:cloudflare|human|bot|robot)(?: security)? (?:challenge|check|verification|detection)|(?:verify|prove|confirm)(?:ing)? (?:that )?(?:you are|you're|i am|i'm|it is|we are) (?:a )?(?:human|not a robot)|i'm not a robot|press and hold)",
  code: "(?:(?:verification|security|confirmation|authentication|access|login|sign-in|one[- ]time|2fa|mfa|email|(?:six|four|eight|6|4|8)[- ]digit) (?:pass)?codes?|sms[- ]codes?|one[- ]time pass(?:word|code)s?|otps?|2fa|mfa|(?:two|multi|second)[- ]factor|two[- ]step verification|passcodes?|authenticator|push notification|code of (?:six|four|eight|\\d) digits|code (?:was |is |has been |that was )?sent|code (?:from|in) (?:the|an|your|their) (?:e?-?mail|inbox|sms|text|phone|app))",
  login:
    "(?:log(?:ging)?[- ]?in(?:to)?|logins?|sign(?:ing)?[- ]?in|credentials?|passwords?|sso|authenticat(?:e|ed|ion)|user ?name|account (?:is |was )?(?:locked|blocked|suspended))",
  payment:
    "(?:payments?|pay(?:ing)?|(?:credit|debit|first|second|bank|given|saved)? ?cards?|card (?:details|number)|billing|purchase|checkout)",
  consent:
    "(?:(?:cookie|consent)s?(?:[- ](?:wall|banner|dialog|screen|notice|form|popup|pop-up|overlay))|age (?:gate|check|verification)|terms (?:of (?:service|use)|and conditions))",
};

/** The same in other languages: whole words of those with letters, any place of those without spaces. */
const OTHER_TOPICS: Readonly<Record<WaitReason, readonly string[]>> = {
  captcha: [
    "(?:re|h)?captchas?|turnstile",
    "(?:kein|un|um|een|nie jestem) robote?[mr]?",
    "no soy un robot",
    "не робот",
    "капч\\p{L}+",
    "人机验证|滑块|图形验证|图片验证|真人验证|人機驗證|圖形驗證",
    "キャプチャ|ロボットではありません|캡차|로봇이 아닙니다",
  ],
  code: [
    "sms-codes?|(?:bestätigungs|sicherheits|verifizierungs|einmal|freischalt)(?:-?)(?:code|passwort|kennwort)\\p{L}*|zwei-faktor\\S*",
    "codes? de (?:vérification|sécurité|confirmation|validation)|double authentification",
    "códigos? de (?:verificación|seguridad|confirmación|verificação|segurança|confirmação)|verificación en dos pasos",
    "codic[ei] di (?:verifica|sicurezza|conferma)|autenticazione a due fattori",
    "(?:verificatie|beveiligings|bevestigings|inlog)codes?|tweestaps\\S*",
    "kod\\p{L}* (?:weryfikacyjn\\p{L}+|sms|potwierdzając\\p{L}+|z sms\\p{L}*)",
    "(?:doğrulama|onay|güvenlik) kod\\p{L}+",
    "код\\p{L}* (?:подтверждения|из|верификации|безопасности)|двухфакторн\\p{L}+",
    "验证码|短信码|动态码|驗證碼|两步验证|認証コード|確認コード|ワンタイム|인증번호|인증 ?코드|확인 ?코드",
  ],
  login: [
    "anmeld\\p{L}+|einlogg\\p{L}+|einzulogg\\p{L}+|zugangsdaten|passwor[dt]s?|kennwort|anzumelden|login\\p{L}*",
    "connexion|(?:se |me |vous |te )connect\\p{L}+|identifiants?|mots? de passe",
    "(?:inici\\p{L}+ (?:de )?sesión|credenciales|contraseñas?)",
    "(?:fazer|faça|efetuar) (?:o )?login|iniciar sessão|credenciais|senha",
    "accedere|effettu\\p{L}+ (?:l'accesso|il login)|credenziali",
    "inlogg\\p{L}+|in te loggen|aanmeld\\p{L}+|inloggegevens|wachtwoord",
    "zalogow\\p{L}+|logowani\\p{L}+|hasł\\p{L}+",
    "giriş yap\\p{L}*|oturum aç\\p{L}*|parola\\p{L}*|şifre\\p{L}*",
    "войти|вход\\p{L}*|авториз\\p{L}+|парол\\p{L}+|логин\\p{L}*|учётны\\p{L}+|учетны\\p{L}+",
    "登录|登陆|登入|密码|密碼|ログイン|サインイン|パスワード|로그인|비밀번호",
  ],
  payment: [
    "zahlung\\p{L}*|bezahl\\p{L}+|kreditkarte\\p{L}*|karte abgelehnt",
    "paiements?|cartes? (?:bancaire|de crédit)",
    "pagos?|tarjetas?|pagamentos?|cartão|cartões|carta di credito",
    "betal\\p{L}+|creditcard\\p{L}*|płatnoś\\p{L}+|kart\\p{L}+ (?:płatnicz\\p{L}+|kredytow\\p{L}+)",
    "ödeme\\p{L}*|kredi kart\\p{L}+|оплат\\p{L}+|платеж\\p{L}*|платёж\\p{L}*",
    "支付|付款|信用卡|支払|決済|クレジットカード|결제",
  ],
  consent: [
    "cookie-(?:banner|hinweis)\\p{L}*|einwilligung",
    "(?:bandeau|bannière) (?:de |des )?cookies|consentement|consentimiento|consentimento",
  ],
};

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, "u");
const HAS_NO_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
const other = (source: string) =>
  HAS_NO_SPACES.test(source) ? new RegExp(source, "u") : word(source);

const TOPICS = WAIT_REASONS.map((reason) => ({
  reason,
  patterns: [word(ENGLISH_TOPICS[reason]), ...OTHER_TOPICS[reason].map(other)],
}));

/** What a sentence in spoken words is about, the most telling first; `null` for none of it. */
export function topicOf(sentence: string): WaitReason | null {
  return TOPICS.find(({ patterns }) => patterns.some((one) => one.test(sentence)))?.reason ?? null;
}

/** The topic of a sentence in another language than English. */
export function foreignTopicOf(sentence: string): WaitReason | null {
  return (
    TOPICS.find(({ patterns }) => patterns.slice(1).some((one) => one.test(sentence)))?.reason ??
    null
  );
}

const CAPTCHA_PAGES =
  /^https?:\/\/(?:[^/]*\bgoogle\.[a-z.]+\/sorry\/|challenges\.cloudflare\.com\/|[^/]*\b(?:hcaptcha|captcha-delivery|arkoselabs|perfdrive)\.com\/|[^/]+\/(?:[^?#]*\/)?(?:captcha|cdn-cgi\/challenge))/u;
const CODE_PAGES =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:2fa|mfa|otp|two[-_]factor|verify[-_]code)\b/u;
const LOGIN_PAGES =
  /^https?:\/\/(?:(?:accounts|login|signin|auth|sso|id)\.[^/]+\/|[^/]+\/(?:[^?#]*\/)?(?:log[-_]?in|sign[-_]?in|auth|sso)\b)/u;
const PAYMENT_PAGES =
  /^https?:\/\/(?:checkout\.[^/]+\/|[^/]*\bpaypal\.com\/|[^/]+\/(?:[^?#]*\/)?(?:checkout|payments?|billing)\b)/u;

/** What the page at an address is for, by the address alone; `null` for any other. */
export function topicOfPage(address: string): WaitReason | null {
  const page = beginningOf(address, 300).toLowerCase();
  if (CAPTCHA_PAGES.test(page)) return "captcha";
  if (CODE_PAGES.test(page)) return "code";
  if (LOGIN_PAGES.test(page)) return "login";
  return PAYMENT_PAGES.test(page) ? "payment" : null;
}
