import { removeJobFile } from '../jobs/job-files.ts'
import { JobOver, WorkRefused } from '../jobs/work.ts'
import type { Work } from '../jobs/work.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { exportBody } from './exports.contract.ts'
import { takeBundle } from './take-bundle.ts'
import { writeBundle } from './write-bundle.ts'

/** POST /exports */
export const makeExport: Work = {
  keepDays: 7,
  run: async ({ id, person, what, services, now, progress }) => ({
    file: {
      pieces: writeBundle(services, { id, at: now.toISOString(), by: person }, exportBody.parse(what), progress),
      name: `自查通导出_${dayFromInstant(now.toISOString())}.zip`,
      type: 'application/zip',
    },
    said: () => null,
  }),
}

/** POST /imports: the zip lies under the job's own name until it is taken in or refused. */
export const takeImport: Work = {
  keepDays: 7,
  run: async ({ id, person, services, progress }) => {
    try {
      await takeBundle(services, { id, by: person }, progress)
    } catch (error) {
      // What was stopped is begun again and needs its zip still.
      if (error instanceof JobOver) throw error
      await removeJobFile(services.config, id)
      if (error instanceof WorkRefused) throw error
      services.log.error({ err: error, job: id }, 'an import failed')
      throw new WorkRefused('中途出了问题，没有导入，这里还是空的。请再试一次。')
    }
    await removeJobFile(services.config, id)
    return { file: null, said: () => null }
  },
}
