import { expect, test } from 'vitest'
import { useHouse } from '../testing/harness.ts'
import { openRound, yucai } from '../testing/open-round.ts'
import { inRoom } from './room-for-calls.ts'

const house = useHouse('embedded')
/** What browsers say when a person opens an address. */
const asPerson = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const filled = `${yucai}/document?format=docx`

test('a file opened after the session ended is a page that says so and leads to signing in, not JSON', async () => {
  await openRound(house)
  const answer = await house.asStranger(asPerson).get(filled)
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([401, 'text/html; charset=utf-8', 'no-store'])
  const page = answer.bytes.toString('utf8')
  expect(page).toContain('<p>登录到期了，或还没有登录。写好的内容都在，请登录后接着做。</p>')
  expect(page).toContain('<a class="button" href="/sign-in">登录</a>')
  expect(page).not.toContain('session.none')
})

test('a program is answered in JSON, whatever else it takes', async () => {
  for (const accept of ['*/*', 'application/json', 'application/json, text/html', 'application/problem+json']) {
    const answer = await house.asStranger({ accept }).get(filled)
    expect([answer.status, answer.headers['content-type']], accept).toEqual([401, 'application/problem+json; charset=utf-8'])
  }
})

test('a crowd is told to the person with a way to try the same file again', async () => {
  const end = Promise.withResolvers<void>()
  const crowd = Array.from({ length: 200 }, () => inRoom(true, () => end.promise))
  const answer = await house.asStranger(asPerson).get(filled)
  end.resolve()
  await Promise.all(crowd)
  expect(answer.status).toBe(503)
  expect(answer.bytes.toString('utf8')).toContain(`<a class="button" href="/api/v1${filled}">再试一次</a>`)
})

test('what stands in an address does not become part of the page', async () => {
  const answer = await house.asStranger(asPerson).get('/rounds/2026/units/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E/document?format=%22%3E%3Cscript%3E')
  expect(answer.bytes.toString('utf8')).not.toMatch(/<script/i)
})
