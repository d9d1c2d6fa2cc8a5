import { useEffect, useRef, useState } from 'react'

/**
 * Runs the action at once, or as soon as what it needs has arrived, so that a fast user presses only once.
 * `waiting` is true from such a press until it has acted.
 */
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
  return {
    waiting: pressed && !ready,
    press: () => (ready ? act() : setPressed(true)),
    withdraw: () => setPressed(false),
  }
}
