import { type RefObject, useEffect } from 'react'

/** Shows a page in an <img> or an SVG <image>. Its address belongs to this window only and is revoked with it. */
export function usePageAddress<E extends Element>(
  element: RefObject<E | null>,
  attribute: 'src' | 'href',
  jpeg: Uint8Array,
): void {
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }))
    element.current?.setAttribute(attribute, url)
    return () => URL.revokeObjectURL(url)
  }, [element, attribute, jpeg])
}
