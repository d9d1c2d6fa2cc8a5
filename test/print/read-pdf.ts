import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Word = { text: string; left: number; right: number; baseline: number }
export type ReadPdf = { title: unknown; pages: Word[][]; sizes: [number, number][]; text: string }

/** Reads a PDF back with another library: the texts of each page and their positions. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await loading.promise
  const { info } = await pdf.getMetadata()
  const pages: Word[][] = []
  const sizes: [number, number][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    sizes.push([Math.round(width), Math.round(height)])
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const left = Number(item.transform[4])
        return [{ text: item.str, left, right: left + item.width, baseline: Number(item.transform[5]) }]
      }),
    )
  }
  await loading.destroy()
  const text = pages.flatMap((words) => words.map((word) => word.text)).join('\n')
  return { title: 'Title' in info ? info.Title : null, pages, sizes, text }
}
