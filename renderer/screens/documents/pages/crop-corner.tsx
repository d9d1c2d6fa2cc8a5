import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corners } from '../../../../shared/reading/page.ts'
import {
  CORNER_NAMES,
  type CornerNumber,
  stepOf,
  turned,
  turnedSize,
  unturned,
  withCorner,
} from './corners.ts'
import styles from './crop-editor.module.css'

type Props = {
  readonly at: CornerNumber
  readonly size: { readonly width: number; readonly height: number }
  readonly quarters: number
  readonly corners: Corners
  readonly onMove: (corners: Corners) => void
  readonly onEnter: () => void
}

/** How far an arrow key moves a corner, as a part of the page; with Shift a small step, to place it exactly. */
const STEP = { coarse: 0.01, fine: 0.001 } as const

/** One corner: dragged by the mouse, moved by the arrow keys, as the page is seen. */
export function CropCorner({ at, size, quarters, corners, onMove, onEnter }: Props) {
  const { t } = useTranslation('documents')
  const button = useRef<HTMLButtonElement>(null)
  const seen = turnedSize(size, quarters)
  const [x, y] = turned(corners[at], size, quarters)
  const put = (point: readonly [number, number]) =>
    onMove(withCorner(corners, at, unturned(point, size, quarters), size))
  const drag = (event: PointerEvent) => {
    const box = button.current?.parentElement?.getBoundingClientRect()
    if (box === undefined || button.current?.hasPointerCapture(event.pointerId) !== true) return
    put([
      ((event.clientX - box.left) / box.width) * seen.width,
      ((event.clientY - box.top) / box.height) * seen.height,
    ])
  }
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key)
    if (step === null && event.key !== 'Enter') return
    event.preventDefault()
    if (step === null) return onEnter()
    const length = (event.shiftKey ? STEP.fine : STEP.coarse) * Math.max(seen.width, seen.height)
    put([x + step[0] * length, y + step[1] * length])
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles.corner}
      autoFocus={at === 0}
      aria-label={t(`pages.corner.${CORNER_NAMES[at]}`)}
      style={{ left: `${(x / seen.width) * 100}%`, top: `${(y / seen.height) * 100}%` }}
      onPointerDown={(event) => button.current?.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  )
}
