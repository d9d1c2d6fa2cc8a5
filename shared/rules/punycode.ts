/** The parameters of RFC 3492, section 5. */
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const INITIAL_BIAS = 72
const INITIAL_N = 128

function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(first ? delta / DAMP : delta / 2)
  rest += Math.floor(rest / points)
  let k = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}

const digitOf = (letter: string | undefined): number => {
  const value = Number.parseInt(letter ?? '', BASE)
  // RFC 3492 counts a to z before 0 to 9.
  return value < 10 ? value + 26 : value - 10
}

/** One number of variable length from `at` on; NaN where the text is no punycode. */
function readDelta(
  text: string,
  at: number,
  bias: number,
): { readonly delta: number; readonly next: number } {
  let delta = 0
  let weight = 1
  for (let k = BASE, next = at; ; k += BASE, next += 1) {
    const digit = digitOf(text[next])
    delta += digit * weight
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX)
    if (!(digit >= threshold)) return { delta, next: next + 1 }
    weight *= BASE - threshold
  }
}

/** What stands after `xn--` in a label of a domain, in its own letters (RFC 3492, section 6.2); null when it is no punycode. */
export function decodePunycode(encoded: string): string | null {
  const text = encoded.toLowerCase()
  const dash = text.lastIndexOf('-')
  const points = Array.from(text.slice(0, Math.max(dash, 0)), (letter) => letter.codePointAt(0) ?? 0)
  let [n, i, bias] = [INITIAL_N, 0, INITIAL_BIAS]
  for (let at = dash + 1; at < text.length;) {
    const { delta, next } = readDelta(text, at, bias)
    const length = points.length + 1
    bias = adapt(delta, length, i === 0)
    n += Math.floor((i + delta) / length)
    i = (i + delta) % length
    if (!(n <= 0x10ffff)) return null
    points.splice(i, 0, n)
    i += 1
    at = next
  }
  return String.fromCodePoint(...points)
}
