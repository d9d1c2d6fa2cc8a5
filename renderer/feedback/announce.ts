import { notifications } from '@mantine/notifications'
import { create } from 'zustand'

/** What a screen reader announces politely. The count makes a repeated sentence announced again. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}))

/** Announces to screen readers what others see on the screen. Texts come from the catalogues. */
export const announce = (text: string) =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }))

/** Takes back what was announced and shown: it may name a customer, and somebody else may look now. */
export function forgetMessages(): void {
  useAnnouncement.setState({ text: '' })
  notifications.clean()
}
