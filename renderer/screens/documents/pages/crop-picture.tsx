import { useRef } from 'react'
import type { Corners } from '../../../../shared/reading/page.ts'
import { turned, turnedSize } from './corners.ts'
import type { PageEntry } from './entry.ts'
import { usePageAddress } from './use-page-address.ts'
import styles from './crop-editor.module.css'

type Props = { readonly page: PageEntry; readonly quarters: number; readonly corners: Corners }

/** Where the upper left corner of the page goes when it is turned about it. */
const SHIFT = [
  () => [0, 0],
  (_: number, high: number) => [high, 0],
  (wide: number, high: number) => [wide, high],
] as const

/** The page as it came, turned as it is seen, with the part that stays. */
export function CropPicture({ page: { original, name }, quarters, corners }: Props) {
  const picture = useRef<SVGImageElement>(null)
  usePageAddress(picture, 'href', original.jpeg)
  const { width, height } = original
  const seen = turnedSize(original, quarters)
  const shift = SHIFT[quarters]?.(width, height) ?? [0, width]
  const shape = corners.map((corner) => turned(corner, original, quarters).join(',')).join(' ')
  return (
    <svg className={styles.picture} viewBox={`0 0 ${seen.width} ${seen.height}`} role="img" aria-label={name}>
      <image
        ref={picture}
        width={width}
        height={height}
        transform={`translate(${shift.join(' ')}) rotate(${quarters * 90})`}
      />
      <polygon className={styles.shape} points={shape} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
