import { findCorners } from '../../../../electron/reading/corners/find-corners.ts'
import type { Frame } from './frame.ts'

/** A thread of the window that looks for a document in pictures of the camera, so that the window answers meanwhile. */
self.addEventListener('message', ({ data }: MessageEvent<Frame>) => {
  const { width, height, colours } = data
  const pixels = new Uint8Array(width * height)
  // How bright a colour is to the eye: ITU-R BT.601, in parts of 256.
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4)
    pixels[i] = ((colours[at] ?? 0) * 77 + (colours[at + 1] ?? 0) * 150 + (colours[at + 2] ?? 0) * 29) >> 8
  self.postMessage(findCorners({ width, height, pixels }), { transfer: [] })
})
