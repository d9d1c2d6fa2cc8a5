import { useEffect, useEffectEvent } from 'react'
import { useWhenReady } from '../../keyboard/use-when-ready.ts'

/**
 * A press of Approve while the document is still being drawn is held until it is shown. Any other key and any click withdraw it,
 * because whoever does something else has changed their mind.
 */
export function useHeldApproval(shown: boolean, approve: () => void) {
  const { waiting, press, withdraw } = useWhenReady(shown, approve)
  const onOther = useEffectEvent((event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.key.toUpperCase() !== 'A') withdraw()
  })
  useEffect(() => {
    if (!waiting) return undefined
    const listen = (event: Event) => onOther(event)
    // Before the key does its own work, which may stop the event.
    window.addEventListener('keydown', listen, true)
    window.addEventListener('pointerdown', listen, true)
    return () => {
      window.removeEventListener('keydown', listen, true)
      window.removeEventListener('pointerdown', listen, true)
    }
  }, [waiting])
  return { waiting, press }
}
