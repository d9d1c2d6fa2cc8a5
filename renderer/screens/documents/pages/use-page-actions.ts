import { useState } from 'react'
import { messageFor } from '../../../feedback/messages.ts'
import { notify } from '../../../feedback/notify.ts'
import { currentOf, type Edit, type PageEntry, selectedOf } from './entry.ts'
import type { Entries } from './use-entries.ts'

/** Which page is looked at, and what can be done with it; null where it cannot be done now. `onEmpty`: the last one was removed. */
export function usePageActions(pages: Entries, onEmpty: () => void) {
  const { entries } = pages
  const [chosen, select] = useState<string | null>(null)
  const [cropping, setCropping] = useState<string | null>(null)
  const entry = selectedOf(entries, chosen)
  const page = entry?.kind === 'page' && !entry.busy ? entry : null
  const at = entry === undefined ? -1 : entries.indexOf(entry)
  const change = async (wanted: PageEntry, edit: Edit) => {
    const failure = await pages.edit(wanted, edit)
    if (failure !== null) notify(messageFor(failure))
  }
  const turned = (wanted: PageEntry) => {
    const { corners, quarters } = currentOf(wanted).edit
    void change(wanted, { corners, quarters: (quarters + 1) % 4 })
  }
  const remove = () => {
    if (entry === undefined) return
    pages.remove(entry.id)
    const next = entries[at + 1] ?? entries[at - 1]
    select(next?.id ?? null)
    if (next === undefined) onEmpty()
  }
  const move = (step: 1 | -1) => () => {
    if (entry === undefined) return
    select(entry.id)
    pages.move(entry.id, step)
  }
  return {
    entry,
    select,
    cropping: page !== null && page.id === cropping ? page : null,
    endCrop: () => setCropping(null),
    cut: (wanted: PageEntry, corners: Edit['corners']) => {
      setCropping(null)
      void change(wanted, { corners, quarters: currentOf(wanted).edit.quarters })
    },
    turn: page === null ? null : () => turned(page),
    crop: page === null ? null : () => setCropping(page.id),
    undo: page === null || page.versions.length === 1 ? null : () => pages.undo(page),
    earlier: at <= 0 ? null : move(-1),
    later: at === -1 || at === entries.length - 1 ? null : move(1),
    remove,
  }
}

export type PageActions = ReturnType<typeof usePageActions>
