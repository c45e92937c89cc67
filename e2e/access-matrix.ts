/** Who may use an address: an operator, the holder of a share link for it, or anyone. */
export type AccessClass = "operator" | "share" | "anyone";

/** One file of `app/` or `public/` that answers requests, who it answers, and an address of it. */
export type AccessRow = {
  file: string;
  access: AccessClass;
  /** For `anyone`: why that is right. */
  because?: string;
  /** Addresses to try; `{task}` stands for a task's id. */
  paths: readonly string[];
  methods?: readonly string[];
};

const TASK = "/api/tasks/{task}";
/** A share link that nobody made. */
const NO_SHARE = "AAAAAAAAAAAAAAAAAAAAAA";
const SHARE = `/api/share/${NO_SHARE}`;

/**
 * Every page, route handler, metadata and image file under `app/`, and every file of `public/`. A file without a row fails the tests, and so does
 * a row whose file does not ask for what it says.
 */
export const ACCESS_MATRIX: readonly AccessRow[] = [
  { file: "page.tsx", access: "operator", paths: ["/"] },
  { file: "board/page.tsx", access: "operator", paths: ["/board?ids={task}", "/board"] },
  {
    file: "compare/page.tsx",
    access: "operator",
    paths: ["/compare?a={task}&b={task}", "/compare"],
  },
  { file: "status/page.tsx", access: "operator", paths: ["/status"] },
  {
    file: "tasks/[taskId]/page.tsx",
    access: "operator",
    paths: ["/tasks/{task}", "/tasks/{task}?step=2", "/tasks/not-a-task"],
  },
  { file: "api/board/route.ts", access: "operator", paths: ["/api/board?ids={task}"] },
  { file: "api/tasks/route.ts", access: "operator", paths: ["/api/tasks"] },
  { file: "api/tasks/[taskId]/route.ts", access: "operator", paths: [TASK] },
  {
    file: "api/tasks/[taskId]/files/[fileId]/route.ts",
    access: "operator",
    paths: [`${TASK}/files/{task}`],
  },
  {
    file: "api/tasks/[taskId]/uploads/[fileId]/route.ts",
    access: "operator",
    paths: [`${TASK}/uploads/{task}`],
  },
  { file: "api/tasks/[taskId]/logs/route.ts", access: "operator", paths: [`${TASK}/logs`] },
  { file: "api/tasks/[taskId]/output/route.ts", access: "operator", paths: [`${TASK}/output`] },
  {
    file: "api/tasks/[taskId]/steps/[step]/route.ts",
    access: "operator",
    paths: [`${TASK}/steps/1`],
  },
  {
    file: "api/tasks/[taskId]/steps/[step]/screenshot/route.ts",
    access: "operator",
    paths: [`${TASK}/steps/1/screenshot`, `${TASK}/steps/1/screenshot?w=160`],
  },
  { file: "api/tasks/[taskId]/changes/route.ts", access: "operator", paths: [`${TASK}/changes`] },
  { file: "api/tasks/[taskId]/session/route.ts", access: "operator", paths: [`${TASK}/session`] },
  {
    file: "api/tasks/[taskId]/recording/route.ts",
    access: "operator",
    paths: [`${TASK}/recording`, `${TASK}/recording?browser={task}`],
  },
  {
    file: "api/tasks/[taskId]/live/route.ts",
    access: "operator",
    paths: [`${TASK}/live`],
    methods: ["POST"],
  },
  {
    file: "api/tasks/[taskId]/control/route.ts",
    access: "operator",
    paths: [`${TASK}/control`],
    methods: ["GET", "POST"],
  },
  { file: "api/tasks/[taskId]/queue/route.ts", access: "operator", paths: [`${TASK}/queue`] },
  {
    file: "api/tasks/[taskId]/share-links/route.ts",
    access: "operator",
    paths: [`${TASK}/share-links`],
    methods: ["GET", "POST"],
  },
  {
    file: "api/tasks/[taskId]/share-links/[shareId]/route.ts",
    access: "operator",
    paths: [`${TASK}/share-links/${NO_SHARE}`],
    methods: ["DELETE"],
  },
  {
    file: "api/tasks/[taskId]/seen/route.ts",
    access: "operator",
    paths: [`${TASK}/seen`, `${TASK}/seen?key=end`],
    methods: ["POST", "DELETE"],
  },
  { file: "api/seen/route.ts", access: "operator", paths: ["/api/seen?ids={task}"] },
  { file: "share/[shareId]/page.tsx", access: "share", paths: [`/share/${NO_SHARE}`] },
  { file: "api/share/[shareId]/route.ts", access: "share", paths: [SHARE] },
  {
    file: "api/share/[shareId]/files/[fileId]/route.ts",
    access: "share",
    paths: [`${SHARE}/files/{task}`],
  },
  { file: "api/share/[shareId]/changes/route.ts", access: "share", paths: [`${SHARE}/changes`] },
  { file: "api/share/[shareId]/output/route.ts", access: "share", paths: [`${SHARE}/output`] },
  {
    file: "api/share/[shareId]/steps/[step]/route.ts",
    access: "share",
    paths: [`${SHARE}/steps/1`],
  },
  {
    file: "api/share/[shareId]/steps/[step]/screenshot/route.ts",
    access: "share",
    paths: [`${SHARE}/steps/1/screenshot`, `${SHARE}/steps/1/screenshot?w=160`],
  },
  {
    file: "share/page.tsx",
    access: "anyone",
    because: "It takes a link's token out of the address; it tells nothing of what is behind it.",
    paths: ["/share"],
  },
  {
    file: "api/share/route.ts",
    access: "anyone",
    because: "Whoever has a link has nothing else; its token is what is checked.",
    paths: ["/api/share"],
    methods: ["POST"],
  },
  {
    file: "api/sessions/route.ts",
    access: "operator",
    paths: ["/api/sessions"],
    methods: ["DELETE"],
  },
  {
    file: "api/session/route.ts",
    access: "anyone",
    because: "Who signs in has no session yet, and signing out twice is no error.",
    paths: ["/api/session"],
    methods: ["POST", "DELETE"],
  },
  {
    file: "sign-in/page.tsx",
    access: "anyone",
    because: "It is where one signs in; it tells nothing of what is behind it.",
    paths: ["/sign-in", "/sign-in?task={task}"],
  },
  {
    file: "healthz/route.ts",
    access: "anyone",
    because: "A probe of the platform gets one word.",
    paths: ["/healthz"],
  },
  {
    file: "readyz/route.ts",
    access: "anyone",
    because: "A probe of the platform gets one word.",
    paths: ["/readyz"],
  },
  {
    file: "metrics/route.ts",
    access: "anyone",
    because: "A program reads it that has no session: the handler asks for METRICS_TOKEN itself.",
    paths: ["/metrics"],
  },
  {
    file: "icon.svg",
    access: "anyone",
    because: "It is the product's own mark.",
    paths: ["/icon.svg"],
  },
  {
    file: "public/apple-touch-icon.png",
    access: "anyone",
    because: "It is the product's own mark.",
    paths: ["/apple-touch-icon.png"],
  },
  {
    file: "public/icon-192.png",
    access: "anyone",
    because: "It is the product's own mark.",
    paths: ["/icon-192.png"],
  },
  {
    file: "public/icon-512.png",
    access: "anyone",
    because: "It is the product's own mark.",
    paths: ["/icon-512.png"],
  },
  {
    file: "public/manifest.webmanifest",
    access: "anyone",
    because:
      "A browser that keeps the page as an app reads it without a session; it names the product alone.",
    paths: ["/manifest.webmanifest"],
  },
  {
    file: "public/robots.txt",
    access: "anyone",
    because: "It lets crawlers read that nothing here is to be indexed.",
    paths: ["/robots.txt"],
  },
  {
    file: "public/social.png",
    access: "anyone",
    because: "The preview of a link shows the product's own mark.",
    paths: ["/social.png"],
  },
];
