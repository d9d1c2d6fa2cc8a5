import { useEffect, useRef } from 'react'

const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `lock` after so many seconds without a key or the mouse; zero never locks. */
export function useIdleLock(seconds: number, enabled: boolean, lock: () => void): void {
  const latest = useRef(lock)
  useEffect(() => {
    latest.current = lock
  })
  useEffect(() => {
    if (!enabled || seconds <= 0) return undefined
    const start = () => window.setTimeout(() => latest.current(), seconds * 1000)
    let timer = start()
    const restart = () => {
      window.clearTimeout(timer)
      timer = start()
    }
    for (const event of ACTIVITY) window.addEventListener(event, restart, { passive: true, capture: true })
    return () => {
      window.clearTimeout(timer)
      for (const event of ACTIVITY) window.removeEventListener(event, restart, { capture: true })
    }
  }, [seconds, enabled])
}
