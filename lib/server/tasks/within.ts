import "server-only";

/** What `reading` brings within so many milliseconds, otherwise `late`. The reading goes on. */
export async function within<T>(ms: number, reading: Promise<T>, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, late);
  });
  try {
    return await Promise.race([reading, enough]);
  } finally {
    clearTimeout(timer);
  }
}
