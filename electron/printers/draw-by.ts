import type { Letters } from '../print/fonts/open-letters.ts'
import type { Studio } from '../studio/open-studio.ts'
import type { Draw } from './draw.ts'

/** Lines and pages are drawn by the studio: what fonts make of a hostile name never ends the workplace. */
export const drawBy = (
  studio: Pick<Studio, 'drawLines' | 'drawPage'>,
  letters: Pick<Letters, 'fileFor'>,
): Draw => ({
  lines: async (lines, width) => {
    const asked = await studio.drawLines({
      lines: lines.map(({ left, right, bold, large }) => ({
        left,
        right,
        bold,
        large,
        fontFile: letters.fileFor(left + right),
      })),
      width,
    })
    if (asked.ok) return asked.output.pictures
    throw new Error(`Lines of a paper could not be drawn: ${asked.because}`)
  },
  pages: async (pdf) => {
    const pages = []
    for (let of = 1; pages.length < of;) {
      const asked = await studio.drawPage({ pdf, at: pages.length })
      if (!asked.ok) throw new Error(`A page of a paper could not be drawn: ${asked.because}`)
      of = asked.output.of
      pages.push(asked.output.page)
    }
    return pages
  },
})
