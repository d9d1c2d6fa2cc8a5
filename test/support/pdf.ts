import Pdf from 'pdfkit'

type Options = { readonly pages?: number; readonly userPassword?: string }

/** A PDF of so many pages with a word on each, made here so that no one's real document is in the repository. */
export async function pdfFile({ pages = 1, userPassword }: Options = {}): Promise<Buffer> {
  const pdf = new Pdf({
    autoFirstPage: false,
    ...(userPassword === undefined ? {} : { userPassword }),
  })
  for (let page = 1; page <= pages; page++) pdf.addPage().text(`Page ${page}`)
  pdf.end()
  const parts: Buffer[] = []
  for await (const part of pdf) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
