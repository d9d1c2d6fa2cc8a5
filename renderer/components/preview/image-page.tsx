import { useEffect, useRef, useState, type RefObject } from 'react'
import { fitScale, turned, type Size, type Turn } from './fit.ts'

export type PageProps = {
  readonly content: Uint8Array
  /** What the picture shows, for screen readers. */
  readonly label: string
  readonly stage: Size
  readonly zoom: number
  readonly turn: Turn
  readonly onUnreadable: () => void
}

/** A picture, turned by the style: its bytes stay as they were stored. */
export function ImagePage({
  content,
  mediaType,
  label,
  stage,
  zoom,
  turn,
  onUnreadable,
}: PageProps & { readonly mediaType: string }) {
  const picture = useRef<HTMLImageElement>(null)
  useObjectUrl(picture, content, mediaType)
  const [natural, setNatural] = useState<Size | null>(null)
  const scale = natural === null ? 0 : fitScale(natural, stage, turn) * zoom
  const width = (natural?.width ?? 0) * scale
  const height = (natural?.height ?? 0) * scale
  return (
    <div className="viewer-page" style={turned({ width, height }, turn)}>
      <img
        ref={picture}
        alt={label}
        draggable={false}
        style={{ width, height, rotate: `${turn}deg` }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
        onError={onUnreadable}
      />
    </div>
  )
}

/** Gives the picture an address for bytes that never leave the window, and takes it back with the picture. */
function useObjectUrl(picture: RefObject<HTMLImageElement | null>, content: Uint8Array, mediaType: string) {
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mediaType }))
    if (picture.current !== null) picture.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [picture, content, mediaType])
}
