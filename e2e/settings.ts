/** Where the end-to-end run finds its two servers, and the key they share: a canary that must turn up nowhere. */
export const PRODUCT_PORT = Number(process.env.E2E_PRODUCT_PORT ?? 3310);
export const EMULATOR_PORT = Number(process.env.E2E_EMULATOR_PORT ?? 4310);
export const PRODUCT = `http://127.0.0.1:${String(PRODUCT_PORT)}`;
export const EMULATOR = `http://127.0.0.1:${String(EMULATOR_PORT)}`;
export const API_KEY = "bu_canary_4b1f9c62d7e84a0f";
export const SERVER_LOG = "test-results/server.log";
