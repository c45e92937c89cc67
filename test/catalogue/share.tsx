import type { ReactNode } from "react";
import { CreatedLink } from "@/components/share/created-link";
import InvalidLink from "@/components/share/invalid-link";
import { LandingPage } from "@/components/share/landing-page";
import LinkEnded from "@/components/share/link-ended";
import { ShareForm } from "@/components/share/share-form";
import { ShareLinkList } from "@/components/share/share-link-list";
import SharedPanels from "@/components/task/shared-panels";
import SharedWithoutData from "@/components/task/shared-without-data";
import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import type { ShareLink } from "@/lib/contract/share-link";
import { SHARE_SCOPES, type ShareScope } from "@/lib/domain/sharing/grant";
import { shopRun } from "@/test/factories/shop-run";
import { HOSTILE } from "./hostile";
import { nothing, type Panel } from "./panel";
import { SHARED_ROUTES } from "./pictures";

const SECRETS =
  "Sign in as ada@example.com, password: correct-horse-7, key sk-live-4b1f9c62d7e84a0fb3c2.";
const LINK: ShareLink = {
  id: "BBBBBBBBBBBBBBBBBBBBBA",
  scopes: ["status", "steps"],
  step: null,
  createdAt: "2026-03-01T11:58:00Z",
  expiresAt: "2026-03-08T11:58:00Z",
  who: null,
};
const LINKS: readonly ShareLink[] = [
  LINK,
  { ...LINK, id: "b", scopes: SHARE_SCOPES, step: 4, who: "ada" },
  { ...LINK, id: "c", scopes: ["status"], who: HOSTILE },
];
const ADDRESS = `https://watch.example/share#${"A".repeat(86)}`;

/** What somebody sees who follows a share link. */
export const SHARED: Panel = {
  id: "shared",
  title: "Page behind a share link",
  width: 27,
  isColumn: true,
  states: {
    opening: <LandingPage onRetry={null} />,
    "could not be opened": <LandingPage onRetry={nothing} />,
    "does not work": <InvalidLink />,
    "has ended": <LinkEnded />,
    "the upstream does not answer": withoutData("upstream-unavailable"),
    "the upstream limits us": withoutData("upstream-rate-limited"),
    "the task is gone": withoutData("task-gone"),
    "cannot be checked": withoutData("share-unconfirmed"),
    offline: withoutData("offline"),
    "status alone": panels(["status"]),
    "status and output": panels(["status", "output"]),
    "status, output and files": panels(["status", "output", "files"]),
  },
};

/** What is in the dialog that makes links and revokes them. */
export const SHARING: Panel = {
  id: "sharing",
  title: "Dialog of share links",
  width: 38,
  states: {
    "a new link": form(null),
    "a new link that opens at a step": form(4),
    "something looks like a secret": form(null, { memory: SECRETS }),
    busy: form(null, { isBusy: true }),
    "no links": list([]),
    links: list(LINKS),
    "a link that was made just now": (
      // Its field takes the keyboard, and here nobody asked for that.
      <div inert>
        <CreatedLink link={LINK} address={ADDRESS} />
      </div>
    ),
  },
};

function withoutData(code: ApiErrorCode): ReactNode {
  const problem = { code, retryAt: null, endsPolling: code === "task-gone" };
  return <SharedWithoutData problem={problem} isFetching={false} onRetry={nothing} />;
}

function panels(scopes: readonly ShareScope[]): ReactNode {
  const { task } = shopRun({
    status: "finished",
    output: "Fell Low, size 42, 118.00 euros",
    files: [{ id: "0a1b2c3d-0000-4000-8000-000000000001", name: "boots.csv" }],
  });
  return (
    <TaskRoutesContext value={SHARED_ROUTES}>
      <SharedPanels task={task} scopes={scopes} />
    </TaskRoutesContext>
  );
}

function form(step: number | null, more: { memory?: string; isBusy?: boolean } = {}): ReactNode {
  const { memory = "", isBusy = false } = more;
  const { task, steps } = shopRun({}, 2);
  const content = { task, steps: steps.map((one) => ({ ...one, memory })) };
  return (
    <div className="p-4">
      <ShareForm step={step} content={content} isBusy={isBusy} onMake={nothing} />
    </div>
  );
}

function list(links: readonly ShareLink[]): ReactNode {
  return (
    <div className="p-4">
      <ShareLinkList
        links={links}
        addresses={{ [LINK.id]: ADDRESS }}
        isBusy={false}
        onRevoke={nothing}
      />
    </div>
  );
}
