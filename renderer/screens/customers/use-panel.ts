import { useEffect, useRef, useState } from 'react'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { useLeave } from '../../app/use-leave.ts'
import type { StandingFormKind } from '../documents/standing-form.tsx'
import type { Change } from '../accounts/use-status-change.ts'

export type Panel =
  | { readonly kind: 'details' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'status' }
  | { readonly kind: 'correction' }
  | { readonly kind: 'upload' }
  | { readonly kind: 'timeline' }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'party'; readonly replaces: PartyView | null }
  | { readonly kind: 'partyEnd'; readonly party: PartyView }
  | { readonly kind: 'standing'; readonly form: StandingFormKind }
  | { readonly kind: 'account' }
  | { readonly kind: 'change'; readonly change: Change }

const DETAILS: Panel = { kind: 'details' }

/** What the page shows besides the customer. Another panel is opened over something typed only when asked twice. Closing it returns the focus to what opened it, or to the page. */
export function usePanel() {
  const [panel, setPanel] = useState<Panel>(DETAILS)
  const [said, setSaid] = useState<string | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const opener = useRef<Element | null>(null)
  const closed = useRef(false)
  const { asked } = useLeave()
  const begin = (next: Panel) => {
    if (panel.kind === 'details') opener.current = document.activeElement
    setSaid(null)
    setPanel(next)
  }
  const open = (next: Panel) =>
    next.kind === 'details' ? begin(next) : asked(JSON.stringify(next), () => begin(next))
  /** `message` says what was done; it stays on the page until the next panel is opened. */
  const close = (message: string | null = null) => {
    setPanel(DETAILS)
    setSaid(message)
    closed.current = true
  }
  // What takes the focus exists only after the page has been drawn again.
  useEffect(() => {
    if (panel.kind !== 'details' || !closed.current) return
    closed.current = false
    const before = opener.current
    const still = before instanceof HTMLElement && before.isConnected && before !== document.body
    if (still) before.focus()
    else page.current?.focus()
  }, [panel])
  return { panel, open, close, page, said }
}
