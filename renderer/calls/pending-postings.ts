/** How many postings are on their way or of unknown outcome: while there are any, nobody may leave the screen. */
let pending = 0

/** Keeps the screen open until the returned function is called. */
export function addPendingPosting(): () => void {
  pending += 1
  return () => {
    pending -= 1
  }
}

export const isPostingPending = () => pending > 0
