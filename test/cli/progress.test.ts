import { expect, test } from 'vitest'
import { Sayer } from '../../cli/progress.ts'

const written = (isTTY: boolean) => {
  const parts: string[] = []
  return { parts, sayer: new Sayer({ isTTY, write: (text) => parts.push(text) }) }
}

test('on a terminal progress is one line that is written over, and gives way to what is said', () => {
  const { parts, sayer } = written(true)
  sayer.progress(1, 3)
  sayer.progress(1, 3)
  sayer.progress(3, 3, 'CHECK')
  sayer.say('Done')
  sayer.clear()
  const line = '\r\u001B[K'
  expect(parts).toEqual([`${line}33 % (1 of 3)`, `${line}CHECK 100 % (3 of 3)`, line, 'Done\n'])
})

test('elsewhere each tenth of a step is a line', () => {
  const { parts, sayer } = written(false)
  for (let done = 0; done <= 20; done += 1) sayer.progress(done, 100, 'COPY')
  expect(parts).toEqual(['COPY 0 %\n', 'COPY 10 %\n', 'COPY 20 %\n'])
})
