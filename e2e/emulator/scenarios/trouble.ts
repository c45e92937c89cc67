import { act, type TaskScript } from "../script";
import { step } from "./step";

const MAIL = "https://mail.harbor.example";
const FLIGHTS = "https://skylark.example";

/** Signs in to the mailbox. */
const SIGN_IN = {
  memory: "The sign-in form is open. Name and password come from the secrets.",
  evaluation: "Success - The sign-in form is shown.",
  goal: "Sign in with the given name and password.",
  url: `${MAIL}/login`,
  actions: [
    act("input_text", { index: 1, text: "<secret>mail_user</secret>" }),
    act("input_text", { index: 2, text: "<secret>mail_password</secret>" }),
    act("click_element_by_index", { index: 3 }),
  ],
  shot: "signin-form",
};

/** Everything goes wrong and the run gives up. */
export const FAILED: TaskScript = {
  scenario: "failed-evaluations",
  title: "Failed: locked out of a mailbox",
  prompt: "Sign in to mail.harbor.example and tell me the subject of the newest unread mail.",
  model: "gpt-5-mini",
  steps: [
    step({
      evaluation: "Unknown - nothing has been done.",
      goal: "Open the mailbox.",
      actions: [act("go_to_url", { url: MAIL })],
      shot: "blank",
      duration: 3.9,
    }),
    step({ ...SIGN_IN, duration: 12.1 }),
    step({
      memory: "First attempt refused: the password does not fit. 3 tries are left.",
      evaluation: "Failed - The form says that the password does not fit.",
      goal: "Type the password again and sign in.",
      url: `${MAIL}/login`,
      actions: [
        act("input_text", { index: 2, text: "<secret>mail_password</secret>" }),
        act("click_element_by_index", { index: 3 }),
      ],
      shot: "signin-error",
      duration: 10.4,
    }),
    step({
      memory: "Second attempt refused as well. A third one may lock the account.",
      evaluation: "Failed - The same message again.",
      goal: "Look for another way to sign in.",
      url: `${MAIL}/login?retry=1`,
      actions: [act("click_element_by_index", { index: 7 })],
      shot: "signin-error",
      duration: 9.2,
    }),
    step({
      memory:
        "A code of six digits was sent to the phone ending in 47, which this agent cannot read.",
      evaluation: "Partial - Another way exists, but its code goes to a phone.",
      goal: "Go back and try the password once more.",
      url: `${MAIL}/code`,
      actions: [act("go_back")],
      shot: "signin-code",
      duration: 88.5,
    }),
    step({
      memory: "Going back worked. Third attempt.",
      evaluation: "Success - The form is open again.",
      goal: "Sign in once more.",
      url: `${MAIL}/login`,
      actions: [
        act("input_text", { index: 2, text: "<secret>mail_password</secret>" }),
        act("click_element_by_index", { index: 3 }),
      ],
      shot: "signin-form",
      duration: 11.8,
    }),
    step({
      memory: "The account is locked until 16:30. Case number HM-77-0412.",
      evaluation: "Failed - There were too many wrong passwords; the account is locked.",
      goal: "Give up and report.",
      url: `${MAIL}/locked`,
      actions: [act("done", { success: false, text: "The account is locked." })],
      shot: "signin-locked",
      duration: 6.3,
    }),
  ],
  ending: {
    status: "failed",
    output:
      "I could not sign in: the mailbox refused the password three times and is now locked until 16:30 (case HM-77-0412).",
    isSuccess: false,
    judge: {
      verdict: false,
      reasoning: "The subject of the newest mail was not found; the account was locked in step 6.",
    },
  },
  begins: { endedSecondsAgo: 3600 },
  queueSeconds: 1,
};

