import { notifications } from '@mantine/notifications'
import { announceToAll } from './announce.ts'

/**
 * Shows in a corner, for a while, what happened elsewhere, without a customer's name. What happens on this screen is shown in its place.
 * Returns a function that removes the message, for when it is no longer true.
 */
export function notify(message: string): () => void {
  const id = notifications.show({ message, autoClose: 6_000, withCloseButton: false })
  announceToAll(message)
  return () => notifications.hide(id)
}
