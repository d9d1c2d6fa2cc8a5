import { useRef, useState } from 'react'
import type { Change } from '../accounts/status-change.tsx'

export type Panel =
  | { readonly kind: 'details' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'upload' }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'account' }
  | { readonly kind: 'change'; readonly change: Change }

const DETAILS: Panel = { kind: 'details' }

/** What the page shows besides the customer. Closing it gives the focus back to what opened it, or to the page. */
export function usePanel() {
  const [panel, setPanel] = useState<Panel>(DETAILS)
  const [said, setSaid] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const open = (next: Panel) => {
    if (panel.kind === 'details') opener.current = document.activeElement
    setSaid(null)
    setPanel(next)
  }
  /** `message` says what was done; it stays on the page until the next thing is begun. */
  const close = (message: string | null = null) => {
    setPanel(DETAILS)
    setSaid(message)
    const before = opener.current
    requestAnimationFrame(() => {
      // What opened the panel may have been drawn anew meanwhile; then the page itself takes the focus.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else page.current?.focus()
    })
  }
  return { panel, open, close, page, said }
}
