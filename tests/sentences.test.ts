import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { judgeSentence, scolding } from '../packages/server/src/testing/judge-sentence.ts'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))

/** Everything that ends up before a person: not the tests, not the clauses that the reader of tables was tried on. */
const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[a-z]+\/src\/.*\.tsx?$/u.test(file) && !/\.test\.|\/testing\/|\/demo\/|\/corpus\/|\/old-lists\//u.test(file))
  .map((file) => ({ file, text: readFileSync(join(packages, file), 'utf8') }))

/** Letters, printed pages, texts for a colleague and what is read at the console of the server have room for longer sentences. */
const hasRoom = /^documents\/src\/(?:letters|packs)\/|^cli\/|^server\/src\/(?:config|doctor|http\/web-pages|rounds\/notice-letter|reports\/send-draw-record)|hand-over-text/u

/** Strings as they stand between their quotes; what is put in when it is said counts as four characters. */
const listStrings = (text: string): readonly string[] =>
  [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)].map(([, plain, filled]) => (plain ?? filled ?? '').replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, '某某某某'))

/** A whole sentence: no word of a label, and no pattern that reads clauses. */
const isSentence = (text: string): boolean => /\p{Script=Han}[^\n]*[。？]/u.test(text) && !/\$\{|\(\?[:<!=]|\[\^|\n/u.test(text)

test('Whatever is refused or told is said in at most sixty characters, and nobody is scolded', () => {
  const said = sources
    .filter(({ file }) => !hasRoom.test(file))
    .flatMap(({ file, text }) => listStrings(text).filter(isSentence).map((sentence) => ({ file, sentence })))
  expect(said.length, 'sentences found').toBeGreaterThan(500)
  expect(said.flatMap(({ file, sentence }) => judgeSentence(sentence).map((fault) => `${file} ${fault}`))).toEqual([])
})

test('No word on any page, in any letter or answer scolds or shouts', () => {
  const lines = sources
    .filter(({ file }) => !readsOthers.test(file))
    .flatMap(({ file, text }) => text.split('\n').map((line) => ({ file, line: line.trim() })))
    .filter(({ line }) => /\p{Script=Han}/u.test(line) && !/^(\/\/|\/?\*)/u.test(line))
  expect(lines.length, 'lines with words for people').toBeGreaterThan(2500)
  expect(lines.filter(({ line }) => scolding.test(line)).map(({ file, line }) => `${file} ${line}`)).toEqual([])
})

/** These read what others wrote: their patterns hold words that the pages never say. */
const readsOthers = /^core\/src\/(?:clause\/|form\/(?:own-kinds|match-items)|ledger\/list\/plain-width)/u
