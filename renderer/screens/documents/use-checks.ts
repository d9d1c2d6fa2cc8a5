import { useRef, useState } from 'react'

/** What the checker has to have seen before a document is approved. */
export const CHECKS = ['sharp', 'person', 'genuine'] as const
export type Check = (typeof CHECKS)[number]

/** The checks that are ticked; approving without all of them points to the first that is missing. */
export function useChecks() {
  const [ticked, setTicked] = useState<readonly Check[]>([])
  const [asked, setAsked] = useState(false)
  const boxes = useRef<HTMLFieldSetElement>(null)
  const complete = ticked.length === CHECKS.length
  const toggle = (check: Check) =>
    setTicked((now) => (now.includes(check) ? now.filter((other) => other !== check) : [...now, check]))
  const askForMissing = () => {
    setAsked(true)
    boxes.current?.querySelector<HTMLInputElement>('input:not(:checked)')?.focus()
  }
  return { ticked, toggle, complete, missing: asked && !complete, askForMissing, boxes }
}
