import { useEffect, useRef, useState } from 'react'

/** Acts at once, or as soon as what it needs is there: whoever types faster than the answers come presses only once. */
export function useWhenReady(ready: boolean, act: () => void) {
  const [pressed, setPressed] = useState(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = () => {
      setPressed(false)
      act()
    }
  })
  useEffect(() => {
    if (pressed && ready) latest.current()
  }, [pressed, ready])
  return { waiting: pressed && !ready, press: () => (ready ? act() : setPressed(true)) }
}
