import { isEastAsian, type Script } from '../../../shared/scripts.ts'

/** What tells the script of a word, and the font files that draw it: how their names begin in lower case, without spaces and signs, best first. */
type Known = { readonly script: Script; readonly letters: RegExp; readonly files: readonly string[] }

/** On Linux (Noto, then what older systems bring), Windows and macOS. */
const EAST_ASIAN = ['notosanscjk', 'sourcehansans', 'notoserifcjk', 'sourcehanserif']
const WHOLE_UNICODE = ['arialunicode', 'droidsansfallback', 'unifont']
const INDIC = ['nirmala']

const indic = (script: Script, letters: RegExp, name: string, ...others: string[]): Known => ({
  script,
  letters,
  files: [`notosans${name}`, ...INDIC, `lohit${name}`, ...others, `notoserif${name}`],
})

// Kana before Chinese signs: a Japanese name is written with both, and some signs have another shape in Japan.
const KNOWN: readonly Known[] = [
  {
    script: 'JAPANESE',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    files: ['notosansjp', ...EAST_ASIAN, 'yugoth', 'meiryo', 'msgothic', 'hiragino', 'ipagothic'],
  },
  {
    script: 'KOREAN',
    letters: /\p{Script=Hangul}/u,
    files: ['notosanskr', ...EAST_ASIAN, 'malgun', 'applesdgothicneo', 'nanumgothic'],
  },
  {
    script: 'CHINESE',
    letters: /[\p{Script=Han}\p{Script=Bopomofo}]/u,
    files: [
      'notosanssc',
      'notosanstc',
      ...EAST_ASIAN,
      'msyh',
      'msjh',
      'simsun',
      'pingfang',
      'hiraginosansgb',
      'stheiti',
      'wqymicrohei',
      'wqyzenhei',
    ],
  },
  {
    script: 'THAI',
    letters: /\p{Script=Thai}/u,
    files: ['notosansthai', 'leelaw', 'thonburi', 'garuda', 'loma'],
  },
  { script: 'LAO', letters: /\p{Script=Lao}/u, files: ['notosanslao', 'leelaw', 'laosangam'] },
  { script: 'KHMER', letters: /\p{Script=Khmer}/u, files: ['notosanskhmer', 'leelaw', 'khmersangam'] },
  indic('DEVANAGARI', /\p{Script=Devanagari}/u, 'devanagari', 'mangal', 'kohinoor', 'devanagarisangam'),
  indic('BENGALI', /\p{Script=Bengali}/u, 'bengali', 'kohinoorbangla', 'banglasangam'),
  indic('GUJARATI', /\p{Script=Gujarati}/u, 'gujarati', 'kohinoorgujarati', 'gujaratisangam'),
  indic('GURMUKHI', /\p{Script=Gurmukhi}/u, 'gurmukhi', 'gurmukhisangam', 'gurmukhimn'),
  indic('KANNADA', /\p{Script=Kannada}/u, 'kannada', 'kannadasangam'),
  indic('MALAYALAM', /\p{Script=Malayalam}/u, 'malayalam', 'malayalamsangam'),
  indic('ORIYA', /\p{Script=Oriya}/u, 'oriya', 'lohitodia', 'oriyasangam'),
  indic('SINHALA', /\p{Script=Sinhala}/u, 'sinhala', 'sinhalasangam'),
  indic('TAMIL', /\p{Script=Tamil}/u, 'tamil', 'tamilsangam'),
  indic('TELUGU', /\p{Script=Telugu}/u, 'telugu', 'kohinoortelugu', 'telugusangam'),
  { script: 'TIBETAN', letters: /\p{Script=Tibetan}/u, files: ['notoseriftibetan', 'himalaya', 'kailasa'] },
  { script: 'ETHIOPIC', letters: /\p{Script=Ethiopic}/u, files: ['notosansethiopic', 'ebrima', 'kefa'] },
  {
    script: 'ARABIC',
    letters: /\p{Script=Arabic}/u,
    files: ['notosansarabic', 'notonaskharabic', 'segoeui', 'geezapro'],
  },
  { script: 'HEBREW', letters: /\p{Script=Hebrew}/u, files: ['notosanshebrew', 'segoeui', 'arialhb'] },
]

export const scriptOf = (text: string): Script =>
  KNOWN.find(({ letters }) => letters.test(text))?.script ?? 'OTHER'

/** Of a word in a text: Chinese signs beside kana or Hangul are those of Japan or Korea. */
export function scriptIn(text: string, word: string): Script {
  const whole = scriptOf(text)
  return scriptOf(word) === 'CHINESE' && isEastAsian(whole) ? whole : scriptOf(word)
}

const BOTH_WEIGHTS = /bold|black|heavy|light|thin|medium|italic|oblique|condensed|looped|demi|mono/
const plainName = (file: string) =>
  (file.split(/[/\\]/).at(-1) ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The files that may draw this script, best first; none for a script of which no font is known to be set right. */
export function filesFor(script: Script, files: readonly string[]): string[] {
  const known = KNOWN.find((each) => each.script === script)
  if (known === undefined) return []
  const names = files.map((file) => ({ file, name: plainName(file) }))
  return [...known.files, ...WHOLE_UNICODE].flatMap((begins) =>
    names
      .filter(({ name }) => name.startsWith(begins) && !BOTH_WEIGHTS.test(name))
      .toSorted((a, b) => a.name.length - b.name.length || a.file.localeCompare(b.file))
      .map(({ file }) => file),
  )
}

/** Where only an administrator puts fonts: one of somebody's own could show another name than the one that is stored. */
export function fontFolders(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === 'win32') return [`${env['SystemRoot'] ?? 'C:\\Windows'}\\Fonts`]
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts']
  return ['/usr/share/fonts', '/usr/local/share/fonts']
}
