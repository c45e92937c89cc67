import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { returnOfPage, signInPath, type ReadQuery } from "@/lib/contract/sign-in-return";
import { getApp } from "./get-app";

/** The query of a page, as Next gives it. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

const grantOfPage = async () => getApp().grantOfRequest(await headers());

/**
 * The first line of every page: leads whoever has no grant to the sign-in page, with the way back to the page at
 * `pathname`.
 */
export async function requireOperator(pathname: string, query: PageQuery): Promise<void> {
  if (!(await isOperator())) redirect(signInPath(returnOfPage(pathname, readerOf(query))));
}

/** Whether the one who asks for this page is an operator, for what a page says about itself. */
export async function isOperator(): Promise<boolean> {
  return (await grantOfPage()).grant !== null;
}

/** Who asks for this page, for the bar on top of it; `isSignedIn`: there is a session that can be ended here. */
export async function accessOfPage(): Promise<{ isOperator: boolean; isSignedIn: boolean }> {
  const decision = await grantOfPage();
  const isOperator = decision.grant !== null;
  return { isOperator, isSignedIn: isOperator && decision.by === "session" };
}

/** Reads one value of a query; a name that stands there twice counts as none. */
export function readerOf(query: PageQuery): ReadQuery {
  return (name) => {
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    return typeof value === "string" ? value : null;
  };
}
