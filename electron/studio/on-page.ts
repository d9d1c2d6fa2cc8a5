/** Told after each page: how many are done, of how many. */
export type OnPage = (done: number, of: number) => void
