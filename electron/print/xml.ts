/** One element of XML: its tags around elements or text that are XML already. */
export const element = (name: string, ...content: readonly string[]): string =>
  `<${name}>${content.join('')}</${name}>`

const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an element or an attribute, without what XML 1.0 cannot hold, and no longer than so many characters. */
export const xmlText = (text: string, most: number): string =>
  Array.from(text.toWellFormed().replace(NOT_IN_XML, ''))
    .slice(0, most)
    .join('')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** An element with text; nothing when there is no text, which the schemas of ISO 20022 do not allow. */
export function textElement(name: string, text: string, most: number): string {
  const content = xmlText(text, most)
  return content === '' ? '' : element(name, content)
}
