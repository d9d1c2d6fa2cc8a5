/** The part of checks.mjs that TypeScript programs use. */
export function findElectron(): { binary?: string; reason?: string }
