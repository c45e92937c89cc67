import "server-only";
import type { Notice, NoticeFormat } from "@/lib/contract/notice";
import { discordBody } from "./discord-body";
import { slackBody } from "./slack-body";
import { teamsBody } from "./teams-body";

const MAKERS: Record<NoticeFormat, (notice: Notice) => object> = {
  json: (notice) => ({ version: 1, ...notice }),
  slack: slackBody,
  discord: discordBody,
  teams: teamsBody,
};

/** The JSON text that is sent. docs/notify.md has its shape for programs. */
export function noticeBody(notice: Notice, format: NoticeFormat): string {
  return JSON.stringify(MAKERS[format](notice));
}
