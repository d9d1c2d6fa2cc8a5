import { useEffect, useRef, useState } from 'react'
import { isTooLarge, pictureSize } from '../../../shared/rules/picture-size.ts'
import { fitScale, rotatedSize, type Size, type Rotation } from './fit.ts'
import { classes } from '../../theme/classes.ts'
import styles from '../document-viewer.module.css'

export type PageProps = {
  readonly content: Uint8Array
  /** What the picture shows, for screen readers. */
  readonly label: string
  readonly stage: Size
  readonly zoom: number
  readonly rotation: Rotation
  /** All of the page was drawn; pages count from 1. */
  readonly onDrawn: (page: number) => void
  readonly onUnreadable: () => void
}

/** A picture, rotated by its style, so that its bytes stay as they were stored. */
export function ImagePage({
  content,
  mediaType,
  label,
  stage,
  zoom,
  rotation,
  onDrawn,
  onUnreadable,
}: PageProps & { readonly mediaType: string }) {
  const picture = useRef<HTMLImageElement>(null)
  // The address belongs to this window only and is revoked with the picture, so the bytes never leave the window.
  useEffect(() => {
    const size = pictureSize(content)
    // Judged by its header: drawing it would take gigabytes.
    if (size === null || isTooLarge(size)) return onUnreadable()
    const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mediaType }))
    let active = true
    picture.current?.setAttribute('src', url)
    // Loaded is not drawn: a damaged picture loads and cannot be decoded.
    picture.current?.decode().then(
      () => active && onDrawn(1),
      () => active && onUnreadable(),
    )
    return () => {
      active = false
      URL.revokeObjectURL(url)
    }
  }, [content, mediaType, onDrawn, onUnreadable])
  const [natural, setNatural] = useState<Size | null>(null)
  const scale = natural === null ? 0 : fitScale(natural, stage, rotation) * zoom
  const width = (natural?.width ?? 0) * scale
  const height = (natural?.height ?? 0) * scale
  return (
    <div className={classes(styles.page, styles.picture)} style={rotatedSize({ width, height }, rotation)}>
      <img
        ref={picture}
        alt={label}
        draggable={false}
        style={{ width, height, rotate: `${rotation}deg` }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
      />
    </div>
  )
}
