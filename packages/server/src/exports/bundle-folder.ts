import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Where zips lie until they are fetched or taken in. */
export const bundleFolder = async (config: Pick<Config, 'dataFolder'>): Promise<string> => {
  const folder = join(config.dataFolder, 'bundles')
  await mkdir(folder, { recursive: true })
  return folder
}

export const zipOf = (config: Pick<Config, 'dataFolder'>, id: string): string => join(config.dataFolder, 'bundles', `${id}.zip`)

export const removeZip = (config: Pick<Config, 'dataFolder'>, id: string): Promise<void> => rm(zipOf(config, id), { force: true })
