import { useEffect, useRef } from 'react'

/** For what takes the place of the button that was pressed: has the focus when it appears, if nothing else has it. Give it `tabIndex={-1}`. */
export function useFocusIfLost<T extends HTMLElement>() {
  const part = useRef<T>(null)
  useEffect(() => {
    const { activeElement, body } = document
    if (activeElement === null || activeElement === body) part.current?.focus()
  }, [])
  return part
}
