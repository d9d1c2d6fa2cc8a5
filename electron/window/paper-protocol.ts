import type { DrawnPaper } from '../printers/system/system-printers.ts'

/** Where the pages of a paper are while they are printed: app://paper/<id>/. Nothing else is there. */
const PAPER_ORIGIN = 'app://paper'
export const paperUrl = (id: string): string => `${PAPER_ORIGIN}/${id}/`

/** Pixels of a page of Chromium in an inch, and points of a paper. */
const PIXELS_PER_POINT = 96 / 72

/** Pictures and a style sheet from here, and no script, font, frame or address. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/**
 * Each page on a sheet of its own, in its own size from the top left corner, which its own margins keep clear of what a printer cannot reach;
 * smaller where the sheet is smaller, and never larger.
 */
const STYLE = `
@page { margin: 0 }
html, body { margin: 0 }
div { height: 100vh; overflow: hidden; break-inside: avoid }
div + div { break-before: page }
img { display: block; max-width: 100%; max-height: 100%; object-fit: contain; object-position: left top }
`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? '')

function pageOf({ title, pages }: DrawnPaper): string {
  const pictures = pages.map(({ width, height }, at) => {
    const size = `width="${width * PIXELS_PER_POINT}" height="${height * PIXELS_PER_POINT}"`
    return `<div><img src="${at}.png" alt="" ${size}></div>`
  })
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><link rel="stylesheet" href="paper.css">`
  return `<!doctype html><html lang="en"><head>${head}</head><body>${pictures.join('')}</body></html>`
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
  new Response(body, { headers: { ...HEADERS, 'content-type': type } })

/** Answers a request for a part of a paper that is being printed; 404 for everything else. */
export function servePaper(papers: ReadonlyMap<string, DrawnPaper>, { method, url }: Request): Response {
  const nothing = new Response(null, { status: 404, headers: HEADERS })
  const [, id = '', part] = /^app:\/\/paper\/([\w-]+)\/(paper\.css|\d+\.png)?$/.exec(url) ?? []
  const paper = papers.get(id)
  if (paper === undefined || method !== 'GET') return nothing
  if (part === undefined) return answer(pageOf(paper), 'text/html; charset=utf-8')
  if (part === 'paper.css') return answer(STYLE, 'text/css; charset=utf-8')
  const page = paper.pages[Number.parseInt(part, 10)]
  return page === undefined ? nothing : answer(new Uint8Array(page.png), 'image/png')
}
