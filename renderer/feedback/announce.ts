import { notifications } from '@mantine/notifications'
import { create } from 'zustand'

/** What a screen reader announces politely. The count makes a repeated sentence announced again. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}))

/** Nobody works here, as under the lock: what is answered only now may name a customer, and somebody else may listen. */
let unattended = false

/** Announces to screen readers what others see on the screen, to whoever works there. Texts come from the catalogues. */
export const announce = (text: string): void => {
  if (!unattended) announceToAll(text)
}

/** Announces what anybody may hear who stands at the workstation. */
export const announceToAll = (text: string): void =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }))

/** From now on somebody works here, or nobody does: then what was announced and shown is taken back. */
export function attend(by: 'somebody' | 'nobody'): void {
  unattended = by === 'nobody'
  if (unattended) forgetMessages()
}

/** Takes back what was announced and shown: it may name a customer, and somebody else may look now. */
function forgetMessages(): void {
  useAnnouncement.setState({ text: '' })
  notifications.clean()
}
