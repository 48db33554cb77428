import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { write } from '../database/transaction.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { House } from '../testing/harness.ts'
import { askForWork } from './ask-for-work.ts'
import { findJobRow } from './jobs.queries.ts'
import type { JobRow } from './jobs.queries.ts'
import { startWorker } from './run-jobs.ts'
import type { Worker } from './run-jobs.ts'
import { JobOver, WorkRefused } from './work.ts'
import type { Work } from './work.ts'

const betty = { username: 'betty', name: '陈静', role: 'bureau', unit: 'yizheng', bureau: 'yizheng' } as const

/** Work that goes on until it is let go, and counts how often it was begun. */
const steps = () => {
  let begun = 0
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const work: Work = {
    keepDays: 1,
    run: async (job) => {
      begun += 1
      await job.progress(begun, 10)
      await gate
      await job.progress(10, 10)
      return result()
    },
  }
  return { work, letGo: () => letGo(), begun: () => begun }
}
const result = () => ({ file: { pieces: Readable.from([Buffer.from('made')]), name: '一份.txt', type: 'text/plain' }, said: () => null })

const ask = async (house: House, kind: string, what: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const reply = await write(house.database, (db) => askForWork({ db, services: house.services, person: betty, now: house.services.now() }, kind, what))
  return reply.kind === 'json' ? reply.body.id : ''
}
const row = async (house: House, id: string): Promise<JobRow> => {
  const found = await findJobRow(house.database.reader, id)
  if (found === undefined) throw new Error('the job is gone')
  return found
}

