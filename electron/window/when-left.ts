import { powerMonitor } from 'electron'

/** How often the system is asked for how long nobody has touched it, in milliseconds. */
const LOOK_EVERY = 2_000

/**
 * Locks when the computer is locked, goes to sleep or shuts down, and after so many seconds in which nobody touched it: asked of the system
 * by the main process, whatever the page's own timer does. Where the desktop does not tell the time, the page's timer is left.
 */
export function lockWhenLeft(seconds: number, lock: () => void): void {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
  powerMonitor.on('shutdown', lock)
  // macOS: another user of the computer takes over.
  powerMonitor.on('user-did-resign-active', lock)
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= seconds) lock()
  }, LOOK_EVERY).unref()
}
