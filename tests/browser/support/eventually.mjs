// Waiting for what the page does in its own time.
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE = 50;

/** Calls `look` until it throws no more, and returns what it returns. After `within` milliseconds throws what it threw last. */
export async function eventually(look, within = 5_000) {
  const end = performance.now() + within;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
    await sleep(PAUSE);
  }
}
