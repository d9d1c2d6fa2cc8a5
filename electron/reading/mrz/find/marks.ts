/** A connected piece of ink: its box, `right` and `bottom` being its last column and row, and how many pixels it has. */
export type Mark = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly pixels: number
}
export const widthOf = ({ left, right }: Mark) => right - left + 1
export const heightOf = ({ top, bottom }: Mark) => bottom - top + 1
export const middleX = ({ left, right }: Mark) => (left + right) / 2
export const middleY = ({ top, bottom }: Mark) => (top + bottom) / 2

/** The pieces of ink whose pixels touch, at a corner too. Takes the pixels away from `dark` as it finds them. */
export function findMarks(dark: Uint8Array, width: number, height: number): Mark[] {
  const stack = new Int32Array(width * height)
  const marks: Mark[] = []
  for (let start = 0; start < dark.length; start++)
    if (dark[start] === 1) marks.push(takeMark(dark, width, height, start, stack))
  return marks
}

function takeMark(dark: Uint8Array, width: number, height: number, start: number, stack: Int32Array): Mark {
  let depth = 1
  let [left, right, top, bottom, pixels] = [width, 0, height, 0, 0]
  stack[0] = start
  dark[start] = 0
  while (depth > 0) {
    const at = stack[--depth] ?? 0
    const x = at % width
    const y = (at - x) / width
    pixels++
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column
        if (dark[next] !== 1) continue
        dark[next] = 0
        stack[depth++] = next
      }
  }
  return { left, right, top, bottom, pixels }
}
