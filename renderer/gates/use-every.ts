import { useEffect, useRef } from 'react'

/** Does something again every so many milliseconds, as long as it is wanted. */
export function useEvery(ms: number, wanted: boolean, act: () => void): void {
  const newest = useRef(act)
  useEffect(() => {
    newest.current = act
  })
  useEffect(() => {
    if (!wanted) return undefined
    const timer = setInterval(() => newest.current(), ms)
    return () => clearInterval(timer)
  }, [ms, wanted])
}
