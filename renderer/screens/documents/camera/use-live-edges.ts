import { type RefObject, useEffect, useState } from 'react'
import type { z } from 'zod'
import { corners } from '../../../../shared/reading/page.ts'
import { startWorker } from '../../../calls/own-worker.ts'
import { default as edgesUrl } from './edges-worker.ts?worker&url'
import { frameOf } from './frame.ts'

/** Where the document lies, as shares of the picture's width and height, so that it can be drawn over any size. */
export type Outline = readonly (readonly [x: number, y: number])[]

const SIDE = 1100
/** Between two searches, in milliseconds: the search itself takes about as long, in a thread of its own. */
const PAUSE = 120
const answer = corners.nullable()

/** The outline of the document that the camera sees, renewed a few times a second; null where none is seen. */
export function useLiveEdges(video: RefObject<HTMLVideoElement | null>, running: boolean): Outline | null {
  const [outline, setOutline] = useState<Outline | null>(null)
  useEffect(() => {
    if (!running) return undefined
    const worker = startWorker(edgesUrl)
    const canvas = document.createElement('canvas')
    let timer = 0
    const look = () => {
      const frame = video.current === null ? null : frameOf(video.current, canvas, SIDE)
      if (frame === null) timer = window.setTimeout(look, PAUSE)
      else worker.postMessage(frame, [frame.colours.buffer])
    }
    worker.addEventListener('message', ({ data }: MessageEvent<z.input<typeof answer>>) => {
      const found = answer.parse(data)
      setOutline(found?.map(([x, y]) => [x / canvas.width, y / canvas.height] as const) ?? null)
      timer = window.setTimeout(look, PAUSE)
    })
    look()
    return () => {
      window.clearTimeout(timer)
      worker.terminate()
      setOutline(null)
    }
  }, [running, video])
  return outline
}
