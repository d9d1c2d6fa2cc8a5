import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useLayoutEffect, useRef } from 'react'
import { fittingKeys, type Yielding } from './fitting-keys.ts'

type Listed = { readonly name: string; readonly yields: Yielding }

/**
 * Marks the keys of the bar that have no room. All of them are drawn and measured whenever one changes or the window does; those that are
 * left out stand behind the others, where nobody sees them.
 */
export function useFittingKeys(keys: readonly Listed[]) {
  const { ref, width: room } = useElementSize<HTMLDivElement>()
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (room === 0) return
    const drawn = [...(list.current?.children ?? [])]
    const measured = keys.map((key, at) => ({ ...key, width: drawn[at]?.getBoundingClientRect().width ?? 0 }))
    const fit = new Set(fittingKeys(measured, room).map(({ name }) => name))
    for (const [at, { name }] of keys.entries()) drawn[at]?.toggleAttribute('data-left-out', !fit.has(name))
  })
  return useMergedRef(ref, list)
}
