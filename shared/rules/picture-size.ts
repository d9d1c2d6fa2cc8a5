/** How large a picture is, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number }

/** 50 megapixels are an A4 page of 600 dpi with room to spare; drawing takes four bytes of memory for each. */
export const MAX_MEGAPIXELS = 50
const MAX_SIDE = 20_000

/** Whether a picture takes more memory than a document may. */
export const isTooLarge = ({ width, height }: PictureSize): boolean =>
  width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_MEGAPIXELS * 1_000_000

/** The size that the header of a PNG, JPEG or WebP states, read without decoding it; null when there is none. */
export function pictureSize(content: Uint8Array): PictureSize | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (content[0] === 0x89) return pngSize(view)
  if (content[0] === 0x52) return webpSize(view)
  return content[0] === 0xff && content[1] === 0xd8 ? jpegSize(view) : null
}

/** IHDR is the first chunk: PNG (ISO/IEC 15948), section 11.2.2. */
function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null
  return sized(view.getUint32(16), view.getUint32(20))
}

/** The segments before the first scan, each with its length, up to the frame header: ITU-T T.81, annex B. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    if (isFrameHeader(marker)) return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    if (marker === 0xda) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** The names of chunks, as numbers. */
const [RIFF, WEBP, VP8X, VP8L, VP8] = [0x52494646, 0x57454250, 0x56503858, 0x5650384c, 0x56503820]

const threeBytes = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536

/**
 * The first chunk says it, in one of three ways: VP8X for whatever is more than a plain picture, VP8L without loss, VP8 with it (RFC 9649,
 * sections 2.5 to 2.7).
 */
function webpSize(view: DataView): PictureSize | null {
  if (view.byteLength < 30 || view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return null
  const chunk = view.getUint32(12)
  if (chunk === VP8X) return sized(1 + threeBytes(view, 24), 1 + threeBytes(view, 27))
  if (chunk === VP8L) {
    const bits = view.getUint32(21, true)
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  return chunk === VP8 ? sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff) : null
}

const sized = (width: number, height: number): PictureSize | null =>
  width === 0 || height === 0 ? null : { width, height }
