import { useRef, useState } from 'react'

/** The reason for a rejection, typed or taken from a common one. Without a reason, rejecting asks for it. */
export function useReason(onReject: (reason: string) => void) {
  const [reason, setReason] = useState('')
  const [pressed, setPressed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const given = reason.trim()
  const choose = (common: string) => {
    setReason(common)
    field.current?.focus()
  }
  const reject = () => {
    setPressed(true)
    if (given === '') field.current?.focus()
    else onReject(given)
  }
  return { reason, setReason, choose, reject, missing: pressed && given === '', field }
}
