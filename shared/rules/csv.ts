/** What begins a formula, also in full-width form (OWASP, CSV Injection). */
const TRIGGERS = '=+\\-@＝＋－＠'

/**
 * Where an apostrophe goes: before what would be a formula if a cell began there, which is at the start of the text and after any sign that a
 * spreadsheet may take for its list separator, that is all but letters, digits and blanks. Spreadsheets skip blanks before a formula.
 */
const COULD_BEGIN = new RegExp(`(?<=^|[^\\p{L}\\p{N}\\p{M}\\p{Zs}])(?=\\p{Zs}*[${TRIGGERS}])`, 'gu')

/**
 * Text that no spreadsheet runs, whatever its list separator is: an apostrophe makes it text. Not for amounts, which must stay numbers:
 * a minus is a sign there.
 */
export const withoutFormula = (text: string): string =>
  text.replace(COULD_BEGIN, "'").replace(/^(?=[\t\r\n])/, "'")

const STRINGS = /"(?:[^"\\]|\\.)*"/g
const IN_STRING = new RegExp(`(?<=[^\\p{L}\\p{N}\\p{M}\\p{Zs}]\\p{Zs}*)[${TRIGGERS}]`, 'gu')

/** The same for JSON, which has to stay JSON: in its strings, a sign that could begin a formula is written as its escape. */
export const jsonWithoutFormula = (value: unknown): string =>
  JSON.stringify(value).replace(STRINGS, (text) => text.replace(IN_STRING, escaped))

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** RFC 4180, 2.5 to 2.7: in quotation marks, which stand doubled within. */
export const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`
