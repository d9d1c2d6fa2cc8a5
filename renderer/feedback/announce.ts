import { create } from 'zustand'

/** What a screen reader is told politely. The count makes the same sentence heard twice. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}))

/** Says something that a sighted person sees happen. Words come from the catalogues. */
export const announce = (text: string) =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }))
