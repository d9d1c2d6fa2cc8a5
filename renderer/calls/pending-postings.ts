/** How many postings are being sent or have an unknown outcome: while there are any, the screen cannot be left. */
let pending = 0

/** Keeps the screen open until the returned function is called. */
export function addPendingPosting(): () => void {
  pending += 1
  return () => {
    pending -= 1
  }
}

export const isPostingPending = () => pending > 0

/** Keys whose answer nobody here waits for any more, although what became of them is not known: the newest hundred. */
let lost: readonly string[] = []

export const loseKey = (key: string): void => {
  lost = [...lost, key].slice(-100)
}
export const lostKeys = (): string[] => [...lost]
