/**
 * Five hundred strings that programs and databases stumble over, made from a few kinds: control and format characters, broken and
 * look-alike Unicode, lengths at the edges of columns, numbers and dates that are none, and fragments of other languages.
 */

const between = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)
const character = (code: number) => String.fromCodePoint(code)

/** Every C0 and C1 control character, alone and within a word. NUL is what PostgreSQL's text cannot hold. */
const controls = [...between(0x00, 0x1f), ...between(0x7f, 0x9f)].flatMap((code) => [
  character(code),
  `An${character(code)}a`,
])

/** Soft hyphen, Arabic marks, zero-width characters, bidi controls, fillers, the byte-order mark, variation selectors, tags. */
const formats = [
  0x00ad, 0x034f, 0x061c, 0x070f, 0x115f, 0x1160, 0x17b4, 0x180e, ...between(0x200b, 0x200f),
  ...between(0x2028, 0x202e), ...between(0x2060, 0x206f), 0x3164, 0xfe0f, 0xfeff, 0xffa0, ...between(0xfff9, 0xfffd),
  0xe0001, 0xe0041, 0xe0100,
].flatMap((code) => [character(code), `An${character(code)}a`]) // prettier-ignore

/** Halves of surrogate pairs, which UTF-8 cannot hold, noncharacters, and private use. */
const broken = [0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffe, 0xffff, 0xfdd0, 0xe000, 0x10ffff].flatMap((code) => [
  character(code),
  `An${character(code)}a`,
])

/** Blanks of every width: none of them alone fills a field. */
const blanks = [0x20, 0x09, 0x85, 0xa0, 0x1680, ...between(0x2000, 0x200a), 0x202f, 0x205f, 0x3000].flatMap(
  (code) => [character(code), character(code).repeat(3), `${character(code)}Ana${character(code)}`],
)

/** One text in several forms, scripts that are mixed, full-width and mathematical letters, combining marks, emoji of many parts. */
const forms = [
  'é', 'e\u0301', 'ﬁ', 'ſ', 'ß', 'ẞ', 'İ', 'ı', 'ǅ', 'Å', 'Å', 'Ω', '①', '²', '½', '㎏', 'ｆｕｌｌ', '𝐁𝐨𝐥𝐝', 'Аna', 'Αna', 'аdmin', 'раураl',
  'שלום', 'مرحبا', 'مرحبا 123 abc', 'नमस्ते', 'ไทย', '漢字', '漢字 かな カナ', '한국어', '각', 'ﷺ', 'Z\u0351\u0363\u0327a\u0321\u0353l\u034fgo',
  `e${'\u0301'.repeat(100)}`, '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇸🇪', '👍🏽', '٠١٢٣', '१२३', '１２３', '十二', '𝟙𝟚', 'Ⅻ', 'A\u030a',
] // prettier-ignore

const lengths = [1, 2, 3, 4, 20, 21, 34, 40, 41, 50, 51, 64, 65, 72, 73, 100, 101, 200, 201, 255, 256, 500, 501, 1000, 1024, 1025, 10_000, 100_000]
  .flatMap((length) => ['a'.repeat(length), 'ß'.repeat(length), '\u{1f600}'.repeat(length)]) // prettier-ignore

const numbers = [
  '0', '-0', '00', '+1', '-1', '1.', '.1', '1e5', '1E5', '1e400', '1e-400', '1e131072', '0x10', '0b1', '1_000', 'NaN', 'nan', 'Infinity', '-Infinity',
  'inf', '∞', '9999999999999.99', '10000000000000', '9223372036854775807', '9223372036854775808', '1'.repeat(200), `0.${'0'.repeat(200)}1`, '1,5',
  '1.000', '1.000,00', '1 000', '1’000', '$1', '1 USD', '1;2', '٫5', '−1', '１', '½',
] // prettier-ignore

const moments = [
  'infinity', '-infinity', 'now', 'today', 'tomorrow', 'yesterday', 'epoch', 'allballs', '0000-01-01', '0000-00-00', '0001-01-01', '0001-01-01 BC', '4713-01-01 BC',
  '-0001-01-01', '+10000-01-01', '9999-12-31', '10000-01-01', '42031-01-01', '294276-12-31', '294277-01-01', '5874897-12-31', '5874898-01-01', '1900-02-29', '2024-02-30',
  '2024-13-01', '2024-1-1', '20240101', '2024-W01-1', '01/02/2024', '2024-02-29', '1582-10-10', '1752-09-03', '2016-12-31T23:59:60Z', '2024-01-01T24:00:00Z',
  '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+15:59', '9999-12-31T23:59:59.999999-15:59', '2024-01-01T00:00:00+99:99', '2024-01-01T00:00:00.123456789Z', '2024-01-01T00:00:00',
] // prettier-ignore

const fragments = [
  `'`, `''`, `"`, '`', '\\', `\\'`, `'; DROP TABLE customers; --`, `' OR '1'='1`, `$1`, `$$`, `$tag$`, '%', '_', '%%', '\\%', '%s%n%x', '{}', '{{name}}', '${7*7}', '#{1}',
  '[', ']', '(', ')', '(a', '[a-', '*', '+', '?', '^', '|', '&', '!', '<->', `a & b`, `a:*`, 'E\'\\x00\'', '\\x00', '\\u0000', '\\N', '\\.', '{1,2}', '{"a":1}', '[1]', 'null', 'NULL',
  'undefined', 'true', 'false', 'None', '[object Object]', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&amp;', '&#0;',
  '<!--', ']]>', '=cmd|x', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '../../etc/passwd', '/dev/null', 'C:\\con', 'nul', 'file:///etc/passwd', 'http://', 'javascript:alert(1)', 'a@b', 'a@b.c', 'a@localhost',
  '"a b"@example.test', 'a@[127.0.0.1]', 'a@ex_ample.test', 'a@xn--bcher-kva.example', 'a@bücher.example', `${'a'.repeat(64)}@example.test`, `a@${'b'.repeat(63)}.test`, '..@..',
  '+46', '+1', '0046701740605', '+46 (0)70-174 06 05', '+46701740605;ext=12', '+999999999999999', '+0', 'tel:+46701740605', '911', 'SE', 'se', 'XX', 'ZZ', 'SWE', 'UK', 'EU', 'USD', 'usd', 'XXX', 'EURO', '€',
  'UTC', 'Etc/Unknown', 'Europe/Stockholm', 'europe/stockholm', 'Mars/Olympus', 'GMT+25', 'EST5EDT', '+02:00', 'posixrules', 'localtime', 'Factory', '../UTC', ':UTC', '<+02>-2',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '{00000000-0000-0000-0000-000000000000}', '0'.repeat(64), 'f'.repeat(64), 'g'.repeat(64), 'T261126-000001', 'C-10000001', '4017000006',
] // prettier-ignore

export const NASTY_STRINGS: readonly string[] = [
  ...new Set(['', ...controls, ...formats, ...broken, ...blanks, ...forms, ...lengths, ...numbers, ...moments, ...fragments]),
] // prettier-ignore
