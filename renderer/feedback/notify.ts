import { notifications } from '@mantine/notifications'
import { announce } from './announce.ts'

/**
 * Tells of what happened elsewhere, in a corner, for a while. What happens here is shown where it happens.
 * Answers what takes the message away again, for when it is no longer true.
 */
export function notify(message: string): () => void {
  const id = notifications.show({ message, autoClose: 6_000, withCloseButton: false })
  announce(message)
  return () => notifications.hide(id)
}
