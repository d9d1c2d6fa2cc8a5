import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/use-keys.ts'
import { nextRotation, stepZoom, type Rotation } from './fit.ts'

/** How a document is looked at: zoom, rotation and page, and the keys that change them. */
export function usePreviewControls() {
  const { t } = useTranslation('viewer')
  const [zoom, setZoom] = useState(1)
  const [rotation, setRotation] = useState<Rotation>(0)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const larger = () => setZoom(stepZoom(zoom, 1))
  const smaller = () => setZoom(stepZoom(zoom, -1))
  const rotate = () => setRotation(nextRotation(rotation))
  const previous = () => setPage(Math.max(page - 1, 1))
  const next = () => setPage(Math.min(page + 1, pages))
  useKeys({
    '+': { label: t('larger'), run: larger, minor: true },
    '-': { label: t('smaller'), run: smaller, minor: true },
    T: { label: t('rotate'), run: rotate, minor: true },
    '0': { label: t('whole'), run: () => setZoom(1), quiet: true },
    ...(pages > 1
      ? {
          'Shift+PageUp': { label: t('previousPage'), run: previous, quiet: true },
          'Shift+PageDown': { label: t('nextPage'), run: next, quiet: true },
        }
      : {}),
  })
  return { zoom, rotation, page, pages, setPages, larger, smaller, rotate, previous, next }
}

export type PreviewControls = ReturnType<typeof usePreviewControls>
