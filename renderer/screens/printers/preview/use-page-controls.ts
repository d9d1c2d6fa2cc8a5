import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stepZoom } from '../../../components/preview/fit.ts'
import type { KeyBindings } from '../../../keyboard/keys.ts'

/** Which page is looked at, how large, and the keys that change it. */
export function usePageControls(pages: number) {
  const { t } = useTranslation('viewer')
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  const larger = () => setZoom(stepZoom(zoom, 1))
  const smaller = () => setZoom(stepZoom(zoom, -1))
  const previous = () => setPage(Math.max(page - 1, 1))
  const next = () => setPage(Math.min(page + 1, pages))
  const turning: KeyBindings = {
    PageUp: { label: t('previousPage'), run: previous, disabled: page === 1 },
    PageDown: { label: t('nextPage'), run: next, disabled: page === pages },
  }
  const keys: KeyBindings = {
    ...(pages > 1 ? turning : {}),
    '+': { label: t('larger'), run: larger, minor: true },
    '-': { label: t('smaller'), run: smaller, minor: true },
    '0': { label: t('whole'), run: () => setZoom(1), quiet: true },
  }
  return { keys, controls: { zoom, page, pages, larger, smaller, previous, next } }
}
