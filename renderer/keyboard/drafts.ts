/** What somebody typed on a screen, which keeps it while others are looked at: a slip, a registration. */
type Kept = {
  /** Whose it is; null where there is nothing. */
  readonly owner: () => string | null
  readonly drop: () => void
}

const drafts: Kept[] = []
let user: string | null = null

/** Says of a screen that it keeps what was typed there; once, where it is kept. */
export const keepDrafts = (kept: Kept): void => void drafts.push(kept)

/** Who works at the window from now on; what others left there is none of their drafts. */
export function beginDrafts(userId: string | null): void {
  user = userId
}

/** Whether a screen, shown or not, holds something of whoever works that is not posted or saved. */
export const holdsDraft = (): boolean => user !== null && drafts.some(({ owner }) => owner() === user)

/** Forgets them: whoever typed them leaves without. */
export const dropDrafts = (): void => {
  for (const { drop } of drafts) drop()
}
