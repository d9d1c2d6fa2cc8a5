import { useEffect, useRef } from 'react'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `lock` after so many seconds without a key or the mouse. Zero seconds: never. */
export function useIdleLock(seconds: number, enabled: boolean, lock: () => void): void {
  const latest = useRef(lock)
  useEffect(() => {
    latest.current = lock
  })
  useEffect(() => {
    if (!enabled || seconds <= 0) return undefined
    const start = () => window.setTimeout(() => latest.current(), seconds * 1000)
    let timer = start()
    const alive = () => {
      window.clearTimeout(timer)
      timer = start()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    }
  }, [seconds, enabled])
}
