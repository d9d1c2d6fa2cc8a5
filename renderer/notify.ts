import { notifications } from '@mantine/notifications'
import { announce } from './announce.ts'

/** Tells of what happened elsewhere, in a corner, for a while. What happens here is shown where it happens. */
export function notify(message: string): void {
  notifications.show({ message, autoClose: 6_000, withCloseButton: false })
  announce(message)
}
