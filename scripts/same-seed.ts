import fc from 'fast-check'

/**
 * Laws are tried on the same cases in each run, so that a red run is red for what was changed. To search further:
 * ZICHA_SEED=$RANDOM npm test -- packages/core.
 */
fc.configureGlobal({ seed: Number(process.env['ZICHA_SEED'] ?? 20_261_125) })
