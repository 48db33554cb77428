import { join } from 'node:path'
import type { Config } from '../config.ts'
import { folderStore, openFolderStore } from './folder-store.ts'
import { objectStore } from './object-store.ts'
import type { Storage } from './storage.ts'

type From = Pick<Config, 'dataFolder' | 'objectStore'>

/** Where files lie, as the environment says: a folder beside the database, or an S3-compatible store. */
export const openStorage = async (config: From): Promise<Storage> =>
  config.objectStore === undefined ? openFolderStore(join(config.dataFolder, 'evidence')) : objectStore(config.objectStore)

/** The same for somebody who only looks. */
export const lookIntoStorage = (config: From): Storage =>
  config.objectStore === undefined ? folderStore(join(config.dataFolder, 'evidence')) : objectStore(config.objectStore)
