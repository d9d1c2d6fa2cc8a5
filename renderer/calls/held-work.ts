import { create } from 'zustand'

/** How many postings are on their way or of unknown outcome: while there are any, nobody may leave the screen. */
export const useHeldWork = create<{ readonly held: number }>(() => ({ held: 0 }))

/** Holds the screen until the returned function is called. */
export function holdWork(): () => void {
  useHeldWork.setState(({ held }) => ({ held: held + 1 }))
  return () => useHeldWork.setState(({ held }) => ({ held: held - 1 }))
}

export const workIsHeld = () => useHeldWork.getState().held > 0
