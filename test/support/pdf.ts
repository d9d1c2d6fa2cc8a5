import Pdf from 'pdfkit'

type Options = {
  readonly pages?: number
  readonly userPassword?: string
  readonly picture?: Buffer
  /** Whole sheets take ten times as long to draw and to read; with a picture they are. */
  readonly sheets?: true
}

const STRIP = { size: [420, 60], margin: 10 }

/** A PDF of so many pages with a word and a picture on each, made here so that no one's real document is in the repository. */
export async function pdfFile({ pages = 1, userPassword, picture, sheets }: Options = {}): Promise<Buffer> {
  const pdf = new Pdf({
    autoFirstPage: false,
    ...(userPassword === undefined ? {} : { userPassword }),
  })
  for (let page = 1; page <= pages; page++) {
    pdf.addPage(sheets === undefined && picture === undefined ? STRIP : {}).text(`Page ${page}`)
    if (picture !== undefined) pdf.image(picture)
  }
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** A PDF written by hand: a page for each content, and more objects where a page names them as `/X` by the number 4. */
export function plainPdf(contents: readonly string[], object = 'null'): Buffer {
  const pages = contents.map((_, page) => `${5 + page * 2} 0 R`)
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${pages.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    object,
    ...contents.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 40] /Contents ${6 + page * 2} 0 R
      /Resources << /Font << /F 3 0 R >> /XObject << /X 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = bodies.map((body, at) => {
    const offset = String(file.length).padStart(10, '0')
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return `${offset} 00000 n \n`
  })
  const size = bodies.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}${trailer}`, 'latin1')
}
