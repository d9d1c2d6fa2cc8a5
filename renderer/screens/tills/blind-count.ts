import { create } from 'zustand'

/** While a till is counted, nothing in the window may say what it should hold. */
export const useBlindCount = create<{ readonly counting: boolean }>(() => ({ counting: false }))

/** Hides the till's balance from the status bar until the returned function is called. */
export function beginBlindCount(): () => void {
  useBlindCount.setState({ counting: true })
  return () => useBlindCount.setState({ counting: false })
}
