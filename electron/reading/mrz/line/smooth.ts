/** Solves three equations with three unknowns, each a row of four numbers. */
function solve(rows: number[][]): number[] {
  for (let pivot = 0; pivot < 3; pivot++)
    for (let row = 0; row < 3; row++) {
      if (row === pivot) continue
      const factor = (rows[row]?.[pivot] ?? 0) / (rows[pivot]?.[pivot] ?? 1)
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * (rows[pivot]?.[column] ?? 0))
    }
  return rows.map((row, at) => (row[3] ?? 0) / (row[at] ?? 1))
}

/** The parabola with the least squared distance from these values, at each of their places: a page that bends is one. */
export function parabola(values: readonly number[]): number[] {
  const places = values.map((_, i) => i / values.length)
  const powers = (power: number) => places.reduce((sum, place) => sum + place ** power, 0)
  const products = (power: number) =>
    places.reduce((sum, place, i) => sum + place ** power * (values[i] ?? 0), 0)
  const [a = 0, b = 0, c = 0] = solve(
    [0, 1, 2].map((row) => [powers(row), powers(row + 1), powers(row + 2), products(row)]),
  )
  return places.map((place) => a + b * place + c * place * place)
}
