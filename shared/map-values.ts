/**
 * The same keys with other values: `mapValues({ a: 1 }, String)` is `{ a: '1' }`. The keys keep their order and their
 * type, which `Object.entries` alone would lose.
 */
export function mapValues<K extends string, V, W>(
  object: Readonly<Record<K, V>>,
  change: (value: V, key: K) => W,
): Record<K, W>
export function mapValues<V, W>(
  object: Readonly<Record<string, V>>,
  change: (value: V, key: string) => W,
): Record<string, W> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}