forEachEngine((engine) => {
  const house = useHouse(engine)
  /** Takes the place of the house's own worker, which knows only the program's work. */
  const withWorker = async (works: Readonly<Record<string, Work>>, run: (worker: Worker) => Promise<void>): Promise<void> => {
    const worker = await startWorker(house.services, works)
    try {
      await run(worker)
    } finally {
      await worker.stop()
    }
  }

  test('work is done one after the other, its progress can be left and come back to, and its file bears the name it was given', async () => {
    const one = steps()
    await withWorker({ one: one.work }, async (worker) => {
      const first = await ask(house, 'one', { no: 1 })
      // Asked in the same millisecond, neither is the older one.
      house.setClock('2026-11-24T08:00:00.001Z')
      const second = await ask(house, 'one', { no: 2 })
      await vi.waitFor(async () => expect((await house.as('betty').get(`/jobs/${first}`)).body).toMatchObject({ status: 'running', done: 1, of: 10 }))
      expect((await house.as('betty').get(`/jobs/${second}`)).body.status).toBe('queued')
      expect((await house.as('betty').get(`/jobs/${first}/file`)).body.code).toBe('job.not_ready')
      one.letGo()
      await worker.idle()
      const list = await house.as('betty').get('/jobs')
      expect(list.body.items.map((job: { status: string }) => job.status)).toEqual(['done', 'done'])
      const file = await house.as('betty').get(`/jobs/${first}/file`)
      expect([file.bytes.toString(), file.headers['content-disposition']]).toEqual(['made', expect.stringContaining(encodeURIComponent('一份.txt'))])
      expect(one.begun()).toBe(2)
    })
  })

  test('the same work asked twice while nothing was written is one job; after a write it is another', async () => {
    const one = steps()
    one.letGo()
    await withWorker({ one: one.work }, async (worker) => {
      const first = await ask(house, 'one', { no: 3 })
      expect(await ask(house, 'one', { no: 3 })).toBe(first)
      await worker.idle()
      expect(await ask(house, 'one', { no: 3 })).toBe(first)
      await house.as('betty').put(`/units/school-${engine}`, { name: '新建小学', kind: 'school', parent: 'yizheng' })
      expect(await ask(house, 'one', { no: 3 })).not.toBe(first)
      expect((await house.as('betty').get(`/jobs/${first}`)).body.upToDate).toBe(false)
      await worker.idle()
    })
  })

  test('a job that a dead process had in hand is taken up again, three times at most', async () => {
    const one = steps()
    one.letGo()
    const left = { status: 'running', worker: 'dead', lease_until: '2026-11-24T07:00:00.000Z' }
    await withWorker({ one: one.work }, async (worker) => {
      const id = await ask(house, 'one', { no: 4 })
      await worker.idle()
      await write(house.database, (trx) => trx.updateTable('jobs').set({ ...left, attempts: 1 }).where('id', '=', id).execute())
    })
    await withWorker({ one: one.work }, (worker) => worker.idle())
    expect(one.begun()).toBe(2)
    const rows = await house.database.reader.selectFrom('jobs').selectAll().where('what', '=', '{"no":4}').execute()
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual([['done', 2]])
    await write(house.database, (trx) => trx.updateTable('jobs').set({ ...left, attempts: 3 }).where('what', '=', '{"no":4}').execute())
    await withWorker({ one: one.work }, (worker) => worker.idle())
    expect(one.begun()).toBe(2)
    expect(await row(house, rows[0]?.id ?? '')).toMatchObject({ status: 'failed', said: expect.stringContaining('已停下') })
  })

  test('an orderly stop gives the job back, and the next process begins it again', async () => {
    let isFirst = true
    const work: Work = {
      keepDays: 1,
      run: async (job) => {
        while (isFirst) {
          await setImmediate()
          await job.progress(1, 2)
        }
        return result()
      },
    }
    let id = ''
    await withWorker({ long: work }, async () => {
      id = await ask(house, 'long')
      await vi.waitFor(async () => expect((await row(house, id)).status).toBe('running'))
    })
    expect(await row(house, id)).toMatchObject({ status: 'queued', attempts: 0 })
    isFirst = false
    await withWorker({ long: work }, (worker) => worker.idle())
    expect((await row(house, id)).status).toBe('done')
  })

  test('a job that was stopped ends at its next word and leaves no file', async () => {
    let ended: unknown
    const work: Work = {
      keepDays: 1,
      run: async (job) => {
        for (;;) {
          await setImmediate()
          await job.progress(1, 2).catch((error: unknown) => {
            ended = error
            throw error
          })
        }
      },
    }
    await withWorker({ endless: work }, async (worker) => {
      const id = await ask(house, 'endless')
      await vi.waitFor(async () => expect((await row(house, id)).status).toBe('running'))
      expect((await house.as('gao').delete(`/jobs/${id}`)).status).toBe(404)
      expect((await house.as('betty').delete(`/jobs/${id}`)).status).toBe(204)
      await worker.idle()
      expect(ended).toBeInstanceOf(JobOver)
      expect(await row(house, id)).toMatchObject({ status: 'cancelled', result_hash: null })
      expect((await house.as('betty').get(`/jobs/${id}/file`)).body.code).toBe('job.no_file')
    })
  })

  test('work that cannot be done says why; work that breaks says so with a number, and the next one is done', async () => {
    const refused: Work = { keepDays: 1, run: () => Promise.reject(new WorkRefused('这一轮还没有学校提交，没有可以汇总的。')) }
    const broken: Work = { keepDays: 1, run: () => Promise.reject(new Error('a fault of ours')) }
    await withWorker({ refused, broken }, async (worker) => {
      const [first, second] = [await ask(house, 'refused'), await ask(house, 'broken')]
      await worker.idle()
      expect((await house.as('betty').get(`/jobs/${first}`)).body).toMatchObject({ status: 'failed', said: '这一轮还没有学校提交，没有可以汇总的。' })
      expect((await house.as('betty').get(`/jobs/${second}`)).body.said).toContain('编号')
      expect((await house.as('betty').get(`/jobs/${first}/file`)).body.detail).toBe('这一轮还没有学校提交，没有可以汇总的。')
    })
  })

  test('a file is kept for its days and then gone, and says so', async () => {
    const one = steps()
    one.letGo()
    await withWorker({ one: one.work }, async (worker) => {
      const id = await ask(house, 'one', { no: 5 })
      await worker.idle()
      house.setClock('2026-11-25T08:00:01.000Z')
      expect((await house.as('betty').get(`/jobs/${id}`)).body.status).toBe('expired')
      expect((await house.as('betty').get(`/jobs/${id}/file`)).status).toBe(410)
      expect(await ask(house, 'one', { no: 5 })).not.toBe(id)
      await worker.idle()
      house.setClock('2026-11-24T08:00:00.000Z')
    })
  })
})
