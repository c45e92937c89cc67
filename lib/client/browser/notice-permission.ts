/** Whether the browser lets this site notify the reader; `unsupported` where it cannot, and on the server. */
export function permission(): NotificationPermission | "unsupported" {
  return typeof window !== "undefined" && canNotify() ? Notification.permission : "unsupported";
}

/** Browsers on Android have the constructor and throw when it is used: pages there need a service worker. */
export function canNotify(): boolean {
  return "Notification" in window && !/Android/i.test(navigator.userAgent);
}