/** Waits for a code that only a person can read. */
export const WAITING: TaskScript = {
  scenario: "waiting",
  title: "Running: waits for a code that only a person can read",
  prompt: "Sign in to mail.harbor.example and tell me the subject of the newest unread mail.",
  model: "gpt-5-mini",
  steps: [
    step({
      goal: "Open the mailbox.",
      actions: [act("go_to_url", { url: MAIL })],
      shot: "blank",
      duration: 3.7,
    }),
    step({ ...SIGN_IN, duration: 11.6 }),
    step({
      memory: "The password fits. Six digits were sent to the phone ending in 47.",
      evaluation: "Success - The mailbox asks for a second proof.",
      goal: "Ask the user for the verification code.",
      url: `${MAIL}/code`,
      actions: [act("ask_human", { question: "Which code was sent to the phone ending in 47?" })],
      shot: "signin-code",
      duration: 8.3,
    }),
  ],
  ending: null,
  begins: { endedSecondsAgo: 45 },
  queueSeconds: 1,
};

const RESULTS = `${FLIGHTS}/results?from=LMN&to=VRD&out=2026-11-12&back=2026-11-19&adults=2`;

/** Clicks the same button for ever. */
export const LOOP: TaskScript = {
  scenario: "loop",
  title: "Running: stuck, clicks the same button again and again",
  prompt:
    "Find the cheapest direct flight for two from Lumen to Verdance, out on 12 November and back on the 19th, and give me its price.",
  model: "gpt-5-mini",
  steps: [
    step({
      goal: "Open Skylark.",
      actions: [act("go_to_url", { url: FLIGHTS })],
      shot: "blank",
      duration: 4,
    }),
    step({
      evaluation: "Success - The form is shown.",
      goal: "Fill in the flight.",
      url: FLIGHTS,
      actions: [
        act("input_text", { index: 1, text: "Lumen" }),
        act("input_text", { index: 2, text: "Verdance" }),
      ],
      shot: "flights-home",
      duration: 11,
    }),
    step({
      evaluation: "Success - Both fields are filled in.",
      goal: "Choose 12 and 19 November in the calendar.",
      url: FLIGHTS,
      actions: [
        act("click_element_by_index", { index: 41 }),
        act("click_element_by_index", { index: 48 }),
      ],
      shot: "flights-calendar",
      duration: 8,
    }),
    step({
      evaluation: "Success - Both days stand in the form.",
      goal: "Search.",
      url: FLIGHTS,
      actions: [act("click_element_by_index", { index: 6 })],
      shot: "flights-form",
      duration: 9,
    }),
    ...Array.from({ length: 14 }, (_, index) =>
      step({
        memory: `The list is sorted, but flights with one stop stay in it: "1 stop" does not let itself be switched off. Attempt ${String(index + 1)}.`,
        evaluation:
          index === 0
            ? "Success - The flights are listed, the cheapest at 83 euros with one stop."
            : "Failed - The box 1 stop is still ticked.",
        goal: "Switch 1 stop off so that only direct flights are left.",
        url: RESULTS,
        actions: [act("click_element_by_index", { index: 23 })],
        shot: "flights-results-sorted",
        duration: 7 + (index % 3),
      }),
    ),
  ],
  ending: null,
  begins: { endedSecondsAgo: 45 },
  queueSeconds: 2,
};

const TRACE = `Traceback (most recent call last):
  File "/app/agent/service.py", line 412, in run
    await self.browser_session.start()
  File "/app/browser/session.py", line 186, in start
    self.page = await self._connect(self.cdp_url)
  File "/app/browser/session.py", line 240, in _connect
    raise BrowserConnectionError(f"no answer from the browser after {timeout} s")
browser.errors.BrowserConnectionError: no answer from the browser after 30.0 s`;

/** Failed before its first step; the output is the reason. */
export const STACK_TRACE: TaskScript = {
  scenario: "stack-trace",
  title: "Failed: no step, a stack trace as output",
  prompt: "Download last month's invoices.",
  model: "gpt-5-mini",
  steps: [],
  ending: { status: "failed", output: TRACE, isSuccess: false },
  begins: { endedSecondsAgo: 7200 },
  queueSeconds: 30,
};
