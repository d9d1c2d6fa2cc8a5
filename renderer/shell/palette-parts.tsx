import { Kbd } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { Amount } from '../components/amount.tsx'
import { Identifier } from '../components/bidi.tsx'
import { keyCaption } from '../keyboard/keys.ts'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'

export type PaletteItem = {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  readonly run: () => void
  readonly identifier?: string
  readonly detail?: string
  readonly amount?: { readonly value: string; readonly currency: string }
  readonly keys?: string
}

/** The part that was typed, marked within what was found. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase())
  if (at === -1) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  )
}

/** What is shown after the name: number, detail, balance, key. */
export function PaletteAside({ item }: { readonly item: PaletteItem }) {
  return (
    <>
      {item.identifier !== undefined && (
        <span className={typography.secondary}>
          <Identifier>{item.identifier}</Identifier>
        </span>
      )}
      {item.detail !== undefined && <span className={typography.secondary}>{item.detail}</span>}
      <span className={layout.grow} />
      {item.amount !== undefined && <Amount {...item.amount} withCurrency />}
      {item.keys !== undefined && <Kbd aria-hidden>{keyCaption(item.keys)}</Kbd>}
    </>
  )
}
