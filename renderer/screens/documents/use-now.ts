import { useEffect, useState } from 'react'

const EVERY_MS = 30_000

/** The current time in milliseconds, renewed every half minute, so that what is shown of it does not go stale. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
