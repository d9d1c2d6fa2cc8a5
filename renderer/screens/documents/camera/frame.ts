/** A picture of the camera, four bytes a pixel: red, green, blue, and how solid it is. */
export type Frame = {
  readonly width: number
  readonly height: number
  readonly colours: Uint8ClampedArray<ArrayBuffer>
}

/** The picture that the camera shows now, with a longer side of at most `most` pixels; null before it shows one. */
export function drawFrame(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  most: number,
): CanvasRenderingContext2D | null {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return null
  const scale = Math.min(1, most / Math.max(videoWidth, videoHeight))
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(video, 0, 0, canvas.width, canvas.height)
  return context
}

/** A picture for the search of edges. */
export function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement, most: number): Frame | null {
  const context = drawFrame(video, canvas, most)
  if (context === null) return null
  const { width, height } = canvas
  return { width, height, colours: new Uint8ClampedArray(context.getImageData(0, 0, width, height).data) }
}

/** Little is lost: it is drawn anew and made smaller afterwards. */
const QUALITY = 0.95

/** The picture that the camera shows now, whole, as a file; null when it shows none. */
export async function photograph(video: HTMLVideoElement, name: string): Promise<File | null> {
  const canvas = document.createElement('canvas')
  if (drawFrame(video, canvas, Infinity) === null) return null
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return blob === null ? null : new File([blob], name, { type: 'image/jpeg' })
}
